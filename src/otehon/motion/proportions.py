"""How long and how heavy the parts of a body are, as fractions of stature and of body mass.

Lengths: Winter, Biomechanics and Motor Control of Human Movement (4th ed. 2009), fig. 4.1, after Drillis &
Contini 1966. Masses and centres: de Leva, J Biomech 29:1223 (1996), table 4, men.
"""

from typing import Final

REFERENCE_STATURE: Final = 1.72
"""Stature in metres at which every metre in `joints` and `flesh` is written down."""

THIGH: Final = 0.245 * REFERENCE_STATURE
SHANK: Final = 0.246 * REFERENCE_STATURE
UPPER_ARM: Final = 0.186 * REFERENCE_STATURE
FOREARM: Final = 0.146 * REFERENCE_STATURE
SHOE_SOLE: Final = 0.010
"""Metres of sole between the skin of the foot and the floor; ours."""
ANKLE_HEIGHT: Final = 0.039 * REFERENCE_STATURE + SHOE_SOLE
BALL_AHEAD: Final = 0.108
"""Metres from the ankle forward to the line of the toe joints: Winter's foot of 0.152 H, the balls at 70 % of
it."""
SOLE_RADIUS: Final = 0.012
"""Half the thickness of the drawn sole in metres; the toe joint lies in the sole's middle, on the line of
both balls."""

MASSES: Final[dict[str, tuple[float, tuple[float, float, float]]]] = {
    "pelvis": (0.1117, (-0.01, -0.01, 0.0)),
    "lumbar": (0.1633, (0.005, 0.07, 0.0)),
    "thorax": (0.1516, (0.0, 0.13, 0.0)),
    "neck": (0.0094, (0.0, 0.03, 0.0)),
    "head": (0.06, (0.015, 0.085, 0.0)),
    "clavicle_r": (0.004, (0.0, 0.0, 0.07)),
    "humerus_r": (0.0271, (0.0, -0.5772 * UPPER_ARM, 0.0)),
    "ulna_r": (0.0081, (0.0, -0.25 * FOREARM, 0.0)),
    "radius_r": (0.0081, (0.0, -0.25 * FOREARM, 0.0)),
    "hand_r": (0.0061, (0.0, -0.065, 0.0)),
    "femur_r": (0.1416, (0.0, -0.4095 * THIGH, 0.0)),
    "tibia_r": (0.0433, (0.0, -0.4459 * SHANK, 0.0)),
    "calcn_r": (0.0117, (0.03, -0.045, 0.0)),
    "toes_r": (0.002, (0.025, 0.005, 0.0)),
}
"""Body -> (fraction of body mass, its centre in the body's frame in metres at the reference stature).

The left side is the right one reflected. de Leva's head with neck, upper trunk, forearm and foot are each
shared out over two bodies of ours; the split within them is ours.
"""
