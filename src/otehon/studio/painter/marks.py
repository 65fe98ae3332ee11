"""White lines on ground that moves under the figure: drawn anew for every frame, before the figure."""

import math

import numpy as np

from otehon.studio.arrays import Bytes, Floats
from otehon.studio.jit import kernel
from otehon.studio.painter.view import project

F = np.float32
HALF_WIDTH, STRENGTH, WHITE = F(0.014), F(0.62), F(226)
"""Metres; how much of the floor a line covers; its luma."""
REACH = F(3.2)
"""Metres from the middle at which lines have faded away."""


@kernel
def draw_marks(marks: Floats, view: Floats, free: Bytes, luma: Bytes) -> None:
    """Draw lines (m, 2, 3) on the floor into the luma (h, w), where `free` (h, w) is 1."""
    for i in range(marks.shape[0]):
        draw_mark(marks[i, 0], marks[i, 1], view, free, luma)


@kernel
def draw_mark(a: Floats, b: Floats, view: Floats, free: Bytes, luma: Bytes) -> None:
    """One straight line, as wide as it is seen there."""
    ax, ay, az = project(view, a[0], a[1], a[2])
    bx, by, bz = project(view, b[0], b[1], b[2])
    if min(az, bz) < F(0.2):
        return
    dx, dy = bx - ax, by - ay
    inverse = F(1) / max(dx * dx + dy * dy, F(1e-6))
    # A line on the floor is seen the narrower the flatter one looks along it.
    across = abs(dx) * math.sqrt(inverse)
    thick = max(HALF_WIDTH / (view[12] * F(0.5) * (az + bz)) * (F(1) - F(0.7) * across), F(0.7))
    pad = thick + F(1)
    for y in range(max(0, int(min(ay, by) - pad)), min(luma.shape[0], int(max(ay, by) + pad) + 1)):
        for x in range(max(0, int(min(ax, bx) - pad)), min(luma.shape[1], int(max(ax, bx) + pad) + 1)):
            px, py = F(x) + F(0.5) - ax, F(y) + F(0.5) - ay
            h = (px * dx + py * dy) * inverse
            if h < F(0) or h >= F(1) or free[y, x] == 0:
                continue
            qx, qy = px - dx * h, py - dy * h
            cover = min(thick - math.sqrt(qx * qx + qy * qy) + F(0.5), F(1))
            if cover <= F(0):
                continue
            wx, wz = a[0] + (b[0] - a[0]) * h, a[2] + (b[2] - a[2]) * h
            near = max(F(1) - math.sqrt(wx * wx + wz * wz) / REACH, F(0))
            part = cover * STRENGTH * near
            luma[y, x] = np.uint8(F(luma[y, x]) * (F(1) - part) + WHITE * part + F(0.5))
