"""Chroma from full size to half."""

import numpy as np

from otehon.studio.arrays import Bytes
from otehon.studio.jit import kernel


@kernel
def shrink(full: Bytes, half: Bytes) -> None:
    """Each pixel of `half` (h/2, w/2) becomes the rounded mean of four of `full` (h, w)."""
    for y in range(half.shape[0]):
        upper, lower, out = full[2 * y], full[2 * y + 1], half[y]
        for x in range(half.shape[1]):
            total = np.int32(upper[2 * x]) + np.int32(upper[2 * x + 1]) + np.int32(lower[2 * x])
            out[x] = np.uint8((total + np.int32(lower[2 * x + 1]) + np.int32(2)) >> 2)
