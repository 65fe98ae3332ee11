"""A movement at a glance: one picture with several instants of its cycle."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from otehon.drills.movement import Movement
from otehon.motion.performance import Performance
from otehon.studio.colour import to_rgb
from otehon.studio.directing import direction_of
from otehon.studio.look import Look
from otehon.studio.output import whole
from otehon.studio.overlay.font import font
from otehon.studio.overlay.words import Words
from otehon.studio.rehearsal import rehearsed
from otehon.studio.shoot import photograph
from otehon.studio.shot import Shot
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage

TILE = Size(480, 352)
COLUMNS = 4
INK = (30, 40, 60)


def write_sheet(movements: Sequence[Movement], path: Path, count: int) -> None:
    """Store `count` instants, evenly spread over one cycle of each of the movements, as a PNG.

    Raises:
        InvalidDrill: the movement cannot be performed.
        OutputFailed: the picture could not be written.
    """
    with whole(path) as partial:
        joined(tiles_of(movements, count)).save(partial, "PNG")


def tiles_of(movements: Sequence[Movement], count: int) -> list[Image.Image]:
    """`count` instants shared out over the movements, each labelled with its time and pose.

    Raises:
        InvalidDrill: a movement cannot be performed.
    """
    return [tile for movement in movements for tile in _tiles(movement, count // len(movements))]


def _tiles(movement: Movement, count: int) -> list[Image.Image]:
    performance = rehearsed(movement, "both")
    take = stage(performance, direction_of(movement, TILE), Wish())
    shot = Shot(take, Words(""), Look(TILE, text="none"))
    frames = len(performance.frames())
    chosen = np.unique(np.linspace(0, frames, count, endpoint=False).astype(int))
    return [_tile(shot, performance, int(i), frames) for i in chosen]


def _tile(shot: Shot, performance: Performance, frame: int, frames: int) -> Image.Image:
    seconds = frame * performance.period / frames
    tile = Image.fromarray(to_rgb(photograph(shot, frame % shot.take.frames)))
    label = f"{seconds:.2f} s  {performance.passage(seconds).kind} {performance.passage(seconds).pose}"
    ImageDraw.Draw(tile).text((10, 6), label, font=font(15), fill=INK)
    return tile


def joined(tiles: list[Image.Image], most: int = COLUMNS) -> Image.Image:
    """The instants as one picture, at most so many side by side."""
    rows = -(-len(tiles) // most)
    columns = min(most, len(tiles))
    sheet = Image.new("RGB", (columns * TILE.width, rows * TILE.height), (200, 206, 216))
    for i, tile in enumerate(tiles):
        sheet.paste(tile, (i % most * TILE.width, i // most * TILE.height))
    return sheet
