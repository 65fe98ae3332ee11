"""A box to stand on."""

import numpy as np

from otehon.motion.props import Box
from otehon.studio.scene.room import Room

SIDES = np.array([[0.46, 0.42, 0.37], [0.74, 0.69, 0.62], [0.55, 0.51, 0.46]])


def stand_step(room: Room, step: Box) -> None:
    """Paint the three sides of the box that we see."""
    low, high = np.array([step.x[0], 0, step.z[0]]), np.array([step.x[1], step.height, step.z[1]])
    rays = np.where(np.abs(room.rays) < 1e-9, 1e-9, room.rays)
    one, two = (low - room.camera.eye) / rays, (high - room.camera.eye) / rays
    enters = np.minimum(one, two)
    side, far = enters.argmax(2), enters.max(2)
    seen = (far > 0) & (far < np.maximum(one, two).min(2))
    room.put(seen, SIDES[side], room.places(far))
