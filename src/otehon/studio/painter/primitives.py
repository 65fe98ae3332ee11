"""The flesh's primitives, posed.

A primitive is a capsule whose section is a stadium: all points within `radius(h)` of a strip that runs from
`a` to `a + axis` and is `2 * width(h)` wide along `side`, where h in 0..1 goes along the axis.

    radius(h) = radius + radius_step * h²(3 - 2h) + bulge * 4 h²(1 - h)²     zero slope at the ends: no bands
    width(h)  = width + width_step * h
"""

from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Bytes, Floats, Ints
from otehon.studio.jit import kernel

A, AXIS, INVERSE_LENGTH2, RADIUS, RADIUS_STEP, BULGE, SIDE, WIDTH, WIDTH_STEP, BLEND = (
    0, 3, 6, 7, 8, 9, 10, 13, 14, 15,
)  # fmt: skip
COLUMNS = 16


class Primitives(NamedTuple):
    """The flesh at rest in the frames of its bones, n primitives in the order of their groups, metres.

    bone (n,); ends (n, 6) the ends a and b; side (n, 3) unit vector; shape (n, 6) radius, radius_step, bulge,
    width, width_step and blend, the length over which a primitive melts into its group; group (n,) 0 is the
    trunk, 1..4 are legs and arms; casts (n,) 0 where it is too thin to cast a shadow; gates (5, 5): per group
    the bone at whose joint it melts into the trunk, the joint's place in that bone's frame is its origin,
    then
    1 / reach and the blend there.
    """

    bone: Ints
    ends: Floats
    side: Floats
    shape: Floats
    group: Ints
    casts: Bytes
    gate_bone: Ints
    gate_shape: Floats


@kernel
def pose_primitives(primitives: Primitives, bones: Floats, posed: Floats, gates: Floats) -> None:
    """Fill `posed` (n, 16), the columns named above, and `gates` (5, 5): x, y, z, 1 / reach, blend.

    `bones` is (bones, 3, 4): rotation and origin of each bone in the world.
    """
    for i in range(primitives.bone.shape[0]):
        bone = bones[primitives.bone[i]]
        length2 = np.float32(0)
        for r in range(3):
            a = bone[r, 3]
            axis = np.float32(0)
            side = np.float32(0)
            for k in range(3):
                start = primitives.ends[i, k]
                a += bone[r, k] * start
                axis += bone[r, k] * (primitives.ends[i, 3 + k] - start)
                side += bone[r, k] * primitives.side[i, k]
            posed[i, A + r] = a
            posed[i, AXIS + r] = axis
            posed[i, SIDE + r] = side
            length2 += axis * axis
        posed[i, INVERSE_LENGTH2] = np.float32(1) / max(length2, np.float32(1e-8))
        for c in range(3):
            posed[i, RADIUS + c] = primitives.shape[i, c]
            posed[i, WIDTH + c] = primitives.shape[i, 3 + c]
    for g in range(1, 5):
        bone = bones[primitives.gate_bone[g]]
        for r in range(3):
            gates[g, r] = bone[r, 3]
        gates[g, 3] = primitives.gate_shape[g, 0]
        gates[g, 4] = primitives.gate_shape[g, 1]
