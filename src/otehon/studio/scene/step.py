"""A box to stand on, stairs, or a bench with legs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from otehon.motion.props import Box
from otehon.studio.arrays import Flags, Floats, Ints
from otehon.studio.scene.room import Room

SIDES = np.array([[0.46, 0.42, 0.37], [0.74, 0.69, 0.62], [0.55, 0.51, 0.46]])
LEG, INSET = 0.04, 0.03
"""Metres: how thick a bench's legs are, and how far within its edges."""
FADE = 4.0
"""Metres by which the floor's shade is led away for each metre off a box's upper edge and off the floor."""


def stand_step(room: Room, step: Box, stairs: tuple[Box, ...] = ()) -> None:
    """Paint the sides that we see, the farthest box first; of a bench first the legs."""
    legs = _legs(step) if step.lower else []
    for box in [*_farthest_first(room, legs), *_farthest_first(room, [step, *stairs])]:
        _stand(room, box)


def _stand(room: Room, box: Box) -> None:
    low, high = np.array([box.x[0], box.lower, box.z[0]]), np.array([box.x[1], box.height, box.z[1]])
    rays = np.where(np.abs(room.rays) < 1e-9, 1e-9, room.rays)
    one, two = (low - room.camera.eye) / rays, (high - room.camera.eye) / rays
    enters = np.minimum(one, two)
    side, far = enters.argmax(2), enters.max(2)
    seen = (far > 0) & (far < np.maximum(one, two).min(2))
    places = room.places(far)
    room.put(seen, SIDES[side], places)
    _fade_sides(room, box, side, seen, np.minimum(box.height - places[..., 1], places[..., 1]))


def _fade_sides(room: Room, box: Box, side: Ints, seen: Flags, off: Floats) -> None:
    """Lead a foot's shade, which is thrown on the floor, away from the upright sides that do not face the
    body: it would smear down them."""
    for axis, (low, high), ground in ((0, box.x, room.ground_x), (2, box.z, room.ground_z)):
        towards = 1 if room.camera.eye[axis] > (low + high) / 2 else -1
        if towards * (high if towards > 0 else low) > 0:
            at = seen & (side == axis)
            ground[at] += towards * FADE * off[at]


def _legs(bench: Box) -> list[Box]:
    return [
        replace(bench, x=x, z=z, height=bench.lower, lower=0.0)
        for x, z in product(_ends(bench.x), _ends(bench.z))
    ]


def _ends(span: tuple[float, float]) -> tuple[tuple[float, float], tuple[float, float]]:
    low, high = span
    return (low + INSET, low + INSET + LEG), (high - INSET - LEG, high - INSET)


def _farthest_first(room: Room, boxes: Sequence[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: -_away(room, box))


def _away(room: Room, box: Box) -> float:
    return float(np.hypot(box.x[0] - room.camera.eye[0], box.z[0] - room.camera.eye[2]))
