"""A piece of wall to push against, and the shade of the hands on it."""

import numpy as np

from otehon.motion.joints import Triple
from otehon.motion.props import Wall
from otehon.studio.arrays import Doubles, Flags, Floats
from otehon.studio.scene.room import Room

HEIGHT, THICKNESS, HALF_WIDTH = 2.15, 0.07, 0.75
"""Metres; the wall reaches as far to either side of the middle."""
FACE, END = np.array([0.98, 0.90, 0.78], np.float32), np.array([0.42, 0.37, 0.31], np.float32)
TILE_HIGH, TILE_WIDE = 0.72, 0.48


def stand_wall(room: Room, wall: Wall, touches: tuple[Triple, ...]) -> None:
    """Paint the wall's face, shaded round the places where something leans on it, and the end that we see.

    Seen from behind it is cut off at the floor, or it would hide the body.
    """
    if faces(wall, room.camera.eye):
        _face(room, wall, touches)
        _end(room, wall)
    else:
        _foot(room, wall)


def faces(wall: Wall, eye: Doubles) -> bool:
    """Whether its face is seen from there."""
    return float((eye - np.array(wall.point)) @ np.array(wall.normal)) > 0


def _face(room: Room, wall: Wall, touches: tuple[Triple, ...]) -> None:
    far = room.reach(wall.axis, wall.at)
    places = room.places(np.minimum(far, 99.0))
    y, aside = places[..., 1], places[..., 2 - wall.axis]
    seen = (far < 99) & (y > 0) & (y < HEIGHT) & (np.abs(aside) < HALF_WIDTH)
    light = 0.62 + 0.10 * np.clip(y / 2.1, 0, 1) - 0.16 * np.exp(-np.maximum(y, 0) / 0.10)
    seams = (np.abs((y + TILE_HIGH / 2) % TILE_HIGH - TILE_HIGH / 2) < 0.004) | (
        np.abs((aside + TILE_WIDE / 2) % TILE_WIDE - TILE_WIDE / 2) < 0.003
    )
    colour = FACE * (light * np.where(seams, 0.86, 1.0) * _touched(places, touches))[..., None]
    room.put(seen, colour.astype(np.float32), places)


def _touched(places: Floats, touches: tuple[Triple, ...]) -> Floats:
    shade = np.ones(places.shape[:2], np.float32)
    for touch in touches:
        shade *= 1 - 0.5 * np.exp(-((places - np.array(touch)) ** 2).sum(2) / 0.075**2)
    return shade.astype(np.float32)


def _end(room: Room, wall: Wall) -> None:
    along = 2 - wall.axis
    side = HALF_WIDTH if room.camera.eye[along] > 0 else -HALF_WIDTH
    far = room.reach(along, side)
    places = room.places(np.minimum(far, 99.0))
    y = places[..., 1]
    seen = (far < 99) & _within(wall, places) & (y > 0) & (y < HEIGHT)
    room.put(seen, np.broadcast_to(END, room.colour.shape), places)


def _foot(room: Room, wall: Wall) -> None:
    """The strip of floor on which it stands."""
    places = room.places(np.minimum(room.reach(1, 0.0), 99.0))
    seen = _within(wall, places) & (np.abs(places[..., 2 - wall.axis]) < HALF_WIDTH)
    room.colour[seen] = END


def _within(wall: Wall, places: Floats) -> Flags:
    """(h, w) whether places (h, w, 3) lie between its face and its back."""
    behind = (places - np.array(wall.point)) @ -np.array(wall.normal)
    return (behind > 0) & (behind < THICKNESS)
