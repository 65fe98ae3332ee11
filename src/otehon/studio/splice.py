"""Takes one after the other as one take, and a loop that begins elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from otehon.studio.arrays import Floats
from otehon.studio.painter.painter import Cord
from otehon.studio.staging import distinct
from otehon.studio.take import Phase, Take, Verdict

Span = TypeVar("Span", Phase, Verdict)


def joined(takes: Sequence[Take]) -> Take:
    """The takes in a row, in the room and seen from where the first one is; nothing is counted."""
    bones, marks = np.concatenate([take.bones for take in takes]), _marks(takes)
    cords = _cords(takes)
    shown = np.concatenate([take.shown + at for take, at in _with_starts(takes, poses=True)])
    first, again = distinct(bones, marks)
    kept: list[int] = first.tolist()
    return replace(
        takes[0],
        bones=bones[first],
        shown=again[shown],
        count=np.ones(len(shown), np.int32),
        total=1,
        holds=False,
        working={muscle: value for take in takes for muscle, value in take.working.items()},
        phases=tuple(moved(phase, at) for take, at in _with_starts(takes) for phase in take.phases),
        cords=tuple(cords[i] for i in kept) if any(cords) else (),
        marks=None if marks is None else marks[first],
    )


def rolled(take: Take, by: int) -> Take:
    """The same loop, begun `by` frames later."""
    return replace(
        take,
        shown=np.roll(take.shown, -by),
        count=np.roll(take.count, -by),
        phases=_rolled(take.phases, by, take.frames),
        verdicts=_rolled(take.verdicts, by, take.frames),
    )


def moved(span: Span, by: int) -> Span:
    """The stretch that many frames later."""
    return replace(span, first=span.first + by, end=span.end + by)


def _rolled(spans: Sequence[Span], by: int, frames: int) -> tuple[Span, ...]:
    """In order of their frames; one that the new beginning cuts is two."""
    return tuple(
        sorted((part for span in spans for part in _cut(span, by, frames)), key=lambda one: one.first)
    )


def _cut(span: Span, by: int, frames: int) -> Iterator[Span]:
    if span.first < by:
        yield moved(replace(span, end=min(span.end, by)), frames - by)
    if span.end > by:
        yield moved(replace(span, first=max(span.first, by)), -by)


def _with_starts(takes: Sequence[Take], *, poses: bool = False) -> Iterator[tuple[Take, int]]:
    """Each take, and how many frames, or poses, come before it."""
    start = 0
    for take in takes:
        yield take, start
        start += len(take.bones) if poses else take.frames


def _cords(takes: Sequence[Take]) -> list[tuple[Cord, ...]]:
    """Those of every pose."""
    return [take.cords_of(pose) for take in takes for pose in range(len(take.bones))]


def _marks(takes: Sequence[Take]) -> Floats | None:
    """Those of every pose; ground that passes faster has fewer lines, so its last one is drawn again."""
    known = [take.marks for take in takes if take.marks is not None]
    if len(known) < len(takes):
        return None
    most = max(lines.shape[1] for lines in known)
    return np.concatenate(
        [np.pad(lines, ((0, 0), (0, most - lines.shape[1]), (0, 0), (0, 0)), "edge") for lines in known]
    )
