"""A drill section in, the drills that it prescribes out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from otehon.advice.amount import dose
from otehon.advice.candidates import find_candidates
from otehon.advice.described import find_described
from otehon.advice.fold import fold
from otehon.advice.folded import Folded
from otehon.advice.lines import read_lines
from otehon.advice.listing import Placed, place, prescribed
from otehon.advice.mentions import find_mentions
from otehon.advice.names import Mention, lexicon
from otehon.advice.prescription import Prescription
from otehon.advice.scopes import Scope, scopes
from otehon.advice.section import find_section
from otehon.advice.sharing import share
from otehon.advice.span import Span
from otehon.advice.tables import rows_with_units
from otehon.advice.words.names import SUFFIXES
from otehon.drills.dose import Dose

_EXTENSION = re.compile(rf"(?:{'|'.join(SUFFIXES)})*")
_start = attrgetter("start")
_REACH = 60
_LONGEST_READ = 15_000
_EDGES = " \t\r\n、,*_"


@dataclass(frozen=True, slots=True)
class Reading:
    """An advice as it was read: its drill section, as written, and what that prescribes."""

    section: str
    prescriptions: tuple[Prescription, ...]


def read_prescriptions(section: str) -> tuple[Prescription, ...]:
    """The drills that a section prescribes, in order, each once, with its dose and the advice's words.

    Those in its first 15 000 characters, a hundred times what a usual section has.
    """
    folded = fold(section)
    return tuple(_read(folded, Span(0, len(folded.text))))


def read_advice(text: str) -> Reading | None:
    """The drill section of an advice and what it prescribes; None where there is no such section.

    The drills are read from the section's first 15 000 characters, a hundred times what a usual one has.
    """
    folded = fold(text)
    span = find_section(folded)
    if span is None:
        return None
    return Reading(folded.written(*span), tuple(_read(folded, span)))


def _read(folded: Folded, whole: Span) -> Iterator[Prescription]:
    text = folded.text
    span = Span(whole.start, min(whole.end, whole.start + _LONGEST_READ))
    lines = list(read_lines(text, span.start, span.end))
    known = find_mentions(text, span, lexicon())
    named = sorted([*known, *find_candidates(text, lines, known)], key=_start)
    mentions = _with_described(named, find_described(text, lines, named))
    placed = list(place(text, span.end, lines, mentions))
    chosen = scopes(text, span.end, placed, prescribed(placed))
    rows = rows_with_units(text, lines)
    doses = [_dose(text, scope, rows) for scope in chosen]
    for scope, shared in zip(chosen, share(text, span.start, chosen, doses), strict=True):
        yield _prescription(folded, scope, shared)


def _with_described(named: Sequence[Mention], described: Sequence[Mention]) -> list[Mention]:
    """All mentions in order; a name within a description (プランクの姿勢から…) is a part of it."""
    inside = {
        mention
        for one in described
        for mention in named[
            bisect_left(named, one.start, key=_start) : bisect_left(named, one.end, key=_start)
        ]
    }
    return sorted([*(mention for mention in named if mention not in inside), *described], key=_start)


def _dose(text: str, scope: Scope, rows: Mapping[int, str]) -> Dose:
    row = rows.get(scope.placed.line.start)
    return dose(_before(text, scope.placed), row or scope.words(text))


def _prescription(folded: Folded, scope: Scope, shared: Dose) -> Prescription:
    mention = scope.placed.mention
    extension = _EXTENSION.match(folded.text, mention.end)
    end = extension.end() if extension else mention.end
    return Prescription(
        name=folded.written(mention.start, end).strip(_EDGES),
        drill=mention.drill,
        dose=shared,
        words=folded.written(scope.lead.start, scope.about.end).strip(_EDGES),
    )


def _before(text: str, placed: Placed) -> str:
    """What stands on a name's line before it."""
    start = placed.mention.start
    return text[min(start, max(placed.line.start, start - _REACH)) : start]
