"""The floor with its lines, and the haze that it fades into."""

import numpy as np

from otehon.studio.arrays import Doubles
from otehon.studio.scene.room import Room

# Metres between the thin lines, and from the middle to both broad ones.
GRID, LANE = 0.5, 0.61


def lay_floor(room: Room) -> None:
    """Fill the whole picture: haze above the horizon, floor below it."""
    down = room.rays[..., 1]
    below = down < -1e-3
    far = np.where(below, -room.camera.eye[1] / np.minimum(down, -1e-3), 0.0)
    places = room.places(far)
    away = np.hypot(places[..., 0], places[..., 2])
    haze = _haze(down)
    fog = np.clip((away - 1.5) / 5.5, 0, 1)
    fog = np.where(below, fog * fog * (3 - 2 * fog), 1.0)[..., None]
    colour = _floor(room, places, away, far) * (1 - fog) + haze * fog
    room.put(below, colour * _vignette(room), places, hides=False)
    above = ~below
    room.colour[above] = (haze * _vignette(room))[above]


def _haze(up: Doubles) -> Doubles:
    rise = np.clip(up * 1.6 + 0.12, 0, 1)[..., None]
    return np.array([0.60, 0.66, 0.74]) - np.array([0.30, 0.28, 0.24]) * rise


def _floor(room: Room, places: Doubles, away: Doubles, far: Doubles) -> Doubles:
    pool = np.exp(-((away / 2.1) ** 2))[..., None]
    colour = np.array([0.36, 0.41, 0.48]) + pool * np.array([0.30, 0.29, 0.27])
    # How wide a pixel is on the floor, so that far lines fade instead of flickering.
    wide = far * room.camera.pixel * 0.55 / np.maximum(-room.rays[..., 1], 0.05)
    x, z = places[..., 0], places[..., 2]
    thin = np.maximum(_lines(x, GRID, 0.004, wide), _lines(z, GRID, 0.004, wide))
    thin *= np.clip(1 - away / 3.4, 0, 1)
    colour = colour * (1 - 0.14 * thin[..., None])
    broad = np.maximum(_line(z - LANE, 0.022, wide), _line(z + LANE, 0.022, wide)) * np.clip(
        1 - away / 5, 0, 1
    )
    return colour + (np.array([0.92, 0.94, 0.96]) - colour) * (broad * 0.75)[..., None]


def _lines(at: Doubles, period: float, half: float, wide: Doubles) -> Doubles:
    """How much of a pixel a line covers that repeats every `period` metres."""
    return _line((at / period + 0.5) % 1 * period - period / 2, half, wide)


def _line(off: Doubles, half: float, wide: Doubles) -> Doubles:
    wide = np.maximum(wide, 1e-6)
    return np.clip((half + wide - np.abs(off)) / (2 * wide), 0, 1) * np.minimum(half / wide * 1.5, 1)


def _vignette(room: Room) -> Doubles:
    x = (np.arange(room.size.width) / room.size.width - 0.5)[None, :]
    y = (np.arange(room.size.height) / room.size.height - 0.5)[:, None]
    return (1 - 0.44 * (x * x + y * y))[..., None]
