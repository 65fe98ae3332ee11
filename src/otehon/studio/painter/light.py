"""How the figure is lit: one warm key light, a cool sky, a rim and a faint gloss, dimmed by occlusion."""

import math

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.jit import kernel
from otehon.studio.painter.lanes import LANES, Lanes

F = np.float32


@kernel
def light(view: Floats, lanes: Lanes) -> None:
    """Linear colours of a block from its points, normals, occlusion and albedo."""
    e0, e1, e2, l0, l1, l2 = view[0], view[1], view[2], view[15], view[16], view[17]
    x, y, z = lanes.point.x, lanes.point.y, lanes.point.z
    nx, ny, nz = lanes.normal.x, lanes.normal.y, lanes.normal.z
    albedo_r, albedo_g, albedo_b, ao = lanes.albedo.x, lanes.albedo.y, lanes.albedo.z, lanes.occlusion
    r, g, b = lanes.colour.x, lanes.colour.y, lanes.colour.z
    for j in range(LANES):
        dx, dy, dz = x[j] - e0, y[j] - e1, z[j] - e2
        unit = F(1) / math.sqrt(dx * dx + dy * dy + dz * dz)
        dx, dy, dz = dx * unit, dy * unit, dz * unit
        wrapped = max((nx[j] * l0 + ny[j] * l1 + nz[j] * l2 + F(0.22)) / F(1.22), F(0))
        open_ = ao[j]
        key = (wrapped * wrapped * F(0.35) + wrapped * F(0.65)) * (F(0.45) + F(0.55) * open_)
        sky = F(0.5) + F(0.5) * ny[j]
        grazing = F(1) - max(-(nx[j] * dx + ny[j] * dy + nz[j] * dz), F(0))
        rim = grazing * grazing * grazing * F(0.30) * open_ * (F(0.35) + F(0.65) * sky)
        hx, hy, hz = l0 - dx, l1 - dy, l2 - dz
        half = F(1) / math.sqrt(hx * hx + hy * hy + hz * hz)
        gloss = max((nx[j] * hx + ny[j] * hy + nz[j] * hz) * half, F(0))
        gloss *= gloss
        gloss *= gloss
        gloss *= gloss
        gloss *= gloss
        gloss *= gloss
        gloss *= F(0.10) * open_
        r[j] = albedo_r[j] * (F(0.84) * key + open_ * (F(0.16) + F(0.17) * sky)) + rim * F(0.95) + gloss
        g[j] = albedo_g[j] * (F(0.81) * key + open_ * (F(0.175) + F(0.185) * sky)) + rim + gloss
        b[j] = albedo_b[j] * (F(0.765) * key + open_ * (F(0.19) + F(0.215) * sky)) + rim * F(1.1) + gloss
