"""Thigh, shank and shoe."""

from typing import Final

from otehon.motion.flesh.capsule import Capsule, both, tall
from otehon.motion.proportions import ANKLE_HEIGHT, BALL_AHEAD, SHANK, SOLE_RADIUS, THIGH

_SOLE = -ANKLE_HEIGHT + SOLE_RADIUS
_HEM = ("shorts", "skin")

_THIGH: Final = (
    Capsule("thigh_r", "femur_r", (0, 0, 0), (0, -THIGH, 0), (0.086, 0.050), 0.005, blend=0.05,
            group="leg_r", materials=_HEM, border=0.50, side="r"),
    Capsule("thigh_front_r", "femur_r", (0.032, -0.07, 0.010), (0.016, -THIGH + 0.07, 0.006),
            (0.050, 0.038), 0.0055, blend=0.06, group="leg_r", materials=_HEM, border=0.50,
            tints=(("quadriceps", 0.85),), side="r"),
    Capsule("thigh_back_r", "femur_r", (-0.030, -0.06, 0), (-0.012, -THIGH + 0.06, 0), (0.050, 0.038),
            0.004, blend=0.06, group="leg_r", materials=_HEM, border=0.51, tints=(("hamstrings", 0.85),),
            side="r"),
    Capsule("thigh_inner_r", "femur_r", (0.004, -0.08, -0.030), (0.0, -THIGH + 0.12, -0.012),
            (0.048, 0.038), blend=0.05, group="leg_r", materials=_HEM, border=0.58,
            tints=(("adductors", 0.85),), side="r"),
)  # fmt: skip

_SHANK: Final = (
    Capsule("knee_r", "tibia_r", (0.012, 0.02, 0), (0.012, -0.02, 0), (0.038, 0.038), blend=0.07,
            group="leg_r", side="r"),
    Capsule("shank_r", "tibia_r", (0, 0, 0), (0, -SHANK, 0), (0.048, 0.032), 0.001, blend=0.06,
            group="leg_r", materials=("skin", "shoe"), border=0.80, side="r"),
    Capsule("calf_r", "tibia_r", (-0.020, -0.05, 0), (-0.012, -0.27, 0), (0.036, 0.024), 0.004,
            width=(0.012, 0.002), blend=0.06, group="leg_r", tints=(("calf", 0.85),), side="r"),
    Capsule("shin_r", "tibia_r", (0.014, -0.07, 0.012), (0.008, -0.28, 0.006), (0.030, 0.024), 0.002,
            blend=0.05, group="leg_r", tints=(("tibialis_anterior", 0.85),), side="r"),
    Capsule("sock_r", "tibia_r", (0, -SHANK + 0.045, 0), (0, -SHANK, 0), (0.034, 0.036), blend=0.04,
            group="leg_r", materials=tall("shoe"), side="r"),
)  # fmt: skip

_SHOE: Final = (
    Capsule("heel_r", "calcn_r", (-0.046, -ANKLE_HEIGHT + 0.038, 0), (0.100, -ANKLE_HEIGHT + 0.035, 0),
            (0.037, 0.032), 0.0025, width=(0.004, 0.016), blend=0.035, group="leg_r",
            materials=tall("shoe"), tints=(("foot", 0.6),), side="r"),
    Capsule("instep_r", "calcn_r", (-0.005, -0.01, 0), (0.062, -ANKLE_HEIGHT + 0.044, 0), (0.038, 0.033),
            blend=0.04, group="leg_r", materials=tall("shoe"), tints=(("foot", 0.6),), side="r"),
    Capsule("sole_r", "calcn_r", (-0.056, _SOLE, 0), (BALL_AHEAD, _SOLE, 0), (SOLE_RADIUS, SOLE_RADIUS),
            width=(0.025, 0.034), blend=0.006, group="leg_r", materials=tall("sole"), side="r"),
    Capsule("toe_cap_r", "toes_r", (-0.004, 0.022, 0), (0.064, 0.014, 0), (0.032, 0.023),
            width=(0.016, 0.017), blend=0.03, group="leg_r", materials=tall("shoe"), side="r"),
    Capsule("toe_sole_r", "toes_r", (0.0, 0, 0), (0.068, 0, 0), (SOLE_RADIUS, SOLE_RADIUS),
            width=(0.034, 0.028), blend=0.006, group="leg_r", materials=tall("sole"), side="r"),
)  # fmt: skip

LEGS: Final = both(*_THIGH, *_SHANK, *_SHOE)
"""Both legs."""
