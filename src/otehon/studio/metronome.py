"""A metronome, as the painter draws it: seen from the side of the way."""

from math import cos, radians, sin
from typing import Final

import numpy as np

from otehon.motion.props import Metronome
from otehon.studio.arrays import Floats
from otehon.studio.painter.painter import Cord

WOOD: Final[Floats] = np.array([92, 104, 160], np.float32)
ARM: Final[Floats] = np.array([44, 132, 124], np.float32)
WEIGHT: Final[Floats] = np.array([126, 74, 186], np.float32)
"""Y, U, V: brown, navy, orange."""
FOOT, TOP, HEIGHT, EDGE = 0.17, 0.06, 0.62, 0.022
"""Half the width at foot and top, the height, and half the thickness of an edge; metres. About three times as
large as one is, so that it is seen on a phone; ours."""
PIVOT, LENGTH, WIDEST = 0.12, 0.58, radians(28)
"""Height of the arm's pivot, and its length, metres; how far it swings to either side."""


def ticking(metronome: Metronome | None, t: float) -> list[Cord]:
    """The metronome at that second."""
    if metronome is None:
        return []
    angle = WIDEST * metronome.swing(t)
    body = [(-FOOT, EDGE), (FOOT, EDGE), (TOP, HEIGHT), (-TOP, HEIGHT), (-FOOT, EDGE)]
    arm = [(sin(angle) * r, PIVOT + cos(angle) * r) for r in (0.0, LENGTH)]
    weight = [(sin(angle) * r, PIVOT + cos(angle) * r) for r in (0.66 * LENGTH, 0.82 * LENGTH)]
    return [
        _cord(metronome, body, EDGE, WOOD),
        _cord(metronome, [(-FOOT, PIVOT), (FOOT, PIVOT)], EDGE, WOOD),
        _cord(metronome, arm, 0.011, ARM),
        _cord(metronome, weight, 0.04, WEIGHT),
    ]


def _cord(metronome: Metronome, flat: list[tuple[float, float]], radius: float, colour: Floats) -> Cord:
    return Cord(np.array([(metronome.x + x, y, metronome.z) for x, y in flat], np.float32), radius, colour)
