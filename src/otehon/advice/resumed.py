"""Drills that an advice takes up again after their first mention: プランクとランジを。プランクは30秒。"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from otehon.advice.listing import Placed
from otehon.advice.prescription import UNKNOWN
from otehon.advice.span import Span
from otehon.advice.words.cues import RESUMES

_RESUMES = re.compile(RESUMES)


class Resumed(NamedTuple):
    """The words from a later mention of a listed drill to the next drill's."""

    span: Span
    drill: str


def identity(item: Placed) -> str:
    """What makes two mentions the same drill: its id, or the name of one that has none."""
    return item.mention.name if item.mention.drill == UNKNOWN else item.mention.drill


def find_resumed(
    text: str, placed: Sequence[Placed], listed: Sequence[Placed], bounds: Sequence[int]
) -> list[Resumed]:
    """The later mentions of listed drills with words about them, in order.

    `bounds`: where the words about the listed drills begin and end, sorted.
    """
    first = {identity(item): item.mention.start for item in reversed(listed)}
    found = [item for item in placed if _resumes(text, item, first)]
    starts = [item.mention.start for item in found]
    stops = sorted({*bounds, *starts})
    return [
        Resumed(Span(start, stops[bisect_right(stops, start)]), identity(item))
        for item, start in zip(found, starts, strict=True)
    ]


def _resumes(text: str, item: Placed, first: dict[str, int]) -> bool:
    later = item.mention.start > first.get(identity(item), item.mention.start)
    return later and item.role.counts and (item.dosed or _RESUMES.match(text, item.mention.end) is not None)
