"""A box to stand on, or a bench with legs."""

from dataclasses import replace
from itertools import product

import numpy as np

from otehon.motion.props import Box
from otehon.studio.scene.room import Room

SIDES = np.array([[0.46, 0.42, 0.37], [0.74, 0.69, 0.62], [0.55, 0.51, 0.46]])
LEG, INSET = 0.04, 0.03
"""Metres: how thick a bench's legs are, and how far within its edges."""


def stand_step(room: Room, step: Box) -> None:
    """Paint the sides that we see; of a bench first the legs, the farthest first."""
    legs = _legs(step) if step.lower else []
    for box in [*sorted(legs, key=lambda leg: -_away(room, leg)), step]:
        _stand(room, box)


def _stand(room: Room, box: Box) -> None:
    low, high = np.array([box.x[0], box.lower, box.z[0]]), np.array([box.x[1], box.height, box.z[1]])
    rays = np.where(np.abs(room.rays) < 1e-9, 1e-9, room.rays)
    one, two = (low - room.camera.eye) / rays, (high - room.camera.eye) / rays
    enters = np.minimum(one, two)
    side, far = enters.argmax(2), enters.max(2)
    seen = (far > 0) & (far < np.maximum(one, two).min(2))
    room.put(seen, SIDES[side], room.places(far))


def _legs(bench: Box) -> list[Box]:
    return [
        replace(bench, x=x, z=z, height=bench.lower, lower=0.0)
        for x, z in product(_ends(bench.x), _ends(bench.z))
    ]


def _ends(span: tuple[float, float]) -> tuple[tuple[float, float], tuple[float, float]]:
    low, high = span
    return (low + INSET, low + INSET + LEG), (high - INSET - LEG, high - INSET)


def _away(room: Room, box: Box) -> float:
    return float(np.hypot(box.x[0] - room.camera.eye[0], box.z[0] - room.camera.eye[2]))
