"""What the joint above a body is called: the tibia hangs on the knee."""

from typing import Final

_JOINTS: Final = {
    "pelvis": "whole body",
    "lumbar": "lower back",
    "thorax": "upper back",
    "neck": "neck",
    "head": "head",
    "femur": "hip",
    "tibia": "knee",
    "calcn": "ankle",
    "toes": "toe joint",
    "clavicle": "shoulder girdle",
    "humerus": "shoulder",
    "ulna": "elbow",
    "radius": "forearm",
    "hand": "wrist",
}
_SIDES: Final = {"r": "right ", "l": "left "}


def joint_word(body: str) -> str:
    """`tibia_r` -> right knee."""
    stem, _, side = body.partition("_")
    return _SIDES.get(side, "") + _JOINTS[stem]
