"""Neck, head, cap and glasses; the glasses show where the eyes look."""

from typing import Final

from otehon.motion.flesh.capsule import Capsule, both, tall

HEAD: Final = (
    Capsule("neck", "neck", (-0.002, -0.005, 0), (0.010, 0.075, 0), (0.052, 0.049)),
    Capsule("skull", "head", (0.0, 0.112, 0), (0.030, 0.036, 0), (0.090, 0.064), blend=0.035),
    Capsule("nose", "head", (0.094, 0.074, 0), (0.104, 0.054, 0), (0.010, 0.013)),
    Capsule("glasses", "head", (0.077, 0.088, 0.036), (0.077, 0.088, -0.036), (0.0185, 0.0185), blend=0.003,
            materials=tall("glasses")),
    Capsule("cap", "head", (-0.006, 0.134, 0), (-0.012, 0.112, 0), (0.090, 0.086), blend=0.003,
            materials=tall("cap")),
    Capsule("brim", "head", (0.052, 0.140, 0), (0.112, 0.128, 0), (0.009, 0.006), width=(0.050, 0.030),
            blend=0.010, materials=tall("cap")),
    *both(Capsule("ear_r", "head", (0.002, 0.074, 0.083), (0.0, 0.054, 0.080), (0.017, 0.013), blend=0.012,
            side="r")),
)  # fmt: skip
"""All that rides on neck and head."""
