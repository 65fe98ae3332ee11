"""Paints one figure into frames over one empty scene."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from otehon.studio.arrays import Bytes, Floats
from otehon.studio.colour import ordered_dither, tone_curve
from otehon.studio.painter.chroma import shrink
from otehon.studio.painter.cord import draw_cord
from otehon.studio.painter.edges import smooth_edges
from otehon.studio.painter.facing import mark_facing
from otehon.studio.painter.lanes import LANES, lanes
from otehon.studio.painter.mend import mend
from otehon.studio.painter.mesh import Mesh
from otehon.studio.painter.primitives import COLUMNS, Primitives, pose_primitives
from otehon.studio.painter.raster import Box, Canvas, box_of, raster
from otehon.studio.painter.shadow import CELLS, Ground, cast_shadow, lay_shadow, shadow_box
from otehon.studio.painter.skin import skin
from otehon.studio.painter.snap import Body, Work, snap
from otehon.studio.painter.view import project_all
from otehon.studio.planes import Planes

FAR = np.float32(1e9)


@dataclass(frozen=True)
class Figure:
    """What is painted: skin, flesh, and the colours (3, n) of the skin."""

    mesh: Mesh
    primitives: Primitives
    albedo: Floats


@dataclass(frozen=True)
class Set:
    """The empty scene: its planes and shadow's ground, the camera's packed row, and the depth (h, w) of what
    may
    hide the figure, or None where nothing does; upright is the box
    of those things in the picture; free (h, w) 1 where no words lie on the scene, None: nowhere do they.
    """

    ground: Ground
    view: Floats
    depth: Floats | None
    upright: Box | None = None
    free: Bytes | None = None

    @cached_property
    def bare(self) -> Bytes:
        """(h, w) 1 where the scene shows, 0 where words lie on it."""
        return np.ones(self.ground.luma.shape, np.uint8) if self.free is None else self.free

    @cached_property
    def hiding(self) -> Floats:
        """(h, w) the depth of what may hide the figure, FAR where nothing does."""
        return np.full(self.ground.luma.shape, FAR) if self.depth is None else self.depth

    @property
    def background(self) -> Planes:
        """The scene without the figure."""
        return Planes(self.ground.luma, self.ground.blue, self.ground.red)

    def with_background(self, frame: Planes) -> "Set":
        """The same scene with something drawn on it, which shadows then fall on."""
        ground = self.ground._replace(luma=frame.luma, blue=frame.blue, red=frame.red)
        return replace(self, ground=ground, free=(frame.luma == self.ground.luma).astype(np.uint8))


@dataclass(frozen=True)
class Cord:
    """A thin cord (n, 3) of a radius in metres and a colour (Y, U, V)."""

    points: Floats
    radius: float
    colour: Floats


@dataclass
class Painter:
    """Holds the scratch of one thread; a frame is a pure function of the bones.

    A painter writes only inside the boxes that it returns, over the background it was given.
    """

    figure: Figure
    scene: Set
    _posed: Floats = field(init=False)
    _canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        mesh, height, width = self.figure.mesh, *self.scene.ground.luma.shape
        n, t = len(mesh.vertices), len(mesh.triangles)
        shapes = len(self.figure.primitives.bone)
        self._posed = np.zeros((shapes, COLUMNS), np.float32)
        self._gates = np.zeros((5, 5), np.float32)
        self._rigid = np.zeros((3, 4), np.float32)
        self._motors = np.zeros((len(mesh.rest), 8), np.float32)
        self._points = np.zeros((3, n), np.float32)
        self._screen = np.zeros((2, n), np.float32)
        self._out = np.zeros((n, 6), np.float32)
        self._needed, self._front = np.zeros(n, np.uint8), np.zeros(t, np.uint8)
        near = (np.zeros(LANES, np.int32), np.zeros(shapes, np.int32), np.zeros(shapes, np.int32))
        self._work = Work(lanes(), *near)
        self._body = Body(self._posed, self._gates, self.figure.primitives.group, tone_curve())
        self._grid = np.ones((CELLS, CELLS), np.float32)
        self._through = np.ones((height // 2, width // 2), np.float32)
        self._depth = np.zeros((height, width), np.float32)
        self._blue, self._red = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)

    def paint(self, bones: Floats, frame: Planes, cords: Sequence[Cord] = ()) -> Box:
        """Paint the figure with those bones (bones, 3, 4) into a frame that shows the empty scene.

        Returns the box of all pixels that may have changed.
        """
        mesh, view = self.figure.mesh, self.scene.view
        height, width = frame.luma.shape
        pose_primitives(self.figure.primitives, bones, self._posed, self._gates)
        skin(mesh, bones, self._rigid, self._motors, self._points)
        mark_facing(mesh, view, self._points, self._screen, self._needed)
        snap(mesh, self._body, view, self.figure.albedo, self._needed, self._points, self._work, self._out)
        dark = cast_shadow(self.figure.primitives, self._posed, view, self._grid)
        shaded = self._with_wall(shadow_box(view, dark, width, height))
        shaded = lay_shadow(self._grid.reshape(-1), self.scene.ground, shaded, self._through, frame)
        box = box_of(self._out, self._needed, width, height)
        for cord in cords:
            box = union(box, self._box_of(cord, width, height))
        canvas = self._prepared(frame, box)
        raster(mesh, self._out, self._needed, canvas, box, self._front)
        mend(canvas, self.scene.hiding, box)
        smooth_edges(mesh, self._out, self._front, self._needed, canvas, box)
        for cord in cords:
            draw_cord(cord.points, np.float32(cord.radius), cord.colour, view, canvas, box)
        self._finish(frame, box)
        return union(box, shaded)

    def covered(self, box: Box) -> Bytes:
        """(h, w) 1 where the figure of the last frame covers the scene, within its box."""
        scene = (
            FAR if self.scene.depth is None else self.scene.depth[box.top : box.bottom, box.left : box.right]
        )
        mask = np.zeros(self._depth.shape, np.uint8)
        mask[box.top : box.bottom, box.left : box.right] = (
            self._depth[box.top : box.bottom, box.left : box.right] < scene
        )
        return mask

    def _prepared(self, frame: Planes, box: Box) -> Canvas:
        """Depth and full-size chroma of the scene inside the box."""
        rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
        self._depth[rows, columns] = FAR if self.scene.depth is None else self.scene.depth[rows, columns]
        for full, half in ((self._blue, frame.blue), (self._red, frame.red)):
            # Twice the same byte is one 16-bit word: half the writes of repeating along both axes.
            pairs = half[box.top >> 1 : box.bottom >> 1, box.left >> 1 : box.right >> 1] * np.uint16(257)
            words = full.view(np.uint16)[:, box.left >> 1 : box.right >> 1]
            words[box.top : box.bottom : 2] = pairs
            words[box.top + 1 : box.bottom : 2] = pairs
        return Canvas(self._depth, frame.luma, self._blue, self._red, ordered_dither())

    def _finish(self, frame: Planes, box: Box) -> None:
        """Bring chroma back to half size."""
        for full, half in ((self._blue, frame.blue), (self._red, frame.red)):
            part = full[box.top : box.bottom, box.left : box.right]
            shrink(part, half[box.top >> 1 : box.bottom >> 1, box.left >> 1 : box.right >> 1])

    def _with_wall(self, shaded: Box) -> Box:
        """Upright things catch the shadow too: wherever they stand, it may fall on them."""
        return shaded if self.scene.upright is None else union(shaded, self.scene.upright)

    def _box_of(self, cord: Cord, width: int, height: int) -> Box:
        screen = np.zeros((len(cord.points), 6), np.float32)
        project_all(self.scene.view, cord.points, screen)
        box = box_of(screen, np.ones(len(screen), np.uint8), width, height)
        return Box(
            max(0, box.top - 6), min(height, box.bottom + 6), max(0, box.left - 6), min(width, box.right + 6)
        )


def union(a: Box, b: Box) -> Box:
    """The least box that holds both."""
    if b.bottom <= b.top or b.right <= b.left:
        return a
    return Box(min(a.top, b.top), max(a.bottom, b.bottom), min(a.left, b.left), max(a.right, b.right))
