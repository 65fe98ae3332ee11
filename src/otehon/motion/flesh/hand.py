"""Three shapes of hand. In the hand's frame the palm faces +x and the right thumb lies towards +z."""

from typing import Final, Literal

from otehon.motion.flesh.capsule import Capsule, both
from otehon.motion.joints import Triple

HandShape = Literal["flat", "fist", "grip"]
"""`flat`: an open hand. `fist`: loosely closed. `grip`: closed round a handle that leaves on the thumb's
side."""

GRIP: Final[tuple[str, Triple, Triple]] = ("hand_r", (0.021, -0.076, 0.0), (0.0, 0.0, 1.0))
"""Body, middle of what a gripping right hand holds, and the direction in which the handle points out of
it."""
BAR_HOLD: Final[Triple] = (0.021, -0.071, 0.0)
"""The middle of a bar of 28 mm in a gripping right hand: where it is least deep in palm and fingers, 8 mm."""

_ACROSS: Final[Triple] = (0.0, 0.0, 1.0)


def _piece(name: str, ends: tuple[Triple, Triple], radius: tuple[float, float], blend: float) -> Capsule:
    return Capsule(f"{name}_r", "hand_r", *ends, radius, blend=blend, group="arm_r", side="r")


def _stretched(i: int, across: float, length: float) -> Capsule:
    ends: tuple[Triple, Triple] = ((0.001, -0.085, across), (0.001, -0.085 - length, across * 1.12))
    return _piece(f"finger{i}", ends, (0.0105, 0.0082), 0.008)


_STRETCHED: Final = ((0.029, 0.076), (0.010, 0.086), (-0.009, 0.080), (-0.028, 0.060))
"""(place across the palm, length) of the four fingers, index first; metres."""
_CURLED: Final = ((0.027, 0.016), (0.009, 0.018), (-0.009, 0.017), (-0.026, 0.013))
"""(place across the palm, how far the bend reaches beyond the knuckle) of the four fingers, index first."""

_FLAT: Final = (
    Capsule("palm_r", "hand_r", (0, -0.008, 0), (0, -0.085, 0.002), (0.019, 0.015), across=_ACROSS,
            width=(0.014, 0.030), blend=0.02, group="arm_r", side="r"),
    *(_stretched(i, *finger) for i, finger in enumerate(_STRETCHED, 1)),
    _piece("thumb", ((0.004, -0.025, 0.022), (0.004, -0.078, 0.058)), (0.0135, 0.0105), 0.015),
)  # fmt: skip

_FIST: Final = (
    Capsule("palm_r", "hand_r", (0, -0.012, 0), (0, -0.072, 0.003), (0.021, 0.021), across=_ACROSS,
            width=(0.010, 0.021), blend=0.02, group="arm_r", side="r"),
    Capsule("fingers_r", "hand_r", (0.010, -0.084, 0.002), (0.026, -0.060, 0.002), (0.017, 0.015),
            across=_ACROSS, width=(0.022, 0.022), blend=0.012, group="arm_r", side="r"),
    _piece("thumb", ((0.012, -0.030, 0.026), (0.030, -0.066, 0.022)), (0.0125, 0.0110), 0.015),
)  # fmt: skip


def _curled(i: int, across: float, reach: float) -> tuple[Capsule, Capsule]:
    knuckle: Triple = (0.002, -0.082, across)
    bend: Triple = (0.036, -0.082 - reach, across)
    tip: Triple = (0.034, -0.056, across)
    return (
        _piece(f"finger{i}", (knuckle, bend), (0.0110, 0.0098), 0.006),
        _piece(f"fingertip{i}", (bend, tip), (0.0098, 0.0088), 0.006),
    )


_GRIP: Final = (
    Capsule("palm_r", "hand_r", (0, -0.010, 0), (0, -0.080, 0.002), (0.019, 0.015), across=_ACROSS,
            width=(0.012, 0.026), blend=0.02, group="arm_r", side="r"),
    *(piece for i, finger in enumerate(_CURLED, 1) for piece in _curled(i, *finger)),
    _piece("thumb", ((0.006, -0.028, 0.026), (0.034, -0.052, 0.030)), (0.0130, 0.0110), 0.012),
    _piece("thumb_tip", ((0.034, -0.052, 0.030), (0.046, -0.074, 0.018)), (0.0108, 0.0095), 0.008),
)  # fmt: skip

HANDS: Final[dict[HandShape, tuple[Capsule, ...]]] = {
    "flat": both(*_FLAT),
    "fist": both(*_FIST),
    "grip": both(*_GRIP),
}
"""Both hands in each shape."""
