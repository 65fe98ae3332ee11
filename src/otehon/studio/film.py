"""Paints a take's frames, each pose once, ahead of whoever shows them."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.painter.marks import draw_marks
from otehon.studio.painter.painter import Figure, Painter, Set
from otehon.studio.painter.raster import Box
from otehon.studio.painter.view import project_all
from otehon.studio.planes import Planes
from otehon.studio.take import Take

# The painter runs at most so many frames ahead of the encoder.
AHEAD = 8
# Patches begin and end at multiples of this, pixels.
STEP = 16


@dataclass(frozen=True)
class Patch:
    """The part of a frame that differs from the empty scene."""

    box: Box
    pixels: Planes


def cut_out(frame: Planes, box: Box) -> Planes:
    """The planes' parts inside an even box; views, not copies."""
    half = slice(box.top >> 1, box.bottom >> 1), slice(box.left >> 1, box.right >> 1)
    return Planes(frame.luma[box.top : box.bottom, box.left : box.right], frame.blue[half], frame.red[half])


def put_back(source: Planes, frame: Planes) -> None:
    """Copy equal-sized planes."""
    for ours, theirs in zip(source, frame, strict=True):
        theirs[:] = ours


def patches(take: Take, figure: Figure, scene: Set) -> Iterator[Patch]:
    """One patch a frame, in order. A pose that comes again is not painted again."""
    painter = _Easel(take, Painter(figure, scene), scene)
    again = _needed_later(take)
    done: dict[int, Future[Patch]] = {}
    with ThreadPoolExecutor(1) as pool:
        for i, pose in enumerate(take.shown.tolist()):
            for ahead in take.shown[i : i + AHEAD].tolist():
                if ahead not in done:
                    done[ahead] = pool.submit(painter.patch, ahead)
            yield done[pose].result()
            if again[pose] == i:
                del done[pose]


def _needed_later(take: Take) -> dict[int, int]:
    """The last frame that shows each pose."""
    return {pose: i for i, pose in enumerate(take.shown.tolist())}


@dataclass(frozen=True)
class Ground:
    """Ground that moves under the figure: what it draws into a frame that shows the empty scene.

    Args:
        marks: (u, m, 2, 3) the lines of each pose, metres.
        scene: the empty scene.
    """

    marks: Floats
    scene: Set

    @cached_property
    def rows(self) -> slice:
        """The rows of the picture in which lines may lie."""
        ends = np.ascontiguousarray(self.marks.reshape(-1, 3))
        seen = np.zeros((len(ends), 6), np.float32)
        project_all(self.scene.view, ends, seen)
        below = seen[seen[:, 2] > 0.2, 1]
        return slice(max(0, int(below.min(initial=0.0)) - 4), max(0, int(below.max(initial=0.0)) + 4))

    def draw(self, pose: int, frame: Planes) -> None:
        """Show the lines of a pose, those of another taken away."""
        frame.luma[self.rows] = self.scene.background.luma[self.rows]
        draw_marks(self.marks[pose], self.scene.view, self.scene.bare, frame.luma)


def ground_of(take: Take, scene: Set) -> Ground | None:
    """The moving ground of a take; None where the body stays."""
    return None if take.marks is None else Ground(take.marks, scene)


class _Easel:
    """One painter with a frame of its own, which always shows the empty scene between two poses."""

    def __init__(self, take: Take, painter: Painter, scene: Set) -> None:
        self._take = take
        self._painter = painter
        self._empty = scene.background
        self._ground = ground_of(take, scene)
        self._frame = scene.background.copied()

    def patch(self, pose: int) -> Patch:
        """Paint one pose."""
        if self._ground is not None:
            self._ground.draw(pose, self._frame)
        box = self._painter.paint(self._take.bones[pose], self._frame, self._take.cords_of(pose))
        box = _widened(box, *self._frame.luma.shape)
        part = cut_out(self._frame, box)
        pixels = part.copied()
        put_back(cut_out(self._empty, box), part)
        return Patch(box, pixels)


def _widened(box: Box, height: int, width: int) -> Box:
    """Its sides moved outwards to whole steps, so that most patches of a movement have the same box."""
    return Box(
        box.top // STEP * STEP,
        min(height, -(-box.bottom // STEP) * STEP),
        box.left // STEP * STEP,
        min(width, -(-box.right // STEP) * STEP),
    )


def put(patch: Patch, before: Patch | None, empty: Planes, frame: Planes) -> None:
    """Show a patch in a frame that shows the one before it."""
    if patch is before:
        return
    if before is not None and not _holds(patch.box, before.box):
        take_away(before, empty, frame)
    put_back(patch.pixels, cut_out(frame, patch.box))


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.top <= inner.top
        and outer.bottom >= inner.bottom
        and outer.left <= inner.left
        and outer.right >= inner.right
    )


def take_away(before: Patch | None, empty: Planes, frame: Planes) -> None:
    """Show the empty scene where a patch was."""
    if before is not None:
        put_back(cut_out(empty, before.box), cut_out(frame, before.box))


def still(take: Take, figure: Figure, scene: Set, frame: int) -> Planes:
    """One whole frame of the take."""
    out = scene.background.copied()
    pose, ground = int(take.shown[frame]), ground_of(take, scene)
    if ground is not None:
        ground.draw(pose, out)
    Painter(figure, scene).paint(take.bones[pose], out, take.cords_of(pose))
    return out


def loop_gap(take: Take) -> float:
    """How far any bone jumps from the last frame to the first, metres and matrix entries, less one usual
    step."""
    bones = take.bones[take.shown]
    steps = np.abs(np.diff(bones, axis=0)).max(axis=(1, 2, 3)) if len(bones) > 1 else np.zeros(1)
    return float(np.abs(bones[0] - bones[-1]).max() - steps.max())
