"""A board that shows how fast a training is run, as the painter draws it: seen from the side of the way."""

from typing import Final

import numpy as np

from otehon.motion.props import PaceBoard
from otehon.studio.arrays import Floats
from otehon.studio.painter.painter import Cord

STEEL: Final[Floats] = np.array([96, 130, 124], np.float32)
EASY: Final[Floats] = np.array([104, 146, 96], np.float32)
FAST: Final[Floats] = np.array([126, 74, 186], np.float32)
"""Y, U, V: grey, blue, orange."""
FAST_FROM: Final = 0.6
"""The bars that are orange; ours: from a tempo run on."""
HALF, FOOT, TALL, POST = 0.3, 0.78, 0.46, 0.012
"""Half the width of a board, the height of its lower edge and its own, half of a post's thickness; metres."""


def standing_board(board: PaceBoard | None) -> list[Cord]:
    """The board, on two posts."""
    if board is None:
        return []
    top = FOOT + TALL
    frame = [(-HALF, 0.0), (-HALF, top), (HALF, top), (HALF, 0.0)]
    return [
        _cord(board, frame, POST, STEEL),
        _cord(board, [(-HALF, FOOT), (HALF, FOOT)], POST, STEEL),
        *(_bar(board, index, pace) for index, pace in enumerate(board.bars)),
    ]


def _bar(board: PaceBoard, index: int, pace: float) -> Cord:
    each = 2 * (HALF - 2 * POST) / len(board.bars)
    x = 2 * POST - HALF + each * (index + 0.5)
    colour = FAST if pace >= FAST_FROM else EASY
    return _cord(board, [(x, FOOT + POST), (x, FOOT + TALL * pace)], 0.44 * each, colour)


def _cord(board: PaceBoard, flat: list[tuple[float, float]], radius: float, colour: Floats) -> Cord:
    return Cord(np.array([(board.x + x, y, board.z) for x, y in flat], np.float32), radius, colour)
