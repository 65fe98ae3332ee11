"""Curves through keys: smooth in speed and acceleration, at rest where the movement turns or holds."""

import numpy as np

from otehon.motion.skeleton import Array


def slopes(times: Array, values: Array, before: Array, after: Array) -> Array:
    """(k, d) speeds at the keys: none where a value turns or stays, else between the neighbours' (Fritsch &
    Carlson).

    Args:
        times: (k,) seconds.
        values: (k, d) at the keys.
        before: (d,) speed of the stretch before the first key, as a straight line.
        after: (d,) speed of the stretch after the last key.
    """
    gaps = np.diff(times)[:, None]
    straight = np.concatenate([[before], np.diff(values, axis=0) / gaps, [after]])
    width = np.concatenate([gaps[-1:], gaps, gaps[:1]])
    early, late, h0, h1 = straight[:-1], straight[1:], width[:-1], width[1:]
    w0, w1 = 2 * h1 + h0, h1 + 2 * h0
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (w0 + w1) / (w0 / early + w1 / late)
    return np.where(early * late > 0, mean, 0.0)


def bends(times: Array, values: Array, speeds: Array) -> tuple[Array, Array]:
    """(k - 1, d) accelerations at the start and at the end of every span of the cubic through the keys."""
    gaps = np.diff(times)[:, None]
    straight = np.diff(values, axis=0) / gaps
    early, late = speeds[:-1], speeds[1:]
    return (6 * straight - 4 * early - 2 * late) / gaps, (2 * early + 4 * late - 6 * straight) / gaps


def agreed(before: Array, after: Array) -> Array:
    """The acceleration at a key, of what both sides want: their mean where they bend alike, else none."""
    return np.where(before * after > 0, (before + after) / 2, 0.0)


def quintic(times: Array, values: Array, speeds: Array, bent: Array, at: Array) -> Array:
    """(n, d) at (n,) instants within the keys' times, with (k, d) speeds and accelerations at the keys.

    Between two keys at rest this is the minimum-jerk course of a reaching hand (Flash & Hogan 1985).
    """
    k = np.clip(np.searchsorted(times, at, "right") - 1, 0, len(times) - 2)
    span = (times[k + 1] - times[k])[:, None]
    u = (at - times[k])[:, None] / span
    rise = u**3 * (10 - 15 * u + 6 * u**2)
    leave, arrive = u - u**3 * (6 - 8 * u + 3 * u**2), -(u**3) * (4 - 7 * u + 3 * u**2)
    bow, brake = u**2 * (1 - u) ** 3 / 2, u**3 * (1 - u) ** 2 / 2
    course = values[k] + (values[k + 1] - values[k]) * rise
    course = course + span * (speeds[k] * leave + speeds[k + 1] * arrive)
    return course + span**2 * (bent[k] * bow + bent[k + 1] * brake)


def kept_above(height: Array, softness: Array | float) -> Array:
    """The height where it is `softness` above 0, 0 where it is as far below; in between bent without a
    jerk."""
    u = np.clip((height + softness) / (2 * softness), 0.0, 1.0)
    return np.where(height >= softness, height, 2 * softness * u**3 * (1 - u / 2))
