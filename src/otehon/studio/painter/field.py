"""The posed flesh as a signed distance field, evaluated for a block of points at once.

Within a group primitives melt into each other over their `blend`; a limb melts into the trunk only near its
joint, so an arm never melts into a thigh. The smooth minimum is the polynomial one (Inigo Quilez).
"""

import math

import numpy as np

from otehon.studio.arrays import Floats, Ints
from otehon.studio.jit import kernel
from otehon.studio.painter.lanes import LANES, Field, Points

F = np.float32
FAR = F(9)
# Two groups that touch away from their joint still meet over this length, else the line between them is
# harsh.
LEAST_BLEND = F(0.004)


@kernel
def field_and_gradient(
    posed: Floats, gates: Floats, group: Ints, chosen: Ints, count: int, at: Points, whole: Field, limb: Field
) -> None:
    """Distance and gradient of the `count` chosen primitives (in group order) at the points, into `whole`."""
    clear(whole)
    q = 0
    while q < count:
        g = group[chosen[q]]
        if g > 0:
            clear(limb)
        while q < count and group[chosen[q]] == g:
            add_with_gradient(posed[chosen[q]], at, limb if g > 0 else whole)
            q += 1
        if g > 0:
            join_with_gradient(gates[g], at, whole, limb)


@kernel
def field(
    posed: Floats, gates: Floats, group: Ints, chosen: Ints, count: int, at: Points, whole: Field, limb: Field
) -> None:
    """As `field_and_gradient`, distances alone."""
    for j in range(LANES):
        whole.d[j] = FAR
    q = 0
    while q < count:
        g = group[chosen[q]]
        if g > 0:
            for j in range(LANES):
                limb.d[j] = FAR
        while q < count and group[chosen[q]] == g:
            add(posed[chosen[q]], at, limb if g > 0 else whole)
            q += 1
        if g > 0:
            join(gates[g], at, whole, limb)


@kernel
def clear(into: Field) -> None:
    """Nothing there yet."""
    for j in range(LANES):
        into.d[j] = FAR
        into.x[j] = F(0)
        into.y[j] = F(0)
        into.z[j] = F(0)


@kernel
def add_with_gradient(p: Floats, at: Points, into: Field) -> None:
    """Melt one primitive into the field, with its gradient. `p` is a row of the posed primitives."""
    a0, a1, a2, b0, b1, b2, inverse = p[0], p[1], p[2], p[3], p[4], p[5], p[6]
    radius, step, bulge, s0, s1, s2, w0, w1, blend = (
        p[7],
        p[8],
        p[9],
        p[10],
        p[11],
        p[12],
        p[13],
        p[14],
        p[15],
    )
    sharpness = F(1) / blend
    x, y, z, total, gx, gy, gz = at.x, at.y, at.z, into.d, into.x, into.y, into.z
    for j in range(LANES):
        ax, ay, az = x[j] - a0, y[j] - a1, z[j] - a2
        h = min(max((ax * b0 + ay * b1 + az * b2) * inverse, F(0)), F(1))
        qx, qy, qz, w = ax - b0 * h, ay - b1 * h, az - b2 * h, w0 + w1 * h
        s = min(max(qx * s0 + qy * s1 + qz * s2, -w), w)
        qx -= s0 * s
        qy -= s1 * s
        qz -= s2 * s
        length = math.sqrt(qx * qx + qy * qy + qz * qz)
        hb = h * (F(1) - h)
        d = length - (radius + step * h * h * (F(3) - F(2) * h) + bulge * F(4) * hb * hb)
        slope = (step * F(6) * hb + bulge * F(8) * hb * (F(1) - F(2) * h)) * inverse
        unit = F(1) / max(length, F(1e-6))
        a = total[j]
        e = max(blend - abs(a - d), F(0)) * sharpness
        t = min(max(F(0.5) + F(0.5) * (a - d) * sharpness, F(0)), F(1))
        total[j] = min(a, d) - e * e * blend * F(0.25)
        gx[j] += (qx * unit - b0 * slope - gx[j]) * t
        gy[j] += (qy * unit - b1 * slope - gy[j]) * t
        gz[j] += (qz * unit - b2 * slope - gz[j]) * t


@kernel
def add(p: Floats, at: Points, into: Field) -> None:
    """Melt one primitive into the field, distance alone."""
    a0, a1, a2, b0, b1, b2, inverse = p[0], p[1], p[2], p[3], p[4], p[5], p[6]
    radius, step, bulge, s0, s1, s2, w0, w1, blend = (
        p[7],
        p[8],
        p[9],
        p[10],
        p[11],
        p[12],
        p[13],
        p[14],
        p[15],
    )
    sharpness = F(1) / blend
    x, y, z, total = at.x, at.y, at.z, into.d
    for j in range(LANES):
        ax, ay, az = x[j] - a0, y[j] - a1, z[j] - a2
        h = min(max((ax * b0 + ay * b1 + az * b2) * inverse, F(0)), F(1))
        qx, qy, qz, w = ax - b0 * h, ay - b1 * h, az - b2 * h, w0 + w1 * h
        s = min(max(qx * s0 + qy * s1 + qz * s2, -w), w)
        qx -= s0 * s
        qy -= s1 * s
        qz -= s2 * s
        hb = h * (F(1) - h)
        r = radius + step * h * h * (F(3) - F(2) * h) + bulge * F(4) * hb * hb
        d = math.sqrt(qx * qx + qy * qy + qz * qz) - r
        a = total[j]
        e = max(blend - abs(a - d), F(0)) * sharpness
        total[j] = min(a, d) - e * e * blend * F(0.25)


@kernel
def join_with_gradient(gate: Floats, at: Points, whole: Field, limb: Field) -> None:
    """Melt a limb into the trunk near its joint. `gate`: the joint's x, y, z, 1 / reach, blend at the
    joint."""
    g0, g1, g2, inverse_reach, widest = gate[0], gate[1], gate[2], gate[3], gate[4]
    for j in range(LANES):
        dx, dy, dz = at.x[j] - g0, at.y[j] - g1, at.z[j] - g2
        near = min(max((F(1) - math.sqrt(dx * dx + dy * dy + dz * dz) * inverse_reach) * F(2), F(0)), F(1))
        blend = widest * near + LEAST_BLEND
        sharpness = F(1) / blend
        a, b = whole.d[j], limb.d[j]
        t = min(max(F(0.5) + F(0.5) * (a - b) * sharpness, F(0)), F(1))
        e = max(blend - abs(a - b), F(0)) * sharpness
        whole.d[j] = min(a, b) - e * e * blend * F(0.25)
        whole.x[j] += (limb.x[j] - whole.x[j]) * t
        whole.y[j] += (limb.y[j] - whole.y[j]) * t
        whole.z[j] += (limb.z[j] - whole.z[j]) * t


@kernel
def join(gate: Floats, at: Points, whole: Field, limb: Field) -> None:
    """As `join_with_gradient`, distance alone."""
    g0, g1, g2, inverse_reach, widest = gate[0], gate[1], gate[2], gate[3], gate[4]
    for j in range(LANES):
        dx, dy, dz = at.x[j] - g0, at.y[j] - g1, at.z[j] - g2
        near = min(max((F(1) - math.sqrt(dx * dx + dy * dy + dz * dz) * inverse_reach) * F(2), F(0)), F(1))
        blend = widest * near + LEAST_BLEND
        a, b = whole.d[j], limb.d[j]
        e = max(blend - abs(a - b), F(0)) / blend
        whole.d[j] = min(a, b) - e * e * blend * F(0.25)
