"""The drawn body as data: what the studio paints, what the checks measure and what contact spots come
from."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from otehon.motion.flesh.arm import ARMS
from otehon.motion.flesh.capsule import Capsule, Group, Material, Region
from otehon.motion.flesh.hand import BAR_HOLD, GRIP, HANDS, HandShape
from otehon.motion.flesh.head import HEAD
from otehon.motion.flesh.leg import LEGS
from otehon.motion.flesh.trunk import TRUNK
from otehon.motion.joints import Triple
from otehon.motion.proportions import REFERENCE_STATURE

__all__ = [
    "BAR_HOLD",
    "GATES",
    "GRIP",
    "Capsule",
    "Gate",
    "Group",
    "HandShape",
    "Material",
    "Region",
    "flesh",
]


@dataclass(frozen=True)
class Gate:
    """Where a limb melts into the trunk: only near its joint, so that an arm never melts into a thigh.

    The limb's union joins the trunk's with k = `blend` · clamp(2 (1 - d / `reach`), 0, 1) + 4 mm, where d is
    the distance to the origin of `body`. Metres at the reference stature.
    """

    group: Group
    body: str
    reach: float
    blend: float


GATES: Final = (
    Gate("leg_r", "femur_r", 0.30, 0.07),
    Gate("leg_l", "femur_l", 0.30, 0.07),
    Gate("arm_r", "humerus_r", 0.17, 0.05),
    Gate("arm_l", "humerus_l", 0.17, 0.05),
)


@cache
def flesh(hands: HandShape = "fist", stature: float = REFERENCE_STATURE) -> tuple[Capsule, ...]:
    """Every capsule of a person of this stature in metres, with hands of this shape."""
    scale = stature / REFERENCE_STATURE
    return tuple(_scaled(capsule, scale) for capsule in (*TRUNK, *HEAD, *LEGS, *ARMS, *HANDS[hands]))


def _scaled(capsule: Capsule, scale: float) -> Capsule:
    def point(p: Triple) -> Triple:
        return (p[0] * scale, p[1] * scale, p[2] * scale)

    return replace(
        capsule,
        start=point(capsule.start),
        end=point(capsule.end),
        radius=(capsule.radius[0] * scale, capsule.radius[1] * scale),
        bulge=capsule.bulge * scale,
        width=(capsule.width[0] * scale, capsule.width[1] * scale),
        blend=capsule.blend * scale,
    )
