"""Pelvis, waist, chest and collar bones, with the muscles that show on them."""

from typing import Final

from otehon.motion.flesh.capsule import Capsule, both, tall

_SHORTS, _SHIRT = tall("shorts"), tall("shirt")

_CORE: Final = (
    Capsule("hips", "pelvis", (-0.005, -0.03, 0), (-0.002, 0.055, 0), (0.098, 0.092), width=(0.070, 0.060),
            blend=0.05, materials=_SHORTS),
    Capsule("waist", "lumbar", (0.006, -0.02, 0), (0.008, 0.11, 0), (0.088, 0.091), width=(0.054, 0.060),
            blend=0.06, materials=_SHIRT),
    Capsule("ribs", "thorax", (0.010, -0.015, 0), (0.006, 0.09, 0), (0.094, 0.099), width=(0.060, 0.072),
            blend=0.06, materials=_SHIRT),
    Capsule("chest", "thorax", (0.008, 0.06, 0), (0.002, 0.17, 0), (0.099, 0.088), width=(0.070, 0.085),
            blend=0.06, materials=_SHIRT),
    Capsule("yoke", "thorax", (-0.014, 0.222, 0.075), (-0.014, 0.222, -0.075), (0.058, 0.058), blend=0.06,
            materials=_SHIRT),
    Capsule("collar", "thorax", (-0.013, 0.225, 0), (-0.004, 0.285, 0), (0.066, 0.053), width=(0.03, 0.006),
            blend=0.05, materials=("shirt", "skin"), border=0.78),
)  # fmt: skip

_PAIRED: Final = both(
    Capsule("seat_r", "pelvis", (-0.058, -0.062, 0.058), (-0.048, -0.015, 0.060), (0.078, 0.078),
            blend=0.04, materials=_SHORTS, tints=(("gluteus_maximus", 0.85),), side="r"),
    Capsule("hip_side_r", "pelvis", (-0.008, -0.010, 0.088), (-0.010, 0.045, 0.088), (0.072, 0.062),
            blend=0.04, materials=_SHORTS, tints=(("gluteus_medius", 0.85),), side="r"),
    Capsule("groin_r", "pelvis", (0.040, 0.030, 0.058), (0.044, -0.030, 0.078), (0.052, 0.054), blend=0.04,
            materials=_SHORTS, tints=(("iliopsoas", 0.85),), side="r"),
    Capsule("belly_r", "lumbar", (0.056, -0.035, 0.026), (0.056, 0.125, 0.028), (0.040, 0.042), blend=0.04,
            materials=_SHIRT, tints=(("rectus_abdominis", 0.9),), side="r"),
    Capsule("belly_upper_r", "thorax", (0.062, -0.015, 0.028), (0.060, 0.055, 0.034), (0.042, 0.044),
            blend=0.05, materials=_SHIRT, tints=(("rectus_abdominis", 0.9),), side="r"),
    Capsule("flank_r", "lumbar", (0.010, -0.020, 0.078), (0.012, 0.120, 0.080), (0.066, 0.068), blend=0.05,
            materials=_SHIRT, tints=(("obliques", 0.85),), side="r"),
    Capsule("loin_r", "lumbar", (-0.038, -0.040, 0.030), (-0.036, 0.140, 0.032), (0.046, 0.046), blend=0.04,
            materials=_SHIRT, tints=(("erector_spinae", 0.85),), side="r"),
    Capsule("wing_r", "thorax", (-0.030, 0.020, 0.074), (-0.036, 0.140, 0.092), (0.058, 0.054), blend=0.06,
            materials=_SHIRT, tints=(("latissimus_dorsi", 0.85),), side="r"),
    Capsule("breast_r", "thorax", (0.050, 0.128, 0.066), (0.055, 0.124, 0.030), (0.058, 0.058), blend=0.05,
            materials=_SHIRT, tints=(("pectoralis", 0.85),), side="r"),
    Capsule("shoulder_r", "clavicle_r", (-0.012, 0.010, 0.040), (-0.012, 0.012, 0.128), (0.056, 0.055),
            blend=0.06, materials=_SHIRT, side="r"),
)  # fmt: skip

TRUNK: Final = (*_CORE, *_PAIRED)
"""All of the trunk."""
