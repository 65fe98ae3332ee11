"""The floor with its lines, and the haze that it fades into."""

import math
from typing import Literal

import numpy as np

from otehon.studio.arrays import Floats, Number
from otehon.studio.jit import inlined, kernel
from otehon.studio.scene.room import Room

F = np.float32
# Metres between the thin lines, and from the middle to both broad ones; half their widths.
GRID, LANE, THIN, BROAD = F(0.5), F(0.61), F(0.004), F(0.022)


Still = Literal["all", "along", "none"]
"""Which of the floor's lines stand still: where the body travels, not those that it passes."""


def lay_floor(room: Room, still: Still = "all") -> None:
    """Fill the whole picture: haze above the horizon, floor below it."""
    kept = np.array([still == "all", still != "none"], np.float32)
    paint_floor(room.camera.packed(), room.colour, room.ground_x, room.ground_z, kept)


@kernel
def paint_floor(view: Floats, colour: Floats, ground_x: Floats, ground_z: Floats, kept: Floats) -> None:
    """Linear RGB (h, w, 3) of the empty room, and where on the floor each pixel lies; others are left as they
    are. `kept`: 1 or 0 for the lines across x and for those along it."""
    height, width = ground_x.shape
    for y in range(height):
        for x in range(width):
            u = (F(x) + F(0.5) - view[13]) * view[12]
            v = -(F(y) + F(0.5) - view[14]) * view[12]
            dx, dy, dz = (
                view[9] + view[3] * u + view[6] * v,
                view[10] + view[4] * u + view[7] * v,
                view[11] + view[5] * u + view[8] * v,
            )
            unit = F(1) / math.sqrt(dx * dx + dy * dy + dz * dz)
            dx, dy, dz = dx * unit, dy * unit, dz * unit
            rise = min(max(dy * F(1.6) + F(0.12), F(0)), F(1))
            r, g, b = F(0.60) - F(0.30) * rise, F(0.66) - F(0.28) * rise, F(0.74) - F(0.24) * rise
            if dy < F(-1e-3):
                far = -view[1] / dy
                px, pz = view[0] + dx * far, view[2] + dz * far
                ground_x[y, x], ground_z[y, x] = px, pz
                away = math.sqrt(px * px + pz * pz)
                fr, fg, fb = floor_at(px, pz, far * view[12] * F(0.55) / max(-dy, F(0.05)), kept)
                fog = min(max((away - F(1.5)) / F(5.5), F(0)), F(1))
                fog = fog * fog * (F(3) - F(2) * fog)
                r, g, b = fr + (r - fr) * fog, fg + (g - fg) * fog, fb + (b - fb) * fog
            ex, ey = F(x) / F(width) - F(0.5), F(y) / F(height) - F(0.5)
            vignette = F(1) - F(0.44) * (ex * ex + ey * ey)
            colour[y, x, 0], colour[y, x, 1], colour[y, x, 2] = r * vignette, g * vignette, b * vignette


@kernel
def floor_at(x: Number, z: Number, wide: Number, kept: Floats) -> tuple[Number, Number, Number]:
    """The floor's colour at a place where a pixel is `wide` metres: far lines fade."""
    away = math.sqrt(x * x + z * z)
    pool = math.exp(-((away / F(2.1)) * (away / F(2.1))))
    r, g, b = F(0.36) + pool * F(0.30), F(0.41) + pool * F(0.29), F(0.48) + pool * F(0.27)
    across, along = line(off_line(x, GRID), THIN, wide), line(off_line(z, GRID), THIN, wide)
    thin = max(across * kept[0], along * kept[1])
    shade = F(1) - F(0.14) * thin * min(max(F(1) - away / F(3.4), F(0)), F(1))
    r, g, b = r * shade, g * shade, b * shade
    broad = max(line(abs(z - LANE), BROAD, wide), line(abs(z + LANE), BROAD, wide))
    broad *= kept[1] * F(0.75) * min(max(F(1) - away / F(5), F(0)), F(1))
    return r + (F(0.92) - r) * broad, g + (F(0.94) - g) * broad, b + (F(0.96) - b) * broad


@inlined
def off_line(at: Number, period: Number) -> Number:
    """Metres to the nearest of the lines that stand every `period`."""
    place = at / period + F(0.5)
    return abs(place - math.floor(place) - F(0.5)) * period


@inlined
def line(off: Number, half: Number, wide: Number) -> Number:
    """How much of a pixel of that width, `off` metres from its middle, a line of that half-width covers."""
    return min(max((half + wide - off) / (F(2) * wide), F(0)), F(1)) * min(half / wide * F(1.5), F(1))
