"""The one shape that the drawn body is made of: a tapered capsule with a stadium for its section."""

from dataclasses import dataclass, replace
from typing import Literal

from otehon.motion.joints import Triple, other_side

Group = Literal["trunk", "leg_r", "leg_l", "arm_r", "arm_l"]
Material = Literal["skin", "shirt", "shorts", "shoe", "sole", "cap", "glasses"]
Region = Literal[
    "adductors",
    "calf",
    "deltoid",
    "erector_spinae",
    "foot",
    "gluteus_maximus",
    "gluteus_medius",
    "hamstrings",
    "iliopsoas",
    "latissimus_dorsi",
    "obliques",
    "pectoralis",
    "quadriceps",
    "rectus_abdominis",
    "tibialis_anterior",
    "triceps",
]
"""A muscle as it can be tinted on the skin; on a limb or a paired shape the capsule's side says which."""


@dataclass(frozen=True)
class Capsule:
    """One piece of flesh, hung on one body. Lengths in metres.

    With p the point in the body's frame, h in 0..1 the place of its foot on the line from `start` to `end`,
    and s the part of p - foot along `across`, kept within ± width(h), the distance to the skin is
    |p - foot - s·across| - radius(h), where s(h) = h²(3 - 2h) and

        radius(h) = r0 + (r1 - r0) s(h) + 16 bulge h²(1 - h)²
        width(h)  = w0 + (w1 - w0) h

    Capsules of one group are joined, in their order, by the smooth minimum
    min(a, b) - max(k - |a - b|, 0)² / 4k with k = the later one's `blend`.

    Args:
        name: unique, with the side at the end where there is one.
        body: the skeleton's body that carries it.
        start, end: the line's ends in the body's frame.
        radius: (r0, r1) at start and end.
        bulge: what the middle adds to the radius.
        across: unit vector along which the section is widened.
        width: (w0, w1) half of that widening at start and end.
        blend: how softly it melts into the group, k.
        group: the smooth union that it belongs to.
        materials: at the start and at the end.
        border: h at which the first material gives way to the second; 2 = never.
        tints: (region, strength 0..1) of the muscles that it shows.
        side: "r", "l" or "" for the middle of the body.
    """

    name: str
    body: str
    start: Triple
    end: Triple
    radius: tuple[float, float]
    bulge: float = 0.0
    across: Triple = (0.0, 0.0, 1.0)
    width: tuple[float, float] = (0.0, 0.0)
    blend: float = 0.03
    group: Group = "trunk"
    materials: tuple[Material, Material] = ("skin", "skin")
    border: float = 2.0
    tints: tuple[tuple[Region, float], ...] = ()
    side: Literal["r", "l", ""] = ""


def _flipped(point: Triple) -> Triple:
    return (point[0], point[1], -point[2])


def other(capsule: Capsule) -> Capsule:
    """The same piece on the left; a capsule without a side of its own only changes place and name."""
    groups: dict[Group, Group] = {"leg_r": "leg_l", "arm_r": "arm_l"}
    return replace(
        capsule,
        name=other_side(capsule.name),
        body=other_side(capsule.body),
        start=_flipped(capsule.start),
        end=_flipped(capsule.end),
        across=_flipped(capsule.across),
        group=groups.get(capsule.group, capsule.group),
        side="l",
    )


def both(*right: Capsule) -> tuple[Capsule, ...]:
    """The right pieces and their reflections."""
    return (*right, *(other(capsule) for capsule in right))


def tall(material: Material) -> tuple[Material, Material]:
    """One material over the whole length."""
    return (material, material)
