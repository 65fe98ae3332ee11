"""How far points are from the drawn skin: the very field that is painted, all capsules melted together.

The skin stands out over the bare capsules where they melt, by up to a few centimetres at the seat, so a
check on the capsules alone would let flesh sink.
"""

from typing import Final

import numpy as np

from otehon.motion.checks.figure import GROUPS, Figure
from otehon.motion.flesh import Group
from otehon.motion.kinematics import Pose
from otehon.motion.skeleton import Array, Indices
from otehon.motion.skin import capsule_distance

FAR: Final = 9.0
"""Metres; what a point gets that no capsule is near to."""
_LEAST_BLEND: Final = 0.004
_NEAR: Final = 0.08
"""Metres beyond a capsule at which it can no longer melt into anything: over the largest blend."""


def union_distance(shape: Figure, placed: Pose, instants: Indices, world: Array, capsules: Indices) -> Array:
    """(m,) distance from points (m, 3), each at its instant (m,), to the skin of some of the capsules.

    The capsules are of one group, in their order. `FAR` where none is near.
    """
    union = np.full(len(world), FAR)
    for capsule in map(int, capsules):
        rotation, origin = placed.rotation[:, shape.bodies[capsule]], placed.origin[:, shape.bodies[capsule]]
        middle = origin + rotation @ shape.centres[capsule]
        reach = shape.reaches[capsule] + _NEAR
        near = np.flatnonzero(((world - middle[instants]) ** 2).sum(1) < reach**2)
        when = instants[near]
        local = np.einsum("mji,mj->mi", rotation[when], world[near] - origin[when])
        distance = capsule_distance(shape.capsules[capsule], local)
        union[near] = _melted(union[near], distance, shape.capsules[capsule].blend)
    return union


def drawn_distance(shape: Figure, placed: Pose, instants: Indices, world: Array) -> Array:
    """(m,) distance from points (m, 3), each at its instant (m,), to the whole figure's skin."""
    whole = union_distance(shape, placed, instants, world, _group(shape, "trunk"))
    for gate in shape.gates:
        limb = union_distance(shape, placed, instants, world, _group(shape, gate.group))
        joint = placed.origin[instants, shape.bones.body(gate.body)]
        nearness = np.clip(2 * (1 - np.linalg.norm(world - joint, axis=1) / gate.reach), 0, 1)
        whole = _melted(whole, limb, gate.blend * nearness + _LEAST_BLEND)
    return whole


def _group(shape: Figure, group: Group) -> Indices:
    return np.flatnonzero(shape.groups == GROUPS.index(group))


def _melted(a: Array, b: Array, blend: Array | float) -> Array:
    return np.minimum(a, b) - np.maximum(blend - np.abs(a - b), 0) ** 2 / (4 * blend)
