"""Paints a take's frames, each pose once, ahead of whoever shows them."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from otehon.studio.painter.painter import Figure, Painter, Set
from otehon.studio.painter.raster import Box
from otehon.studio.planes import Planes
from otehon.studio.take import Take

# The painter runs at most so many frames ahead of the encoder.
AHEAD = 8


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


class _Easel:
    """One painter with a frame of its own, which always shows the empty scene between two poses."""

    def __init__(self, take: Take, painter: Painter, scene: Set) -> None:
        self._take = take
        self._painter = painter
        self._empty = scene.background
        self._frame = scene.background.copied()

    def patch(self, pose: int) -> Patch:
        """Paint one pose."""
        box = self._painter.paint(self._take.bones[pose], self._frame, self._take.cords_of(pose))
        part = cut_out(self._frame, box)
        pixels = part.copied()
        put_back(cut_out(self._empty, box), part)
        return Patch(box, pixels)


def put(patch: Patch | None, before: Patch | None, empty: Planes, frame: Planes) -> None:
    """Show a patch in a frame that shows the one before it."""
    if patch is before:
        return
    if before is not None:
        put_back(cut_out(empty, before.box), cut_out(frame, before.box))
    if patch is not None:
        put_back(patch.pixels, cut_out(frame, patch.box))


def still(take: Take, figure: Figure, scene: Set, frame: int) -> Planes:
    """One whole frame of the take."""
    out = scene.background.copied()
    pose = int(take.shown[frame])
    Painter(figure, scene).paint(take.bones[pose], out, take.cords_of(pose))
    return out


def loop_gap(take: Take) -> float:
    """How far any bone jumps from the last frame to the first, metres and matrix entries, less one usual
    step."""
    bones = take.bones[take.shown]
    steps = np.abs(np.diff(bones, axis=0)).max(axis=(1, 2, 3)) if len(bones) > 1 else np.zeros(1)
    return float(np.abs(bones[0] - bones[-1]).max() - steps.max())
