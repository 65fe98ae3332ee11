"""The motion's flesh, turned into the painter's arrays."""

from functools import cache

import numpy as np

from otehon.motion.flesh import GATES, Capsule, Group, HandShape, flesh
from otehon.motion.skeleton import skeleton
from otehon.studio.painter.primitives import Primitives

GROUPS: tuple[Group, ...] = ("trunk", "leg_r", "leg_l", "arm_r", "arm_l")
# Fingers are thinner than this, metres; their shadow would be a flicker.
THINNEST_SHADOW = 0.014


@cache
def capsules(hands: HandShape) -> tuple[Capsule, ...]:
    """All capsules of the coach with hands of that shape, sorted by group as the field needs them."""
    return tuple(sorted(flesh(hands), key=lambda capsule: GROUPS.index(capsule.group)))


@cache
def primitives(hands: HandShape) -> Primitives:
    """The same as arrays."""
    parts = capsules(hands)
    body = skeleton().body
    gates = {gate.group: gate for gate in GATES}
    return Primitives(
        bone=np.array([body(part.body) for part in parts], np.int32),
        ends=np.array([(*part.start, *part.end) for part in parts], np.float32),
        side=np.array([part.across for part in parts], np.float32),
        shape=np.array([_shape(part) for part in parts], np.float32),
        group=np.array([GROUPS.index(part.group) for part in parts], np.int32),
        casts=np.array([max(part.radius) >= THINNEST_SHADOW for part in parts], np.uint8),
        gate_bone=np.array([0, *(body(gates[group].body) for group in GROUPS[1:])], np.int32),
        gate_shape=np.array(
            [(0, 0), *((1 / gates[g].reach, gates[g].blend) for g in GROUPS[1:])], np.float32
        ),
    )


def _shape(part: Capsule) -> tuple[float, ...]:
    (r0, r1), (w0, w1) = part.radius, part.width
    # The painter's profile has 4 h²(1 - h)² where the flesh's has 16.
    return (r0, r1 - r0, 4 * part.bulge, w0, w1 - w0, part.blend)
