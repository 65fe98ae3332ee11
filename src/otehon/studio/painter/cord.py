"""A thin round cord (the skipping rope), drawn as shaded lines with a depth test and smooth borders."""

import math

import numpy as np

from otehon.studio.arrays import Floats, Number
from otehon.studio.jit import kernel
from otehon.studio.painter.raster import Box, Canvas
from otehon.studio.painter.view import project

F = np.float32


@kernel
def draw_cord(points: Floats, radius: Number, colour: Floats, view: Floats, canvas: Canvas, box: Box) -> None:
    """Draw a polyline (n, 3) of a round cord of `radius` metres and `colour` (Y, U, V) over what lies behind
    it."""
    for i in range(points.shape[0] - 1):
        draw_segment(points[i], points[i + 1], radius, colour, view, canvas, box)


@kernel
def draw_segment(
    a: Floats, b: Floats, radius: Number, colour: Floats, view: Floats, canvas: Canvas, box: Box
) -> None:
    """One straight piece."""
    ax, ay, az = project(view, a[0], a[1], a[2])
    bx, by, bz = project(view, b[0], b[1], b[2])
    if min(az, bz) < F(0.2):
        return
    thick = max(radius / (view[12] * F(0.5) * (az + bz)), F(0.8))
    dx, dy = bx - ax, by - ay
    inverse = F(1) / max(dx * dx + dy * dy, F(1e-6))
    pad = thick + F(1)
    for y in range(max(box.top, int(min(ay, by) - pad)), min(box.bottom, int(max(ay, by) + pad) + 1)):
        for x in range(max(box.left, int(min(ax, bx) - pad)), min(box.right, int(max(ax, bx) + pad) + 1)):
            px, py = F(x) + F(0.5) - ax, F(y) + F(0.5) - ay
            h = (px * dx + py * dy) * inverse
            # Neighbouring pieces share a joint; blending it twice would show as beads.
            if h < F(0) or h >= F(1):
                continue
            qx, qy = px - dx * h, py - dy * h
            off = math.sqrt(qx * qx + qy * qy)
            cover = min(thick - off + F(0.5), F(1))
            depth = az + (bz - az) * h
            if cover <= F(0) or depth > canvas.depth[y, x] + F(0.01):
                continue
            lit = F(1.15) - F(0.45) * min(off / thick, F(1))
            blend_in(canvas, y, x, colour, lit, cover)
            if cover > F(0.5):
                canvas.depth[y, x] = depth


@kernel
def blend_in(canvas: Canvas, y: int, x: int, colour: Floats, lit: Number, cover: Number) -> None:
    """Put `cover` of a colour over a pixel, its luma scaled by `lit`."""
    rest = F(1) - cover
    luma = min(F(16) + (colour[0] - F(16)) * lit, F(235))
    canvas.luma[y, x] = np.uint8(F(canvas.luma[y, x]) * rest + luma * cover + F(0.5))
    canvas.blue[y, x] = np.uint8(F(canvas.blue[y, x]) * rest + colour[1] * cover + F(0.5))
    canvas.red[y, x] = np.uint8(F(canvas.red[y, x]) * rest + colour[2] * cover + F(0.5))
