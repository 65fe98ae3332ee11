"""What an advice asks of us, as clips."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from otehon.store.rows import NewClip

PREFIXES = ("トレーニング動画:", "トレーニング動画：")
"""What the plan's `video_processing` puts before the section."""


SHORTEST, LONGEST = 4.0, 12.0
"""Seconds of a clip."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An advice as read.

    Args:
        section: the drill section's own text; none where the advice has none.
        clips: one per prescribed drill; or one card in the advice's words where no drill was understood.
    """

    section: str | None
    clips: Sequence[NewClip]


Reader = Callable[[str, float], Reading]
"""Reads a text, for clips of so many seconds."""


_ASIDE = ThreadPoolExecutor(2, thread_name_prefix="otehon-reader")
_Read = TypeVar("_Read")


async def aside(read: Callable[[], _Read]) -> _Read:
    """Read a text beside the event loop: 200 kB made to be hard take over a second (measured)."""
    return await asyncio.get_running_loop().run_in_executor(_ASIDE, read)


def without_prefix(text: str) -> str:
    """The text without the plan's 「トレーニング動画: 」."""
    stripped = text.strip()
    for prefix in PREFIXES:
        stripped = stripped.removeprefix(prefix)
    return stripped.strip()


def clip_length(wanted: float) -> float:
    """The length of a clip, in seconds, nearest to what is wanted."""
    return min(max(wanted, SHORTEST), LONGEST)


def card(words: str, seconds: float) -> NewClip:
    """A clip that shows the advice's own words, for want of a drill."""
    title = next((line.strip() for line in words.splitlines() if line.strip()), "")
    return NewClip(drill=None, title=title[:80], words=words[:2000], dose={}, seconds=seconds)
