"""Where the places that a coach names are on the posed body."""

from typing import Final

import numpy as np

from otehon.drills.anatomy import Place
from otehon.motion.joints import Triple, other_side
from otehon.motion.kinematics import Pose, points
from otehon.motion.proportions import ANKLE_HEIGHT, REFERENCE_STATURE
from otehon.motion.skeleton import Array, Skeleton

_ORIGIN: Final = (0.0, 0.0, 0.0)
_RIGHT: Final[dict[str, tuple[str, Triple]]] = {
    "shoulder": ("humerus_r", _ORIGIN),
    "elbow": ("ulna_r", _ORIGIN),
    "wrist": ("hand_r", _ORIGIN),
    "hip": ("femur_r", _ORIGIN),
    "knee": ("tibia_r", _ORIGIN),
    "ankle": ("calcn_r", _ORIGIN),
    "heel": ("calcn_r", (-0.056, -ANKLE_HEIGHT, 0.0)),
    "toes": ("toes_r", _ORIGIN),
    "ear": ("head", (0.002, 0.064, 0.082)),
}
"""Singular -> body and place in its frame on the right, metres at the reference stature. Heel and ear are
those that are drawn; the toes are their joint."""
_CHIN: Final[Triple] = (0.055, -0.022, 0.0)
_HEAD: Final[Triple] = (0.015, 0.085, 0.0)


def place(bones: Skeleton, placed: Pose, name: Place) -> Array:
    """(n, 3) metres. A word without a side is the middle between right and left."""
    if name in ("head", "chin"):
        return _at(bones, placed, "head", _HEAD if name == "head" else _CHIN)
    side, _, part = name.rpartition(" ")
    joint = part if part in _RIGHT else part.removesuffix("s")
    body, (x, y, z) = _RIGHT[joint]
    right = _at(bones, placed, body, (x, y, z))
    left = _at(bones, placed, other_side(body), (x, y, -z))
    return {"right": right, "left": left}.get(side, (right + left) / 2)


def _at(bones: Skeleton, placed: Pose, body: str, local: Triple) -> Array:
    scaled = np.array([local]) * bones.stature / REFERENCE_STATURE
    return points(placed, np.array([bones.body(body)]), scaled)[:, 0]
