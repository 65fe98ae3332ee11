"""Whether what arrived is a film at all, and not one of hours. What it shows is checked elsewhere."""

import asyncio
from pathlib import Path

import av
from av.error import FFmpegError

from otehon.engines.base import Refused, TryAgain


async def check_arrival(file: Path, longest: float) -> None:
    """Open the file and read its length.

    Raises:
        TryAgain: it is no film.
        Refused: it is longer than `longest` seconds.
    """
    seconds = await asyncio.to_thread(_seconds, file)
    if seconds is None:
        raise TryAgain("bad_footage", "what arrived is no film")
    if seconds > longest:
        raise Refused("too_large", f"{seconds:.0f} s long, allowed are {longest:.0f}", spent=True)


def _seconds(file: Path) -> float | None:
    try:
        with av.open(str(file), "r") as container:
            if not container.streams.video:
                return None
            return (container.duration or 0) / av.time_base
    except (FFmpegError, OSError, ValueError):
        return None
