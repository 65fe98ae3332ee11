"""Triangles to pixels: scanlines with a depth test, colours interpolated, straight into the frame's
planes."""

from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Bytes, Floats
from otehon.studio.jit import inlined, kernel
from otehon.studio.painter.mesh import Mesh

F = np.float32


class Canvas(NamedTuple):
    """Where the figure is drawn: depth (h, w) metres, luma (h, w) of the frame, and chroma at full size.

    `ordered` (64,) is the ordered dither that is added to luma before it is cut to whole numbers, or the soft
    ramps of the skin would show steps.
    """

    depth: Floats
    luma: Bytes
    blue: Bytes
    red: Bytes
    ordered: Floats


class Box(NamedTuple):
    """Rows top..bottom and columns left..right, ends excluded."""

    top: int
    bottom: int
    left: int
    right: int


@kernel
def box_of(out: Floats, needed: Bytes, width: int, height: int) -> Box:
    """The even-aligned box round the needed vertices, inside the picture."""
    x0, x1, y0, y1 = F(1e9), F(-1e9), F(1e9), F(-1e9)
    for v in range(out.shape[0]):
        if needed[v]:
            x0, x1 = min(x0, out[v, 0]), max(x1, out[v, 0])
            y0, y1 = min(y0, out[v, 1]), max(y1, out[v, 1])
    top = max(0, (int(y0) - 2) & ~1)
    left = max(0, (int(x0) - 2) & ~1)
    return Box(
        top, max(top, min(height, (int(y1) + 4) & ~1)), left, max(left, min(width, (int(x1) + 4) & ~1))
    )


@kernel
def raster(mesh: Mesh, out: Floats, needed: Bytes, canvas: Canvas, box: Box, front: Bytes) -> None:
    """Draw all triangles that face the camera, and those of joints from both sides; `front` (t,) says which
    face."""
    for t in range(mesh.triangles.shape[0]):
        a, b, c = mesh.triangles[t, 0], mesh.triangles[t, 1], mesh.triangles[t, 2]
        front[t] = 0
        if not (needed[a] and needed[b] and needed[c]):
            continue
        ab = (out[b, 0] - out[a, 0]) * (out[c, 1] - out[a, 1])
        ac = (out[b, 1] - out[a, 1]) * (out[c, 0] - out[a, 0])
        if ab - ac < F(0):
            front[t] = 1
        elif mesh.joint[t] == 0:
            continue
        if out[b, 1] < out[a, 1]:
            a, b = b, a
        if out[c, 1] < out[a, 1]:
            a, c = c, a
        if out[c, 1] < out[b, 1]:
            b, c = c, b
        triangle(out[a], out[b], out[c], canvas, box)


@inlined
def triangle(a: Floats, b: Floats, c: Floats, canvas: Canvas, box: Box) -> None:
    """One triangle whose corners (x, y, depth, Y, U, V) come from top to bottom."""
    xa, ya, xb, yb, xc, yc = a[0], a[1], b[0], b[1], c[0], c[1]
    first = max(int(max(ya + F(0.5), F(0))), box.top)
    last = min(int(max(yc + F(0.5), F(0))), box.bottom)
    abx, aby, acx, acy = xb - xa, yb - ya, xc - xa, yc - ya
    area = abx * acy - aby * acx
    if last <= first or area * area < F(1e-10):
        return
    inverse = F(1) / area
    per_ac, per_ab = F(1) / max(acy, F(1e-6)), F(1) / max(aby, F(1e-6))
    per_bc = F(1) / max(yc - yb, F(1e-6))
    e1, e2 = b[2] - a[2], c[2] - a[2]
    zx, zy = (e1 * acy - e2 * aby) * inverse, (e2 * abx - e1 * acx) * inverse
    e1, e2 = b[3] - a[3], c[3] - a[3]
    vx, vy = (e1 * acy - e2 * aby) * inverse, (e2 * abx - e1 * acx) * inverse
    e1, e2 = b[4] - a[4], c[4] - a[4]
    ux, uy = (e1 * acy - e2 * aby) * inverse, (e2 * abx - e1 * acx) * inverse
    e1, e2 = b[5] - a[5], c[5] - a[5]
    wx, wy = (e1 * acy - e2 * aby) * inverse, (e2 * abx - e1 * acx) * inverse
    za, va, ua, wa = a[2], a[3], a[4] + F(0.5), a[5] + F(0.5)
    depth, luma, blue, red, ordered = canvas.depth, canvas.luma, canvas.blue, canvas.red, canvas.ordered
    for y in range(first, last):
        fy = F(y) + F(0.5) - ya
        p = xa + acx * fy * per_ac
        q = xa + abx * fy * per_ab if fy < aby else xb + (xc - xb) * (fy - aby) * per_bc
        if p > q:
            p, q = q, p
        start = max(int(max(p + F(0.5), F(0))), box.left)
        end = min(int(max(q + F(0.5), F(0))), box.right)
        fx = F(start) + F(0.5) - xa
        z, v = za + zx * fx + zy * fy, va + vx * fx + vy * fy
        u, w = ua + ux * fx + uy * fy, wa + wx * fx + wy * fy
        # Unsigned indices spare the check for negative ones in the innermost loop.
        row = np.uint64(y)
        dither = (row & np.uint64(7)) << np.uint64(3)
        for x in range(start, end):
            column = np.uint64(x)
            if z < depth[row, column]:
                depth[row, column] = z
                luma[row, column] = np.uint8(np.int32(v + ordered[dither + (column & np.uint64(7))]))
                blue[row, column] = np.uint8(np.int32(u))
                red[row, column] = np.uint8(np.int32(w))
            z += zx
            v += vx
            u += ux
            w += wx
