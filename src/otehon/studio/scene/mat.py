"""A gym mat on the floor."""

import numpy as np

from otehon.motion.props import Box
from otehon.studio.scene.room import Room

COLOUR = np.array([0.10, 0.30, 0.36])


def lay_mat(room: Room, mat: Box) -> None:
    """Tint the floor under the mat, with a lighter border."""
    x, z = room.ground_x, room.ground_z
    inside = np.minimum.reduce([x - mat.x[0], mat.x[1] - x, z - mat.z[0], mat.z[1] - z])
    wide = 0.004
    cover = np.clip(inside / wide + 0.5, 0, 1)[..., None]
    body = COLOUR * 0.6 + 0.4 * room.colour * np.array([0.55, 0.85, 0.9])
    rim = np.clip(1 - np.abs(inside - 0.03) / 0.006, 0, 1)[..., None] * 0.25
    room.colour[:] = room.colour * (1 - cover) + cover * (body + (1 - body) * rim * 0.35)
