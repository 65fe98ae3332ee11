"""How fast every joint turns, measured on the bones: angles jump near a singular pose, bones do not."""

import numpy as np

from otehon.motion.kinematics import Pose
from otehon.motion.skeleton import Array, Skeleton


def velocities(bones: Skeleton, placed: Pose, interval: float) -> Array:
    """(n, nb, 3) deg/s at which each body turns against its parent, from each instant to the next.

    The last one leads over the cycle's end.
    """
    parents = np.maximum(bones.parents, 0)
    relative = np.swapaxes(placed.rotation[:, parents], -1, -2) @ placed.rotation
    relative[:, bones.parents < 0] = placed.rotation[:, bones.parents < 0]
    onward = np.roll(relative, -1, axis=0) @ np.swapaxes(relative, -1, -2)
    return np.degrees(_turn(onward)) / interval


def _turn(rotation: Array) -> Array:
    """(…, 3) rotation vectors in radians of (…, 3, 3) rotations below a half turn."""
    skew = rotation - np.swapaxes(rotation, -1, -2)
    axis = np.stack([skew[..., 2, 1], skew[..., 0, 2], skew[..., 1, 0]], axis=-1) / 2
    sine = np.linalg.norm(axis, axis=-1, keepdims=True)
    angle = np.arctan2(sine, (np.trace(rotation, axis1=-2, axis2=-1)[..., None] - 1) / 2)
    return axis * np.where(sine > 1e-9, angle / np.maximum(sine, 1e-12), 1.0)
