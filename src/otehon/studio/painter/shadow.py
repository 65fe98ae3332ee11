"""The soft shadow on the floor: blobs along every limb, thrown along the light, in a coarse grid of
transmittance."""

import math
from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Bytes, Floats, Ints, Number
from otehon.studio.jit import kernel
from otehon.studio.painter.primitives import Primitives
from otehon.studio.painter.raster import Box
from otehon.studio.painter.view import project
from otehon.studio.planes import Planes

F = np.float32
# A grid of 125 x 125 cells of 40 mm covers 5 m x 5 m round the origin.
CELL, CORNER, CELLS = F(0.04), F(-2.5), 125
# What lets more light through than this is not worth drawing.
VISIBLE = F(0.985)
SHADES = 1024


class Ground(NamedTuple):
    """The empty scene as the shadow needs it, at half size (h/2, w/2).

    cell: index into the grid, or -1 where no shadow falls; part (…, 2) the place inside the cell; tint (…, 2)
    red and blue of the background, 0..255; shade (SHADES, 3) how much of red, green and blue is left per
    transmittance; luma (h, w), blue and red (h/2, w/2) are the background's planes.
    """

    cell: Ints
    part: Floats
    tint: Floats
    shade: Floats
    luma: Bytes
    blue: Bytes
    red: Bytes


@kernel
def cast_shadow(primitives: Primitives, posed: Floats, view: Floats, grid: Floats) -> Box:
    """Fill the grid (CELLS, CELLS) with transmittance 0..1; returns the part of it that is dark."""
    for a in range(grid.shape[0]):
        for b in range(grid.shape[1]):
            grid[a, b] = F(1)
    lean_x, lean_z = view[15] / view[16], view[17] / view[16]
    top, bottom, left, right = grid.shape[0], 0, grid.shape[1], 0
    for i in range(posed.shape[0]):
        if primitives.casts[i] == 0:
            continue
        p = posed[i]
        length = math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5])
        thick = p[7] + p[8] * F(0.5) + p[9] * F(0.2)
        steps = max(1, min(6, int(length / (thick * F(1.1))) + 1))
        across = 0 if p[13] < F(0.02) else 1
        for k in range(steps + 1):
            h = F(k) / F(steps)
            r = p[7] + p[8] * h
            for w in range(-across, across + 1):
                off = F(w) * (p[13] + p[14] * h)
                x, y, z = (
                    p[0] + p[3] * h + p[10] * off,
                    p[1] + p[4] * h + p[11] * off,
                    p[2] + p[5] * h + p[12] * off,
                )
                y = max(y, F(0))
                far = splat(
                    grid,
                    x - lean_x * y,
                    z - lean_z * y,
                    r + F(0.02) + F(0.16) * y,
                    F(0.30) / (F(1) + F(2) * y),
                )
                top, bottom, left, right = (
                    min(top, far.top),
                    max(bottom, far.bottom),
                    min(left, far.left),
                    max(right, far.right),
                )
                if y <= F(0.35):
                    splat(grid, x, z, r * F(1.1) + F(0.02) + y * F(0.9), F(0.30) * (F(1) - y / F(0.35)))
                    near = splat_box(grid, x, z, r * F(1.1) + F(0.02) + y * F(0.9))
                    top, bottom, left, right = (
                        min(top, near.top),
                        max(bottom, near.bottom),
                        min(left, near.left),
                        max(right, near.right),
                    )
    return tightened(grid, Box(top, bottom, left, right))


@kernel
def splat_box(grid: Floats, x: Number, z: Number, radius: Number) -> Box:
    """The grid cells that a blob touches."""
    per = F(1) / CELL
    return Box(
        max(0, int((z - radius - CORNER) * per) + 1),
        max(0, min(grid.shape[0], int((z + radius - CORNER) * per) + 1)),
        max(0, int((x - radius - CORNER) * per) + 1),
        max(0, min(grid.shape[1], int((x + radius - CORNER) * per) + 1)),
    )


@kernel
def splat(grid: Floats, x: Number, z: Number, radius: Number, strength: Number) -> Box:
    """Darken a soft round blob."""
    box = splat_box(grid, x, z, radius)
    inverse = F(1) / (radius * radius)
    for a in range(box.top, box.bottom):
        dz = CORNER + F(a) * CELL - z
        row = grid[a]
        for b in range(box.left, box.right):
            dx = CORNER + F(b) * CELL - x
            e = max(F(1) - (dx * dx + dz * dz) * inverse, F(0))
            row[b] *= F(1) - strength * e * e
    return box


@kernel
def tightened(grid: Floats, box: Box) -> Box:
    """The box without its rows and columns that are hardly dark."""
    top, bottom, left, right = box.bottom, box.top, box.right, box.left
    for a in range(box.top, box.bottom):
        for b in range(box.left, box.right):
            if grid[a, b] < VISIBLE:
                top, bottom, left, right = min(top, a), a + 1, min(left, b), max(right, b + 1)
    return Box(top, bottom, left, right)


@kernel
def shadow_box(view: Floats, dark: Box, width: int, height: int) -> Box:
    """Where the dark part of the floor lies in the picture, even-aligned."""
    if dark.bottom <= dark.top:
        return Box(0, 0, 0, 0)
    x0, x1, y0, y1 = F(1e9), F(-1e9), F(1e9), F(-1e9)
    for corner in range(4):
        x = CORNER + CELL * F(dark.right if corner & 1 else dark.left - 1)
        z = CORNER + CELL * F(dark.bottom if corner & 2 else dark.top - 1)
        across, down, depth = project(view, x, F(0), z)
        if depth < F(0.2):
            return Box(0, height, 0, width)
        x0, x1, y0, y1 = min(x0, across), max(x1, across), min(y0, down), max(y1, down)
    return Box(
        min(max(0, int(max(y0, F(-9))) & ~1), height),
        max(0, min(height, (int(min(y1, F(9999))) + 2) & ~1)),
        min(max(0, int(max(x0, F(-9))) & ~1), width),
        max(0, min(width, (int(min(x1, F(9999))) + 2) & ~1)),
    )


@kernel
def light_through(flat: Floats, ground: Ground, half: Box, through: Floats) -> None:
    """Transmittance of the picture's half-size pixels in the box, bilinear, into `through` (h/2, w/2)."""
    wide = CELLS
    for y in range(half.top, half.bottom):
        row, cell, part = through[y], ground.cell[y], ground.part[y]
        for x in range(half.left, half.right):
            i = cell[x]
            v = F(1)
            if i >= 0:
                a, b = part[x, 0], part[x, 1]
                upper = flat[i] * (F(1) - a) + flat[i + 1] * a
                lower = flat[i + wide] * (F(1) - a) + flat[i + wide + 1] * a
                v = upper * (F(1) - b) + lower * b
            row[x] = v


@kernel
def lay_shadow(flat: Floats, ground: Ground, box: Box, through: Floats, frame: Planes) -> Box:
    """Darken the frame's background inside the box; `flat` is the grid, row after row.

    Returns the box of what became darker.
    """
    half = Box(box.top >> 1, box.bottom >> 1, box.left >> 1, box.right >> 1)
    light_through(flat, ground, half, through)
    shade = ground.shade
    top, bottom, left, right = half.bottom, half.top, half.right, half.left
    for y in range(half.top, half.bottom - 1):
        here, below = through[y], through[y + 1]
        for x in range(half.left, half.right - 1):
            if here[x] > F(0.99):
                continue
            top, bottom, left, right = min(top, y), y + 1, min(left, x), max(right, x + 1)
            k = min(max(int(here[x] * F(SHADES - 1)), 0), SHADES - 1)
            green = shade[k, 1]
            beside = F(0.5) * (green + shade[min(int(here[x + 1] * F(SHADES - 1)), SHADES - 1), 1])
            under = F(0.5) * (green + shade[min(int(below[x] * F(SHADES - 1)), SHADES - 1), 1])
            dr = (shade[k, 0] - green) * ground.tint[y, x, 0]
            db = (shade[k, 2] - green) * ground.tint[y, x, 1]
            frame.blue[y, x] = np.uint8(
                F(128.5) + (F(ground.blue[y, x]) - F(128)) * green - F(0.1006) * dr + F(0.4392) * db
            )
            frame.red[y, x] = np.uint8(
                F(128.5) + (F(ground.red[y, x]) - F(128)) * green + F(0.4392) * dr - F(0.0403) * db
            )
            base = F(16.5) + F(0.1826) * dr + F(0.0620) * db
            y2, x2 = 2 * y, 2 * x
            frame.luma[y2, x2] = darker(frame.luma[y2, x2], green, base)
            frame.luma[y2, x2 + 1] = darker(frame.luma[y2, x2 + 1], beside, base)
            frame.luma[y2 + 1, x2] = darker(frame.luma[y2 + 1, x2], under, base)
            frame.luma[y2 + 1, x2 + 1] = darker(frame.luma[y2 + 1, x2 + 1], beside + under - green, base)
    return Box(2 * top, 2 * bottom, 2 * left, 2 * right)


@kernel
def darker(luma: int, left: Number, base: Number) -> int:
    """Luma under a shadow that leaves `left` of green."""
    return np.uint8((F(luma) - F(16)) * left + base)  # pyright: ignore[reportReturnType]
