"""The header Range, RFC 9110 section 14: one range of bytes."""

import re
from typing import NamedTuple

_ONE = re.compile(r"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", re.ASCII | re.IGNORECASE)


class Span(NamedTuple):
    """Bytes from `start` up to, not including, `end`."""

    start: int
    end: int


class NotSatisfiable(Exception):
    """The file has no such bytes."""


def parse_range(header: str | None, size: int) -> Span | None:
    """The part that is asked for; None where the whole file is, or what is asked for cannot be understood.

    Several ranges at once are answered with the whole file, as the RFC allows.

    Raises:
        NotSatisfiable: it begins behind the end, or is empty.
    """
    match = _ONE.fullmatch(header or "")
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= end:
        raise NotSatisfiable
    return Span(start, end)
