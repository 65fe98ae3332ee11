"""A performance and a dose, cut to the frames of a clip."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from otehon.drills.dose import Dose
from otehon.motion.kinematics import Pose
from otehon.motion.performance import Passage, Performance
from otehon.studio.arrays import Floats, Ints
from otehon.studio.camera import Direction
from otehon.studio.encoder import FRAME_RATE
from otehon.studio.groundwork import marks, still_lines
from otehon.studio.length import LONGEST, SHORTEST, USUAL
from otehon.studio.rods import rods
from otehon.studio.ropework import cords
from otehon.studio.scene.scene import Furniture
from otehon.studio.sides import exchanged
from otehon.studio.take import Phase, Take

Tally = Literal["repetitions", "cycles", "seconds"]

# Poses closer than this are the same picture: metres, or entries of a rotation matrix.
SAME = 2e-5


@dataclass(frozen=True)
class Cut:
    """How a clip is cut: whole cycles, and frames in each of them."""

    cycles: int
    frames: int


def cut_for(performance: Performance, seconds: float) -> Cut:
    """Whole cycles nearest to the wanted seconds, within the shortest and the longest clip.

    A hold lasts exactly as long as wanted, its breaths stretched to fit. A cycle that is longer than the
    longest
    clip is shown once.
    """
    wanted = min(max(seconds, SHORTEST), LONGEST)
    cycles = max(1, round(wanted / performance.period))
    if performance.repetitions == 0:
        return Cut(cycles, round(wanted / cycles * FRAME_RATE))
    while cycles > 1 and cycles * performance.period > LONGEST:
        cycles -= 1
    while cycles * performance.period < SHORTEST:
        cycles += 1
    return Cut(cycles, len(performance.frames(FRAME_RATE)))


@dataclass(frozen=True)
class Wish:
    """What a clip should be like: the dose that its count runs to, its length in seconds, mirrored or not."""

    dose: Dose | None = None
    seconds: float = USUAL
    mirror: bool = False


def stage(performance: Performance, direction: Direction, wish: Wish, cut: Cut | None = None) -> Take:
    """The frames of a clip of that performance, seen from that direction; cut as the wish asks, or as given.

    Mirrored: as in a mirror, seen from the other side. What the words call right stays the body's right: a
    performance of one side keeps that side, one that takes turns begins with the other.
    """
    turned = wish.mirror and performance.side is None
    played = performance.mirrored() if turned else performance
    cut = cut or cut_for(played, wish.seconds)
    times = np.arange(cut.frames) * played.period / cut.frames
    placed = played.pose(times)
    bones, lines = _bones(placed), marks(played, times)
    tally = _tally(played, wish.dose)
    first, shown = distinct(bones, lines)
    return Take(
        hands=played.hands,
        bones=bones[first],
        shown=np.tile(shown, cut.cycles).astype(np.int32),
        count=_count(played, cut, tally),
        total=_total(played, cut, tally, wish.dose),
        holds=tally == "seconds",
        lying=played.base != "upright",
        furniture=Furniture(played.props, _touches(played), still_lines(played)),
        direction=_seen_from(direction, played, wish.mirror),
        working={muscle: 1.0 for passage in played.passages for muscle in passage.muscles},
        phases=_phases(played, cut, turned),
        cords=cords(played, times[first]) or rods(played, times[first]),
        marks=None if lines is None else lines[first],
    )


def _seen_from(direction: Direction, played: Performance, mirror: bool) -> Direction:
    """From the other end where the body lies the other way round, because its left acts where the file
    writes its right; and from the other side where a wall would then stand in between. After that as in a
    mirror, through the wall if need be."""
    wall = played.props.wall
    hidden = wall is not None and float(direction.to_camera() @ np.array(wall.normal)) < 0
    turned = played.base.startswith("side") and played.side == "left"
    open_ = direction.mirrored(played.base) if hidden or turned else direction
    return open_.mirrored(played.base) if mirror else open_


def _bones(placed: Pose) -> Floats:
    """(n, bones, 3, 4) rotation and origin."""
    return np.concatenate([placed.rotation, placed.origin[..., None]], 3).astype(np.float32)


def distinct(bones: Floats, lines: Floats | None) -> tuple[Ints, Ints]:
    """The first frame of every distinct pose (and ground), and for each frame which of those it shows."""
    seen_as = bones.reshape(len(bones), -1)
    if lines is not None:
        seen_as = np.concatenate([seen_as, lines.reshape(len(lines), -1)], axis=1)
    rounded = np.round(seen_as / SAME).astype(np.int64)
    seen: dict[bytes, int] = {}
    first: list[int] = []
    shown = np.empty(len(bones), np.int32)
    for i, row in enumerate(rounded):
        if row.tobytes() not in seen:
            seen[row.tobytes()] = len(first)
            first.append(i)
        shown[i] = seen[row.tobytes()]
    return np.array(first, np.int32), shown


def _tally(performance: Performance, dose: Dose | None) -> Tally:
    """What is counted: what the dose gives; of left and right in turn, a pair counts once."""
    if performance.repetitions == 0 or (dose and dose.seconds and not dose.reps):
        return "seconds"
    return "cycles" if dose and dose.side == "both" else "repetitions"


def _count(performance: Performance, cut: Cut, tally: Tally) -> Ints:
    """(n,) which second, cycle or repetition each frame belongs to; from 1."""
    frames = np.arange(cut.cycles * cut.frames)
    if tally == "seconds":
        return (frames // FRAME_RATE + 1).astype(np.int32)
    each = performance.repetitions if tally == "repetitions" else 1
    return (frames * each // cut.frames + 1).astype(np.int32)


def _total(performance: Performance, cut: Cut, tally: Tally, dose: Dose | None) -> int:
    """What the count runs to: the dose where there is one, else what the clip shows."""
    if tally == "seconds":
        shown = round(cut.cycles * cut.frames / FRAME_RATE)
        return (dose and dose.seconds) or shown
    shown = cut.cycles * (performance.repetitions if tally == "repetitions" else 1)
    return (dose and dose.reps) or shown


def _touches(performance: Performance) -> tuple[tuple[float, float, float], ...]:
    return tuple({touch.place: None for touch in performance.touches if touch.surface == "wall"})


def _phases(performance: Performance, cut: Cut, turned: bool) -> tuple[Phase, ...]:
    """Every phase that has words, in every cycle, in frames."""
    scale = cut.frames / performance.period
    spans = [(round(p.start * scale), round(p.end * scale), p) for p in performance.passages]
    return tuple(
        _phase(first + cycle * cut.frames, end + cycle * cut.frames, passage, turned)
        for cycle in range(cut.cycles)
        for first, end, passage in spans
        if passage.caption is not None and end > first
    )


def _phase(first: int, end: int, passage: Passage, turned: bool) -> Phase:
    caption = passage.caption
    assert caption is not None
    ja, en = caption.ja, caption.en
    return Phase(first, end, exchanged(ja), exchanged(en)) if turned else Phase(first, end, ja, en)
