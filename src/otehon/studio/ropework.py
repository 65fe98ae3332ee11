"""A rope, and the handles of a skipping rope, as the painter draws them."""

from typing import Final

import numpy as np

from otehon.motion.performance import Performance
from otehon.motion.rope import curve, grips, handle_ends
from otehon.studio.arrays import Doubles, Floats
from otehon.studio.painter.painter import Cord

ROPE: Final[Floats] = np.array([126, 74, 186], np.float32)
HANDLE: Final[Floats] = np.array([52, 134, 122], np.float32)
"""Y, U, V: orange and navy."""

ROPE_RADIUS, HANDLE_RADIUS, FLOW_RADIUS = 0.0065, 0.013, 0.011


def cords(performance: Performance, times: Doubles) -> tuple[tuple[Cord, ...], ...]:
    """What the hands hold at each instant; empty without a rope."""
    rope = performance.props.rope
    if rope is None:
        return ()
    placed = performance.pose(times)
    lines = curve(performance.bones, rope, placed, times).astype(np.float32)
    if rope.lean:
        return tuple((Cord(np.ascontiguousarray(line), FLOW_RADIUS, ROPE),) for line in lines)
    middles, _ = grips(performance.bones, placed)
    ends = handle_ends(performance.bones, placed)
    handles = np.stack([middles, ends], axis=2).astype(np.float32)
    return tuple(
        (
            Cord(np.ascontiguousarray(line), ROPE_RADIUS, ROPE),
            Cord(right, HANDLE_RADIUS, HANDLE),
            Cord(left, HANDLE_RADIUS, HANDLE),
        )
        for line, (right, left) in zip(lines, handles, strict=True)
    )
