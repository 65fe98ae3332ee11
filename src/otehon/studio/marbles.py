"""Marbles on the floor, of which the toes may pick up the first."""

from itertools import pairwise
from typing import Final

import numpy as np

from otehon.motion.kinematics import Pose
from otehon.motion.performance import Performance
from otehon.motion.props import Held
from otehon.studio.arrays import Doubles, Floats
from otehon.studio.painter.painter import Cord

MARBLE: Final[Floats] = np.array([70, 176, 104], np.float32)
"""Y, U, V: blue."""
MARBLE_RADIUS: Final = 0.011
SLICES: Final = 9
"""Of which a marble is made."""


def marbles(performance: Performance, placed: Pose, times: Doubles) -> tuple[tuple[Cord, ...], ...]:
    """The slices of all marbles at each of `times`, at which the body is `placed`."""
    middles = _middles(performance, placed, times)
    return tuple(tuple(slice_ for middle in row for slice_ in _slices(middle)) for row in middles)


def _middles(performance: Performance, placed: Pose, times: Doubles) -> Doubles:
    """(n, k, 3) the marbles' middles, metres."""
    lying = np.array([(x, MARBLE_RADIUS, z) for x, z in performance.props.marbles]).reshape(-1, 3)
    middles = np.repeat(lying[None], len(times), axis=0)
    held = performance.props.held
    if held is not None:
        start, end = _grip(performance, held)
        now = (start <= times % performance.period) & (times % performance.period < end)
        middles[now, 0] = _carried(performance, held, placed, lying[0], start)[now]
    return middles


def _grip(performance: Performance, held: Held) -> tuple[float, float]:
    """Seconds into the cycle at which the toes take hold and let go."""
    start = next(passage.end for passage in performance.passages if passage.pose == held.since)
    ends = (p.end for p in performance.passages if p.pose == held.until and p.end > start)
    return start, next(ends)


def _carried(performance: Performance, held: Held, placed: Pose, lying: Doubles, start: float) -> Doubles:
    """(n, 3) where a marble is that lay at `lying` (3,) when the toes took hold, and goes with them."""
    toes, taken = performance.bones.body(held.toes), performance.pose(start)
    inside = taken.rotation[0, toes].T @ (lying - taken.origin[0, toes])
    return placed.origin[:, toes] + placed.rotation[:, toes] @ inside


def _slices(middle: Doubles) -> list[Cord]:
    """A ball as slices of an upright rod, each as wide as the ball is there."""
    levels = np.linspace(-MARBLE_RADIUS, MARBLE_RADIUS, SLICES + 1)
    return [
        Cord(
            (middle + np.outer([low, high], [0.0, 1.0, 0.0])).astype(np.float32),
            float(np.sqrt(MARBLE_RADIUS**2 - ((low + high) / 2) ** 2)),
            MARBLE,
        )
        for low, high in pairwise(levels.tolist())
    ]
