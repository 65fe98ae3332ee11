"""A gym mat on the floor, and a towel."""

import numpy as np

from otehon.motion.props import Box
from otehon.studio.scene.room import Room

COLOUR, TOWEL = np.array([0.10, 0.30, 0.36]), np.array([0.86, 0.82, 0.74])


def lay_mat(room: Room, mat: Box) -> None:
    """Tint the floor under the mat, with a lighter border."""
    x, z = room.ground_x, room.ground_z
    inside = np.minimum.reduce([x - mat.x[0], mat.x[1] - x, z - mat.z[0], mat.z[1] - z])
    wide = 0.004
    cover = np.clip(inside / wide + 0.5, 0, 1)[..., None]
    body = COLOUR * 0.6 + 0.4 * room.colour * np.array([0.55, 0.85, 0.9])
    rim = np.clip(1 - np.abs(inside - 0.03) / 0.006, 0, 1)[..., None] * 0.25
    room.colour[:] = room.colour * (1 - cover) + cover * (body + (1 - body) * rim * 0.35)


def lay_towel(room: Room, towel: Box) -> None:
    """A towel with folds across x."""
    x, z = room.ground_x, room.ground_z
    inside = np.minimum.reduce([x - towel.x[0], towel.x[1] - x, z - towel.z[0], towel.z[1] - z])
    cover = np.clip(inside / 0.004 + 0.5, 0, 1)[..., None]
    folds = 0.86 + 0.14 * np.sin((x - towel.x[0]) * 2 * np.pi / 0.045)[..., None]
    room.colour[:] = room.colour * (1 - cover) + cover * TOWEL * folds * np.clip(room.colour * 1.5, 0.4, 1)
