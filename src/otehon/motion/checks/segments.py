"""The figure cut into trunk and eight half limbs, for telling which flesh may not pass through which."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

TRUNK: Final = ("pelvis", "lumbar", "thorax", "neck", "head", "clavicle_r", "clavicle_l")


@dataclass(frozen=True)
class Segment:
    """Bodies whose flesh is one piece.

    It hangs on the segment `on` at the origin of the body `joint`; within `reach` metres of there the two
    melt into each other or lie skin on skin.
    """

    name: str
    bodies: tuple[str, ...]
    on: str = ""
    joint: str = ""
    reach: float = 0.0


def _leg(side: str, word: str) -> tuple[Segment, ...]:
    below, thigh = (f"tibia_{side}", f"calcn_{side}", f"toes_{side}"), f"{word} thigh"
    return (
        Segment(thigh, (f"femur_{side}",), "trunk", f"femur_{side}", 0.30),
        Segment(f"{word} lower leg", below, thigh, f"tibia_{side}", 0.20),
    )


def _arm(side: str, word: str) -> tuple[Segment, ...]:
    below, arm = (f"ulna_{side}", f"radius_{side}", f"hand_{side}"), f"{word} upper arm"
    return (
        Segment(arm, (f"humerus_{side}",), "trunk", f"humerus_{side}", 0.20),
        Segment(f"{word} forearm", below, arm, f"ulna_{side}", 0.12),
    )


SEGMENTS: Final = (
    Segment("trunk", TRUNK),
    *_leg("r", "right"),
    *_leg("l", "left"),
    *_arm("r", "right"),
    *_arm("l", "left"),
)
"""Trunk first, arms last, so that a hand is in the thigh and not the thigh in the hand.

The reaches are those over which `flesh.GATES` melts hip and shoulder, and what calf and thigh, or forearm and
upper arm, press together when the joint is bent to its end; ours."""


def pairs() -> Iterator[tuple[Segment, Segment]]:
    """Every two segments; where one hangs on the other it comes second."""
    return combinations(SEGMENTS, 2)
