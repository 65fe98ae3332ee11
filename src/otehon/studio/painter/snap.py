"""The skinned guess is pulled onto the posed flesh, and every vertex is shaded there."""

import math
from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Bytes, Floats, Ints, Number
from otehon.studio.jit import kernel
from otehon.studio.painter.field import field, field_and_gradient
from otehon.studio.painter.lanes import LANES, Lanes
from otehon.studio.painter.light import light
from otehon.studio.painter.mesh import Mesh
from otehon.studio.painter.view import project

F = np.float32
STEPS = 2
LONGEST_STEP = F(0.05)
# Two taps along the normal, metres, with the weight of what is missing there.
TAP_NEAR, TAP_FAR, WEIGHT_NEAR, WEIGHT_FAR = F(0.028), F(0.075), F(9), F(5.5)
DARKEST = F(0.85)
# A primitive farther than this from a block neither shapes (blend lengths) nor darkens (far tap) it, metres.
REACH_SHAPE, REACH_TAP = F(0.058), F(0.085)


class Body(NamedTuple):
    """The posed figure: primitives (n, 16), gates (5, 5), their groups, and light's tone curve of 2048
    steps."""

    posed: Floats
    gates: Floats
    group: Ints
    tone: Floats


class Work(NamedTuple):
    """Scratch: the block's lanes, its vertices, and the primitives near it."""

    lanes: Lanes
    vertex: Ints
    shaping: Ints
    darkening: Ints


@kernel
def snap(
    mesh: Mesh,
    body: Body,
    view: Floats,
    albedo: Floats,
    needed: Bytes,
    points: Floats,
    work: Work,
    out: Floats,
) -> None:
    """Snap, shade and project the needed vertices: `out` (n, 6) holds x, y, depth, Y, U, V; `points` is
    moved.

    `albedo` is (3, n), linear.
    """
    lanes = work.lanes
    count = 0
    bone = -1
    for v in range(mesh.owner.shape[0]):
        if needed[v] == 0:
            continue
        if count > 0 and (count == LANES or mesh.owner[v] != bone):
            do_block(mesh, body, view, bone, count, points, work, out)
            count = 0
        bone = mesh.owner[v]
        work.vertex[count] = v
        lanes.point.x[count] = points[0, v]
        lanes.point.y[count] = points[1, v]
        lanes.point.z[count] = points[2, v]
        lanes.albedo.x[count] = albedo[0, v]
        lanes.albedo.y[count] = albedo[1, v]
        lanes.albedo.z[count] = albedo[2, v]
        count += 1
    if count > 0:
        do_block(mesh, body, view, bone, count, points, work, out)
    weld(mesh, needed, out)


@kernel
def weld(mesh: Mesh, needed: Bytes, out: Floats) -> None:
    """Twins stand at exactly one place, or a crack shows between materials."""
    for t in range(mesh.twins.shape[0]):
        a, b = mesh.twins[t, 0], mesh.twins[t, 1]
        if needed[a]:
            out[b, 0] = out[a, 0]
            out[b, 1] = out[a, 1]
            out[b, 2] = out[a, 2]


@kernel
def do_block(
    mesh: Mesh, body: Body, view: Floats, bone: int, count: int, points: Floats, work: Work, out: Floats
) -> None:
    """One block of vertices of one bone."""
    pad(work, count)
    near, nearer = gather(mesh, body, bone, work)
    pull(body, nearer, work)
    occlude(body, near, work)
    light(view, work.lanes)
    store(view, body.tone, count, points, work, out)


@kernel
def pad(work: Work, count: int) -> None:
    """Fill the block up with its last vertex, so that the loops have a constant length."""
    point, albedo = work.lanes.point, work.lanes.albedo
    for j in range(count, LANES):
        work.vertex[j] = work.vertex[count - 1]
        point.x[j] = point.x[count - 1]
        point.y[j] = point.y[count - 1]
        point.z[j] = point.z[count - 1]
        albedo.x[j] = albedo.x[count - 1]
        albedo.y[j] = albedo.y[count - 1]
        albedo.z[j] = albedo.z[count - 1]


@kernel
def gather(mesh: Mesh, body: Body, bone: int, work: Work) -> tuple[int, int]:
    """The primitives near the block: how many may darken it, and how many may shape it."""
    point = work.lanes.point
    cx, cy, cz, reach2 = F(0), F(0), F(0), F(0)
    for j in range(LANES):
        cx += point.x[j]
        cy += point.y[j]
        cz += point.z[j]
    cx, cy, cz = cx / F(LANES), cy / F(LANES), cz / F(LANES)
    for j in range(LANES):
        dx, dy, dz = point.x[j] - cx, point.y[j] - cy, point.z[j] - cz
        reach2 = max(reach2, dx * dx + dy * dy + dz * dz)
    reach = math.sqrt(reach2)
    near, nearer = 0, 0
    for i in range(body.posed.shape[0]):
        gap = gap_to(body.posed[i], cx, cy, cz) - reach
        if gap < REACH_TAP:
            work.darkening[near] = i
            near += 1
            if gap < REACH_SHAPE and mesh.shapes[bone, i]:
                work.shaping[nearer] = i
                nearer += 1
    if nearer == 0:
        for i in range(body.posed.shape[0]):
            if mesh.shapes[bone, i]:
                work.shaping[nearer] = i
                nearer += 1
    return near, nearer


@kernel
def gap_to(p: Floats, x: Number, y: Number, z: Number) -> float:
    """A lower bound of the distance from a point to a primitive."""
    ax, ay, az = x - p[0], y - p[1], z - p[2]
    h = min(max((ax * p[3] + ay * p[4] + az * p[5]) * p[6], F(0)), F(1))
    qx, qy, qz = ax - p[3] * h, ay - p[4] * h, az - p[5] * h
    thick = max(p[7], p[7] + p[8]) + max(p[9], F(0)) * F(0.25) + max(p[13], p[13] + p[14])
    return math.sqrt(qx * qx + qy * qy + qz * qz) - thick


@kernel
def pull(body: Body, count: int, work: Work) -> None:
    """Newton steps along the gradient onto the surface; leaves the unit normals."""
    lanes = work.lanes
    for _ in range(STEPS):
        field_and_gradient(
            body.posed, body.gates, body.group, work.shaping, count, lanes.point, lanes.whole, lanes.limb
        )
        step(lanes)


@kernel
def step(lanes: Lanes) -> None:
    """One Newton step."""
    x, y, z = lanes.point.x, lanes.point.y, lanes.point.z
    nx, ny, nz = lanes.normal.x, lanes.normal.y, lanes.normal.z
    whole = lanes.whole
    for j in range(LANES):
        gx, gy, gz = whole.x[j], whole.y[j], whole.z[j]
        unit = F(1) / math.sqrt(gx * gx + gy * gy + gz * gz + F(1e-12))
        gx, gy, gz = gx * unit, gy * unit, gz * unit
        d = min(max(whole.d[j], -LONGEST_STEP), LONGEST_STEP)
        x[j] -= gx * d
        y[j] -= gy * d
        z[j] -= gz * d
        nx[j] = gx
        ny[j] = gy
        nz[j] = gz


@kernel
def occlude(body: Body, count: int, work: Work) -> None:
    """How open each vertex is to the sky, 1 open to 0.15, from what is near it along its normal and the
    floor."""
    lanes = work.lanes
    tap, ao, d = lanes.tap, lanes.occlusion, lanes.whole.d
    reach_out(lanes, TAP_NEAR)
    field(body.posed, body.gates, body.group, work.darkening, count, tap, lanes.whole, lanes.limb)
    for j in range(LANES):
        ao[j] = (TAP_NEAR - min(d[j], tap.y[j])) * WEIGHT_NEAR
    reach_out(lanes, TAP_FAR)
    field(body.posed, body.gates, body.group, work.darkening, count, tap, lanes.whole, lanes.limb)
    for j in range(LANES):
        dark = ao[j] + (TAP_FAR - min(d[j], tap.y[j])) * WEIGHT_FAR
        ao[j] = F(1) - min(max(dark, F(0)), DARKEST)


@kernel
def reach_out(lanes: Lanes, far: Number) -> None:
    """Set the tap `far` metres outside each vertex."""
    point, normal, tap = lanes.point, lanes.normal, lanes.tap
    for j in range(LANES):
        tap.x[j] = point.x[j] + normal.x[j] * far
        tap.y[j] = point.y[j] + normal.y[j] * far
        tap.z[j] = point.z[j] + normal.z[j] * far


@kernel
def toned(tone: Floats, value: Number) -> float:
    """Linear light to 0..255 as it is shown."""
    return tone[min(max(int(value * F(2047)), 0), 2047)]


@kernel
def store(view: Floats, tone: Floats, count: int, points: Floats, work: Work, out: Floats) -> None:
    """Project the block and turn its colours into BT.709 limited-range YUV."""
    point, colour = work.lanes.point, work.lanes.colour
    for j in range(count):
        v = work.vertex[j]
        points[0, v] = point.x[j]
        points[1, v] = point.y[j]
        points[2, v] = point.z[j]
        across, down, depth = project(view, point.x[j], point.y[j], point.z[j])
        r, g, b = toned(tone, colour.x[j]), toned(tone, colour.y[j]), toned(tone, colour.z[j])
        out[v, 0] = across
        out[v, 1] = down
        out[v, 2] = depth
        out[v, 3] = F(16) + F(0.1826) * r + F(0.6142) * g + F(0.0620) * b
        out[v, 4] = F(128) - F(0.1006) * r - F(0.3386) * g + F(0.4392) * b
        out[v, 5] = F(128) + F(0.4392) * r - F(0.3989) * g - F(0.0403) * b
