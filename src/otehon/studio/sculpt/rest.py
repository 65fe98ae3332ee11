"""The pose in which the mesh is made: every joint in mid-range, so that no pose is far from it."""

from typing import Final

import numpy as np

from otehon.motion.kinematics import pose
from otehon.motion.skeleton import skeleton
from otehon.studio.arrays import Floats

ANGLES: Final = {
    "hip_flexion": 40.0,
    "hip_adduction": -18.0,
    "knee_angle": 50.0,
    "mtp_angle": 5.0,
    "arm_flex": 60.0,
    "arm_add": -65.0,
    "arm_rot": 0.0,
    "elbow_flex": 45.0,
    "pro_sup": 90.0,
}
"""Degrees, the same on both sides; every other joint is at 0."""


def rest_bones() -> Floats:
    """(bones, 3, 4) rotation and origin of every bone at rest."""
    bones = skeleton()
    q = np.zeros(len(bones.coordinates))
    q[bones.coordinate("pelvis_ty")] = 1.0
    for name, degrees in ANGLES.items():
        for side in "rl":
            q[bones.coordinate(f"{name}_{side}")] = np.radians(degrees)
    return as_bones(pose(bones, q).rotation[0], pose(bones, q).origin[0])


def as_bones(rotation: np.ndarray, origin: np.ndarray) -> Floats:
    """(bones, 3, 4) float32 from rotations (bones, 3, 3) and origins (bones, 3)."""
    return np.ascontiguousarray(np.concatenate([rotation, origin[:, :, None]], 2), np.float32)
