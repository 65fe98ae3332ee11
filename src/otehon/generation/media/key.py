"""Keys of media by content: the same clip is rendered once while it lives."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from otehon.generation.media.variant import Variant

MediaKey = str
"""32 hexadecimal digits; names one clip's files in the store."""

DIGEST_BYTES = 16
_KEY = re.compile(rf"[0-9a-f]{{{2 * DIGEST_BYTES}}}")


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides what a studio clip looks like.

    Args:
        drill: the drill's id, or None for a card without a demonstration.
        title: what stands on the picture.
        words: the advice's own words, where they stand on the picture.
        movement: the movement as its file says it.
        dose: sets, repetitions, seconds, side.
        seconds: wanted length of the clip.
        variant: language, mirror, size, text.
        look: name of the figure's and the room's look.
        version: of whatever draws; a new one makes new media.
    """

    drill: str | None
    title: str
    words: str
    movement: Mapping[str, Any] | None
    dose: Mapping[str, Any]
    seconds: float
    variant: Variant
    look: str
    version: str


def studio_key(recipe: Recipe) -> MediaKey:
    """The key of the clip that this recipe makes."""
    return _digest("studio", asdict(recipe))


def engine_key(clip_id: UUID, engine: str, attempt: str) -> MediaKey:
    """The key of what another engine delivered: it cannot be made twice, so no two deliveries share one."""
    return _digest("engine", {"clip": str(clip_id), "engine": engine, "attempt": attempt})


def is_key(text: str) -> bool:
    """Whether the text has the form of a key."""
    return _KEY.fullmatch(text) is not None


def _digest(kind: str, facts: Mapping[str, Any]) -> MediaKey:
    canonical = json.dumps(
        [kind, facts], sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str
    )
    return hashlib.blake2b(canonical.encode(), digest_size=DIGEST_BYTES).hexdigest()
