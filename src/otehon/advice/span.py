"""A stretch of folded text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a folded text; `end` is the first one after it."""

    start: int
    end: int
