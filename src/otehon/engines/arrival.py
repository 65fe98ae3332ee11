"""Whether what arrived is an MP4 at all, and not one of hours. What it shows is checked elsewhere.

Read without a decoder: the file may be hostile, and this runs in the worker's own process.
"""

import asyncio
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from otehon.engines.base import Refused, TryAgain

MOST_BOXES = 1000
"""A film has a handful in a row."""


async def check_arrival(file: Path, longest: float) -> None:
    """Read the length that the file claims.

    Raises:
        TryAgain: it is no film.
        Refused: it is longer than `longest` seconds.
    """
    seconds = await asyncio.to_thread(claimed_seconds, file)
    if seconds is None:
        raise TryAgain("bad_footage", "what arrived is no film")
    if seconds > longest:
        raise Refused("too_large", f"{seconds:.0f} s long, allowed are {longest:.0f}", spent=True)


def claimed_seconds(file: Path) -> float | None:
    """The length in an MP4's movie header (ISO/IEC 14496-12, `mvhd`); none where it has no such header."""
    size = file.stat().st_size
    with file.open("rb") as data:
        if data.read(8)[4:] != b"ftyp":
            return None
        movie = _find(data, b"moov", 0, size)
        header = movie and _find(data, b"mvhd", *movie)
        return None if header is None else _length(data, header[0])


def _find(data: BinaryIO, wanted: bytes, start: int, end: int) -> tuple[int, int] | None:
    """From where to where a box's content goes."""
    boxes = islice(_boxes(data, start, end), MOST_BOXES)
    return next(((first, last) for kind, first, last in boxes if kind == wanted), None)


def _boxes(data: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= end:
        data.seek(start)
        length, kind, head = int.from_bytes(data.read(4)), data.read(4), 8
        if length == 1:
            length, head = int.from_bytes(data.read(8)), 16
        length = length or end - start
        if length < head or start + length > end:
            return
        yield kind, start + head, start + length
        start += length


def _length(data: BinaryIO, start: int) -> float | None:
    data.seek(start)
    wide = data.read(4)[:1] == b"\1"
    data.seek(start + (20 if wide else 12))
    scale, count = int.from_bytes(data.read(4)), data.read(8 if wide else 4)
    unknown = not count.strip(b"\xff")
    return 0.0 if unknown or scale == 0 else int.from_bytes(count) / scale
