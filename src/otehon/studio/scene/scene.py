"""The whole empty scene, ready for the painter."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from otehon.motion.joints import Triple
from otehon.motion.props import Props
from otehon.studio.camera import Camera
from otehon.studio.colour import halved, shown, to_planes
from otehon.studio.painter.painter import Set
from otehon.studio.painter.raster import Box
from otehon.studio.painter.shadow import CELL, CELLS, CORNER, SHADES, Ground
from otehon.studio.scene.floor import Still, lay_floor
from otehon.studio.scene.mat import lay_mat, lay_towel
from otehon.studio.scene.room import NEVER, Room
from otehon.studio.scene.step import stand_step
from otehon.studio.scene.terrain import lay_grass, raise_slope
from otehon.studio.scene.wall import stand_wall
from otehon.studio.size import Size

EMPTY: Final = Props()


@dataclass(frozen=True)
class Furniture:
    """What stands in the room, where the wall is touched, and which of the floor's lines stand still."""

    props: Props = EMPTY
    touches: tuple[Triple, ...] = ()
    lines: Still = "all"

    @property
    def hides(self) -> bool:
        """Whether anything may stand before the figure."""
        return self.props.wall is not None or self.props.step is not None


@lru_cache(maxsize=8)
def build_scene(camera: Camera, size: Size, furniture: Furniture) -> Set:
    """Paint the empty room once; a clip's frames are painted over it."""
    props = furniture.props
    room = Room.empty(camera, size)
    lay_floor(room, furniture.lines)
    if props.terrain.grass:
        lay_grass(room)
    if props.terrain.slope:
        raise_slope(room, props.terrain.slope)
    if props.mat:
        lay_mat(room, props.mat)
    if props.towel:
        lay_towel(room, props.towel)
    if props.wall:
        stand_wall(room, props.wall, furniture.touches)
    if props.step:
        stand_step(room, props.step, props.stairs)
    depth = room.depth if furniture.hides else None
    return Set(_ground(room), camera.packed(), depth, _upright(room))


def _upright(room: Room) -> Box | None:
    """The even box of all that may hide the figure."""
    rows, columns = np.nonzero(room.depth < NEVER)
    if len(rows) == 0:
        return None
    top, left = int(rows.min()) & ~1, int(columns.min()) & ~1
    bottom, right = (int(rows.max()) + 2) & ~1, (int(columns.max()) + 2) & ~1
    return Box(top, min(bottom, room.size.height), left, min(right, room.size.width))


def _ground(room: Room) -> Ground:
    rgb = shown(room.colour)
    frame = to_planes(rgb)
    x, z = (_cells(where) for where in (room.ground_x, room.ground_z))
    inside = (x >= 0) & (z >= 0) & (x < CELLS - 1.01) & (z < CELLS - 1.01)
    x, z = np.where(inside, x, 0), np.where(inside, z, 0)
    column, row = x.astype(np.int32), z.astype(np.int32)
    left = np.linspace(0, 1, SHADES)[:, None]
    # Light that reaches a shadow is bluish; the exponent brings transmittance to display values.
    shade = (np.array([0.12, 0.14, 0.18]) + np.array([0.88, 0.86, 0.82]) * left) ** (1 / 2.3)
    return Ground(
        cell=np.where(inside, row * CELLS + column, -1).astype(np.int32),
        part=np.stack([x - column, z - row], -1).astype(np.float32),
        tint=np.ascontiguousarray(np.stack([halved(rgb[..., 0]), halved(rgb[..., 2])], -1)),
        shade=shade.astype(np.float32),
        luma=frame.luma,
        blue=frame.blue,
        red=frame.red,
    )


def _cells(metres: np.ndarray) -> np.ndarray:
    """Floor metres of each pixel as grid cells, at half size."""
    return (np.minimum(halved(np.minimum(metres, NEVER)), 1e6) - float(CORNER)) / float(CELL)
