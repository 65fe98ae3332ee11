"""Upper arm and forearm."""

from typing import Final

from otehon.motion.flesh.capsule import Capsule, both, tall
from otehon.motion.proportions import FOREARM, UPPER_ARM

_SLEEVE = ("shirt", "skin")
_HEM = 0.55 * UPPER_ARM
"""Metres from the shoulder to the end of the sleeve."""


def _hem(start: float, end: float) -> float:
    return (_HEM - start) / (end - start)


_WRIST_RADIUS, _MIDDLE_RADIUS = 0.0235, 0.0290

ARMS: Final = both(
    Capsule("arm_top_r", "humerus_r", (0, 0, 0), (0, -0.09, 0.004), (0.055, 0.046), blend=0.05,
            group="arm_r", materials=tall("shirt"), tints=(("deltoid", 0.85),), side="r"),
    Capsule("arm_r", "humerus_r", (0, -0.01, 0), (0, -UPPER_ARM, 0), (0.046, 0.036), 0.001, blend=0.04,
            group="arm_r", materials=_SLEEVE, border=_hem(0.01, UPPER_ARM), side="r"),
    Capsule("arm_front_r", "humerus_r", (0.014, -0.10, 0), (0.010, -UPPER_ARM + 0.05, 0), (0.026, 0.022),
            0.002, blend=0.05, group="arm_r", materials=_SLEEVE, border=_hem(0.10, UPPER_ARM - 0.05),
            side="r"),
    Capsule("arm_back_r", "humerus_r", (-0.016, -0.09, 0), (-0.010, -UPPER_ARM + 0.06, 0), (0.028, 0.023),
            0.002, blend=0.05, group="arm_r", materials=_SLEEVE, border=_hem(0.09, UPPER_ARM - 0.06),
            tints=(("triceps", 0.85),), side="r"),
    Capsule("forearm_r", "ulna_r", (0, 0.004, 0), (0, -FOREARM / 2, 0), (0.037, _MIDDLE_RADIUS), 0.002,
            blend=0.04, group="arm_r", side="r"),
    Capsule("wrist_r", "radius_r", (0, 0.03, 0), (0, -FOREARM / 2, 0),
            (_MIDDLE_RADIUS, _WRIST_RADIUS - 0.003), across=(0, 0, 1), width=(0.0, 0.006), blend=0.015,
            group="arm_r", side="r"),
)  # fmt: skip
"""Both arms without the hands. The radius turns with the palm, so a turned forearm twists over its lower
half."""
