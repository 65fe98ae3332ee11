"""Dual-quaternion skinning: a first guess of where each vertex goes, good enough to be snapped from.

Kavan et al., "Geometric Skinning with Approximate Dual Quaternion Blending", 2008.
"""

import math

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.jit import inlined, kernel
from otehon.studio.painter.mesh import Mesh

F = np.float32


@kernel
def skin(mesh: Mesh, bones: Floats, rigid: Floats, motors: Floats, points: Floats) -> None:
    """Move the rest vertices with the bones: fills `points` (3, n).

    `rigid` (3, 4) and `motors` (bones, 8) are scratch.
    """
    for b in range(bones.shape[0]):
        motor_of(bones[b], mesh.rest[b], rigid, motors[b])
    for i in range(mesh.vertices.shape[0]):
        move_vertex(mesh, motors, points, i)


@kernel
def motor_of(bone: Floats, rest: Floats, r: Floats, motor: Floats) -> None:
    """The rigid motion that takes a bone from rest to its pose, as a matrix `r` (3, 4) and as a unit dual
    quaternion (w, x, y, z twice)."""
    for i in range(3):
        shift = bone[i, 3]
        for k in range(3):
            value = bone[i, 0] * rest[k, 0] + bone[i, 1] * rest[k, 1] + bone[i, 2] * rest[k, 2]
            r[i, k] = value
        for k in range(3):
            shift -= r[i, k] * rest[k, 3]
        r[i, 3] = shift
    quaternion(r, motor)
    w, x, y, z = motor[0], motor[1], motor[2], motor[3]
    a, b, c = r[0, 3], r[1, 3], r[2, 3]
    motor[4] = F(-0.5) * (a * x + b * y + c * z)
    motor[5] = F(0.5) * (a * w + b * z - c * y)
    motor[6] = F(0.5) * (b * w + c * x - a * z)
    motor[7] = F(0.5) * (c * w + a * y - b * x)


@kernel
def quaternion(r: Floats, out: Floats) -> None:
    """Rotation matrix to quaternion, by its largest component (Shepperd)."""
    trace = r[0, 0] + r[1, 1] + r[2, 2]
    if trace > F(0):
        q = math.sqrt(trace + F(1))
        out[0] = q * F(0.5)
        q = F(0.5) / q
        out[1] = (r[2, 1] - r[1, 2]) * q
        out[2] = (r[0, 2] - r[2, 0]) * q
        out[3] = (r[1, 0] - r[0, 1]) * q
        return
    i = 0
    if r[1, 1] > r[0, 0]:
        i = 1
    if r[2, 2] > r[i, i]:
        i = 2
    j = (i + 1) % 3
    k = (i + 2) % 3
    q = math.sqrt(F(1) + r[i, i] - r[j, j] - r[k, k])
    out[1 + i] = q * F(0.5)
    q = F(0.5) / q
    out[0] = (r[k, j] - r[j, k]) * q
    out[1 + j] = (r[j, i] + r[i, j]) * q
    out[1 + k] = (r[k, i] + r[i, k]) * q


@inlined
def move_vertex(mesh: Mesh, motors: Floats, points: Floats, i: int) -> None:
    """Blend the vertex's motors and apply the blend to it."""
    first = motors[mesh.bone_of[i, 0]]
    share = mesh.weight[i, 0]
    w, x, y, z = share * first[0], share * first[1], share * first[2], share * first[3]
    e0, e1, e2, e3 = share * first[4], share * first[5], share * first[6], share * first[7]
    for k in range(1, 4):
        share = mesh.weight[i, k]
        if share > F(0.004):
            m = motors[mesh.bone_of[i, k]]
            if first[0] * m[0] + first[1] * m[1] + first[2] * m[2] + first[3] * m[3] < F(0):
                share = -share
            w += share * m[0]
            x += share * m[1]
            y += share * m[2]
            z += share * m[3]
            e0 += share * m[4]
            e1 += share * m[5]
            e2 += share * m[6]
            e3 += share * m[7]
    s = F(1) / math.sqrt(w * w + x * x + y * y + z * z)
    w, x, y, z, e0, e1, e2, e3 = w * s, x * s, y * s, z * s, e0 * s, e1 * s, e2 * s, e3 * s
    vx, vy, vz = mesh.vertices[i, 0], mesh.vertices[i, 1], mesh.vertices[i, 2]
    cx, cy, cz = y * vz - z * vy + w * vx, z * vx - x * vz + w * vy, x * vy - y * vx + w * vz
    points[0, i] = vx + F(2) * (y * cz - z * cy + w * e1 - e0 * x + y * e3 - z * e2)
    points[1, i] = vy + F(2) * (z * cx - x * cz + w * e2 - e0 * y + z * e1 - x * e3)
    points[2, i] = vz + F(2) * (x * cy - y * cx + w * e3 - e0 * z + x * e2 - y * e1)
