"""Pinholes in the skin are closed.

Where the skin folds, a triangle that only turns towards us after the snap may be missing, and a pixel or
three
of background show through. Real gaps between limbs are longer than that in one direction.
"""

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.jit import inlined, kernel
from otehon.studio.painter.raster import Box, Canvas

# Pixels: holes up to this size are closed.
LARGEST = 3


@kernel
def mend(canvas: Canvas, empty: Floats, box: Box) -> None:
    """Close background pixels with figure on all four sides within `LARGEST`; `empty` (h, w) is the scene's
    depth."""
    depth = canvas.depth
    for y in range(box.top + LARGEST, box.bottom - LARGEST):
        row = np.uint64(y)
        run = LARGEST + 1
        x = box.left
        while x < box.right:
            column = np.uint64(x)
            if depth[row, column] < empty[row, column]:
                if 0 < run <= LARGEST:
                    fill(canvas, empty, y, x, run)
                run = 0
                x += 1
                continue
            run += 1
            # What is too long to be a hole is left in strides.
            x += 1 if run <= LARGEST else LARGEST


@kernel
def fill(canvas: Canvas, empty: Floats, y: int, end: int, run: int) -> None:
    """Close the `run` background pixels of a row that end before column `end`, where they are a hole."""
    for x in range(end - run, end):
        if enclosed(canvas.depth, empty, y, x):
            copy(canvas, y, x, end - run - 1)


@inlined
def enclosed(depth: Floats, empty: Floats, y: int, x: int) -> bool:
    """Whether there is figure closely above and below."""
    above, below = False, False
    for k in range(1, LARGEST + 1):
        above |= depth[y - k, x] < empty[y - k, x]
        below |= depth[y + k, x] < empty[y + k, x]
    return above and below


@inlined
def copy(canvas: Canvas, y: int, x: int, source: int) -> None:
    """Pixel (y, x) becomes like the one at `source` in its row."""
    row, to, of = np.uint64(y), np.uint64(x), np.uint64(source)
    canvas.depth[row, to] = canvas.depth[row, of]
    canvas.luma[row, to] = canvas.luma[row, of]
    canvas.blue[row, to] = canvas.blue[row, of]
    canvas.red[row, to] = canvas.red[row, of]
