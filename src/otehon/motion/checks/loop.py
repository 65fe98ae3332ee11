"""The cycle's end is its beginning, in place and in speed."""

from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.joint_words import joint_word
from otehon.motion.checks.kink import bounds
from otehon.motion.checks.turning import velocities
from otehon.motion.skeleton import Array

BOUND: Final = 5.0
"""Millimetres by which a joint may jump over the seam, more than anywhere else in the cycle; as for a planted
foot."""

_REACH: Final = 2
"""Steps on either side of the seam whose own jolt is measured across it."""


def loop(evidence: Evidence) -> list[Finding]:
    """One finding for the jump in place, one for the jump in speed."""
    return [_jump(evidence), _hitch(evidence)]


def _jump(evidence: Evidence) -> Finding:
    apart = jolts(evidence.placed.origin)
    beyond = apart[-1] - apart[_REACH : -_REACH - 1].max(axis=0)
    body = int(beyond.argmax())
    value, word = float(max(beyond[body], 0) * 1e3), joint_word(evidence.performance.bones.bodies[body])
    passed = value <= BOUND
    saw = f"the {word} jumps {value:.1f} mm where the cycle begins again"
    do = "let the last phase lead back to the start pose (its mirror image, where sides take turns)"
    return Finding("loop", passed, value, BOUND, "mm", word, 0.0, saw if passed else f"{saw}: {do}.")


def _hitch(evidence: Evidence) -> Finding:
    before, after = sides(velocities(evidence.performance.bones, evidence.placed, evidence.interval))
    apart = np.linalg.norm(after[-1] - before[-1], axis=-1)
    bodies = evidence.performance.bones.bodies
    most = bounds(evidence)[0] * evidence.interval
    body = int((apart - most).argmax())
    value, word, passed = float(apart[body]), joint_word(bodies[body]), bool(apart[body] <= most[body])
    saw = f"the {word} changes its speed by {value:.0f} deg/s where the cycle begins again"
    do = "end the last phase as the first begins: both at rest, or both on the move"
    sentence = saw if passed else f"{saw}: {do}."
    return Finding("loop", passed, value, float(most[body]), "deg/s", word, 0.0, sentence)


def jolts(path: Array) -> Array:
    """(n, k) metres that each step of closed paths (n, k, 3) differs from what leads up to it and on from it.

    The last step leads over the cycle's end.
    """
    steps = np.roll(path, -1, axis=0) - path
    before, after = sides(steps)
    return np.linalg.norm(steps - (before + after) / 2, axis=-1)


def sides(steps: Array) -> tuple[Array, Array]:
    """Each step of a closed row as the two before it go on, and as the two after it come from."""
    before = 2 * np.roll(steps, 1, axis=0) - np.roll(steps, 2, axis=0)
    after = 2 * np.roll(steps, -1, axis=0) - np.roll(steps, -2, axis=0)
    return before, after
