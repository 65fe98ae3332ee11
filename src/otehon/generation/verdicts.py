"""Which seconds of a clip show the right way and which the usual mistake, as its caption files say."""

import json
from dataclasses import dataclass
from typing import Any

from otehon.drills.text import Text
from otehon.generation.media import Kind, MediaStore

NOTE = "NOTE verdicts "
"""Begins the studio's line in a caption file; the rest is JSON."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stretch of a clip, in seconds, and what it shows in words."""

    start: float
    end: float
    right: bool
    words: Text


async def read_verdicts(media_store: MediaStore, media: str, variant: str) -> tuple[Verdict, ...]:
    """Of a clip that is there; none where nothing is judged.

    Raises:
        MediaUnreachable: the store does not answer.
    """
    file = await media_store.find(media, variant, Kind.CAPTIONS_JA)
    if file is None:
        return ()
    content = b"".join([chunk async for chunk in media_store.read(file.key, 0, file.size)])
    return parse_verdicts(content.decode())


def parse_verdicts(captions: str) -> tuple[Verdict, ...]:
    """Those that the text of a caption file notes."""
    note = next((line for line in captions.splitlines() if line.startswith(NOTE)), None)
    told: list[dict[str, Any]] = [] if note is None else json.loads(note.removeprefix(NOTE))
    return tuple(
        Verdict(one["from"], one["to"], one["right"], Text(ja=one["ja"], en=one["en"])) for one in told
    )
