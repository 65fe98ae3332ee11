"""How far a point is from the drawn body."""

from collections.abc import Sequence

import numpy as np

from otehon.motion.flesh import Capsule
from otehon.motion.skeleton import Array


def distance(capsules: Sequence[Capsule], local: Array) -> Array:
    """(k,) signed metres from (k, 3) points to the smooth union of capsules that share a body and a group.

    Points and capsules are in that body's frame; negative is inside. The union is the one that `Capsule`
    describes.
    """
    joined = np.full(len(local), np.inf)
    for capsule in capsules:
        apart = capsule_distance(capsule, local)
        blend = np.maximum(capsule.blend - np.abs(joined - apart), 0.0)
        joined = np.minimum(joined, apart) - blend**2 / (4 * capsule.blend)
    return joined


def capsule_distance(capsule: Capsule, local: Array) -> Array:
    """(k,) signed metres from (k, 3) points to one capsule, all in its body's frame."""
    start, axis = np.array(capsule.start), np.subtract(capsule.end, capsule.start)
    h = np.clip((local - start) @ axis / max(float(axis @ axis), 1e-12), 0.0, 1.0)
    off = local - start - h[:, None] * axis
    width = capsule.width[0] + (capsule.width[1] - capsule.width[0]) * h
    aside = np.clip(off @ np.array(capsule.across), -width, width)
    off = off - aside[:, None] * np.array(capsule.across)
    return np.linalg.norm(off, axis=-1) - radius(capsule, h)


def radius(capsule: Capsule, h: Array) -> Array:
    """The capsule's radius in metres at h in 0..1 along its line."""
    r0, r1 = capsule.radius
    return r0 + (r1 - r0) * h**2 * (3 - 2 * h) + 16 * capsule.bulge * (h * (1 - h)) ** 2


def depth(capsules: Sequence[Capsule], centre: Array, out: Array) -> float:
    """Metres from a centre (3,) inside the flesh to its skin in the direction `out` (3,), by sphere
    tracing."""
    travelled = 0.0
    for _ in range(60):
        inside = -float(distance(capsules, (centre + out * travelled)[None])[0])
        if inside < 1e-5:
            break
        travelled += inside
    return travelled
