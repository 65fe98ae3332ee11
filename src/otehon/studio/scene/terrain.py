"""Ground that is not a level floor: a slope, and grass."""

from dataclasses import replace
from typing import Final

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.camera import Camera, leaned
from otehon.studio.scene.floor import lay_floor
from otehon.studio.scene.room import NEVER, Room

NEAR_EDGE, FAR_EDGE = 0.66, 2.2
"""Metres from the middle of the slope to the edge on the camera's side, and to the one behind."""
DROP: Final = 0.55
"""Metres by which the level floor lies under the middle of the slope."""
SIDE: Final = np.array([0.30, 0.27, 0.24], np.float32)
GRASS: Final = np.array([0.46, 0.80, 0.34], np.float32)
"""Linear RGB of the ramp's side; what grass leaves of the plain floor's."""
HAZE: Final = (1.5, 7.0)
"""Metres from the middle between which the floor fades into haze, as in `paint_floor`."""


def raise_slope(room: Room, slope: float) -> None:
    """Leave of the floor a ramp, with the side that we see, and show a level floor round it."""
    level = Room.empty(_level(room.camera, slope), room.size)
    lay_floor(level, "none")
    nearer = room.ground_z * np.sign(room.camera.eye[2])
    away = (nearer > NEAR_EDGE) | (nearer < -FAR_EDGE)
    room.colour[away] = level.colour[away]
    room.ground_x[away], room.ground_z[away] = NEVER, NEVER
    _side(room, slope)


def _level(camera: Camera, slope: float) -> Camera:
    """The same camera as the level floor under the ramp sees it."""
    back = leaned(slope).T
    return replace(camera, eye=back @ camera.eye + [0.0, DROP, 0.0], axes=camera.axes @ back.T)


def _side(room: Room, slope: float) -> None:
    edge = float(np.copysign(NEAR_EDGE, room.camera.eye[2]))
    far = np.minimum(room.reach(2, edge), 99.0)
    places = room.places(far)
    height = places @ leaned(slope)[:, 1].astype(np.float32)
    seen = (far < 99) & (places[..., 1] < 0) & (height > -DROP)
    shade = 1 + 0.5 * np.clip((height + DROP) / DROP, 0, 1)
    fade = np.clip((np.abs(places[..., 0]) - 1.5) / 4.0, 0, 1)[..., None]
    colour: Floats = SIDE * shade[..., None].astype(np.float32)
    room.colour[seen] = (colour * (1 - fade) + room.colour * fade)[seen]
    room.ground_x[seen], room.ground_z[seen] = NEVER, NEVER


def lay_grass(room: Room) -> None:
    """Tint the floor, the less the farther away. Blades are not drawn: they would have to pass by."""
    away = np.minimum(np.hypot(room.ground_x, room.ground_z), NEVER)[..., None]
    near = 1 - np.clip((away - HAZE[0]) / (HAZE[1] - HAZE[0]), 0, 1)
    room.colour *= 1 + (GRASS - 1) * near * near * (3 - 2 * near)
