"""A piece of wall to push against, and the shade of the hands on it."""

import numpy as np

from otehon.motion.joints import Triple
from otehon.motion.props import Wall
from otehon.studio.arrays import Floats
from otehon.studio.scene.room import Room

HEIGHT, THICKNESS, HALF_WIDTH = 2.15, 0.07, 0.75
"""Metres; the wall stands from z -0.75 to 0.75."""
FACE, END = np.array([0.98, 0.90, 0.78], np.float32), np.array([0.42, 0.37, 0.31], np.float32)
TILE_HIGH, TILE_WIDE = 0.72, 0.48


def stand_wall(room: Room, wall: Wall, touches: tuple[Triple, ...]) -> None:
    """Paint the wall's face, shaded round the places where something leans on it, and the end that we see."""
    _face(room, wall, touches)
    _end(room, wall)


def _face(room: Room, wall: Wall, touches: tuple[Triple, ...]) -> None:
    far = room.reach(0, wall.x)
    places = room.places(np.minimum(far, 99.0))
    y, z = places[..., 1], places[..., 2]
    seen = (far < 99) & (y > 0) & (y < HEIGHT) & (np.abs(z) < HALF_WIDTH) & (room.rays[..., 0] > 0)
    light = 0.62 + 0.10 * np.clip(y / 2.1, 0, 1) - 0.16 * np.exp(-np.maximum(y, 0) / 0.10)
    seams = (np.abs((y + TILE_HIGH / 2) % TILE_HIGH - TILE_HIGH / 2) < 0.004) | (
        np.abs((z + TILE_WIDE / 2) % TILE_WIDE - TILE_WIDE / 2) < 0.003
    )
    colour = FACE * (light * np.where(seams, 0.86, 1.0) * _touched(places, touches))[..., None]
    room.put(seen, colour.astype(np.float32), places)


def _touched(places: Floats, touches: tuple[Triple, ...]) -> Floats:
    shade = np.ones(places.shape[:2], np.float32)
    for touch in touches:
        shade *= 1 - 0.5 * np.exp(-((places - np.array(touch)) ** 2).sum(2) / 0.075**2)
    return shade.astype(np.float32)


def _end(room: Room, wall: Wall) -> None:
    side = HALF_WIDTH if room.camera.eye[2] > 0 else -HALF_WIDTH
    far = room.reach(2, side)
    places = room.places(np.minimum(far, 99.0))
    x, y = places[..., 0], places[..., 1]
    seen = (far < 99) & (x > wall.x) & (x < wall.x + THICKNESS) & (y > 0) & (y < HEIGHT)
    room.put(seen, np.broadcast_to(END, room.colour.shape), places)
