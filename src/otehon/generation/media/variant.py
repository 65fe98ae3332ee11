"""The ways in which one clip can be shown."""

from dataclasses import dataclass
from typing import Literal

from otehon.drills.text import Language

Size = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360"]
Words = Literal["burned", "none"]


@dataclass(frozen=True, slots=True)
class Variant:
    """How a clip is rendered. The default is what other people's players get."""

    language: Language = "ja"
    mirror: bool = False
    size: Size = "1280x720"
    text: Words = "burned"


STANDARD = Variant()
"""What a video's `video_url` shows."""
