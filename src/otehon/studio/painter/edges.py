"""Smooth outlines: along every silhouette and hem the pixels it crosses are mixed by their exact coverage.

Geometric post-process anti-aliasing (Persson, "Geometry Buffer Anti-Aliasing", 2011).
"""

import numpy as np

from otehon.studio.arrays import Bytes, Floats, Number
from otehon.studio.jit import inlined, kernel
from otehon.studio.painter.mesh import Mesh
from otehon.studio.painter.raster import Box, Canvas

F = np.float32
# The edge must be what is seen there: its depth and the drawn one differ by less, metres.
SAME_DEPTH = F(0.035)


@kernel
def smooth_edges(mesh: Mesh, out: Floats, front: Bytes, needed: Bytes, canvas: Canvas, box: Box) -> None:
    """Mix the pixels along all edges between a triangle that faces us and one that does not, or two
    materials."""
    for e in range(mesh.edges.shape[0]):
        left, right = mesh.edges[e, 2], mesh.edges[e, 3]
        outline = front[left] != front[right]
        if not outline and not (mesh.edges[e, 4] and front[left]):
            continue
        a, b = mesh.edges[e, 0], mesh.edges[e, 1]
        if not (needed[a] and needed[b]):
            continue
        face = mesh.triangles[left] if front[left] else mesh.triangles[right]
        gx = (out[face[0], 0] + out[face[1], 0] + out[face[2], 0]) / F(3)
        gy = (out[face[0], 1] + out[face[1], 1] + out[face[2], 1]) / F(3)
        if abs(out[b, 1] - out[a, 1]) >= abs(out[b, 0] - out[a, 0]):
            steep_edge(out[a], out[b], gx, gy, outline, canvas, box)
        else:
            flat_edge(out[a], out[b], gx, gy, outline, canvas, box)


@kernel
def steep_edge(a: Floats, b: Floats, gx: Number, gy: Number, outline: bool, canvas: Canvas, box: Box) -> None:
    """An edge nearer to vertical: one pixel a row, mixed with its neighbour beside it; (gx, gy) lies in the
    face."""
    if b[1] < a[1]:
        a, b = b, a
    ax, ay, az = a[0], a[1], a[2]
    rise = b[1] - ay
    if rise < F(1e-4):
        return
    slope, slope_z = (b[0] - ax) / rise, (b[2] - az) / rise
    face_left = gx < ax + slope * (gy - ay)
    for y in range(max(int(ay + F(0.5)), box.top + 1), min(int(b[1] + F(0.5)), box.bottom - 1)):
        fy = F(y) + F(0.5) - ay
        cross = ax + slope * fy
        x = int(cross)
        if x < box.left + 1 or x >= box.right - 1:
            continue
        part = cross - F(x)
        cover = part if face_left else F(1) - part
        inwards = -1 if face_left else 1
        inside = x if cover > F(0.5) else x + inwards
        outside = x - inwards if cover > F(0.5) else x
        if meets(canvas.depth[y, inside], canvas.depth[y, outside], az + slope_z * fy, outline):
            mix(canvas, y, x, y, inside, y, outside, cover)


@kernel
def flat_edge(a: Floats, b: Floats, gx: Number, gy: Number, outline: bool, canvas: Canvas, box: Box) -> None:
    """As `steep_edge`, for an edge nearer to horizontal: one pixel a column, mixed with the one above or
    below."""
    if b[0] < a[0]:
        a, b = b, a
    ax, ay, az = a[0], a[1], a[2]
    run = b[0] - ax
    if run < F(1e-4):
        return
    slope, slope_z = (b[1] - ay) / run, (b[2] - az) / run
    face_up = gy < ay + slope * (gx - ax)
    for x in range(max(int(ax + F(0.5)), box.left + 1), min(int(b[0] + F(0.5)), box.right - 1)):
        fx = F(x) + F(0.5) - ax
        cross = ay + slope * fx
        y = int(cross)
        if y < box.top + 1 or y >= box.bottom - 1:
            continue
        part = cross - F(y)
        cover = part if face_up else F(1) - part
        inwards = -1 if face_up else 1
        inside = y if cover > F(0.5) else y + inwards
        outside = y - inwards if cover > F(0.5) else y
        if meets(canvas.depth[inside, x], canvas.depth[outside, x], az + slope_z * fx, outline):
            mix(canvas, y, x, inside, x, outside, x, cover)


@inlined
def meets(inside: Number, outside: Number, edge: Number, outline: bool) -> bool:
    """Whether the edge is what shows between these two depths."""
    if abs(inside - edge) > SAME_DEPTH or outside < edge - SAME_DEPTH:
        return False
    return not (outline and outside < inside)


@inlined
def mix(canvas: Canvas, y: int, x: int, y_in: int, x_in: int, y_out: int, x_out: int, cover: Number) -> None:
    """Pixel (y, x) becomes `cover` of the inner pixel and the rest of the outer one, in all planes."""
    rest = F(1) - cover
    luma, blue, red = canvas.luma, canvas.blue, canvas.red
    luma[y, x] = np.uint8(F(luma[y_in, x_in]) * cover + F(luma[y_out, x_out]) * rest + F(0.5))
    blue[y, x] = np.uint8(F(blue[y_in, x_in]) * cover + F(blue[y_out, x_out]) * rest + F(0.5))
    red[y, x] = np.uint8(F(red[y_in, x_in]) * cover + F(red[y_out, x_out]) * rest + F(0.5))
