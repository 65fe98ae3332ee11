"""Hoops on the ground, as the painter draws them."""

from typing import Final

import numpy as np

from otehon.motion.props import Rings
from otehon.studio.arrays import Floats
from otehon.studio.painter.painter import Cord

REACH: Final = 2.2
"""Metres from the middle as far as rows of things are drawn."""
RING: Final[Floats] = np.array([150, 60, 186], np.float32)
"""Y, U, V: orange."""
THICK, CORNERS = 0.012, 28
"""Metres from a ring's middle line to its skin; of how many straight pieces a ring is made."""


def lying_rings(rings: Rings | None, passed: float) -> list[Cord]:
    """The rings in reach when the ground has moved by `passed` metres."""
    if rings is None:
        return []
    turn = np.linspace(0, 2 * np.pi, CORNERS + 1)
    circle = np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], -1) * rings.width / 2
    return [
        Cord(np.add(circle, [x, THICK, z]).astype(np.float32), THICK, RING)
        for x, z in rings.middles(passed, REACH)
    ]
