"""A frame's pixels as the encoder takes them."""

from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Bytes


class Planes(NamedTuple):
    """BT.709 limited-range 4:2:0: luma (h, w), blue and red difference (h/2, w/2)."""

    luma: Bytes
    blue: Bytes
    red: Bytes

    def copied(self) -> "Planes":
        """A frame of one's own."""
        return Planes(self.luma.copy(), self.blue.copy(), self.red.copy())

    @classmethod
    def empty(cls, width: int, height: int) -> "Planes":
        """A black frame; both sides even."""
        half = (height // 2, width // 2)
        return cls(
            np.full((height, width), 16, np.uint8), np.full(half, 128, np.uint8), np.full(half, 128, np.uint8)
        )
