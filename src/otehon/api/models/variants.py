"""Forms of a clip."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from otehon.api.models.base import Answer, Link, Request
from otehon.api.models.clips import Captions
from otehon.drills.text import Text as Sentence

Size = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360", "480x360"]

Words = Literal["burned", "none"]

Lang = Literal["ja", "en"]


class VariantRequest(Request):
    """A form of a studio clip."""

    lang: Lang = Field(default="ja", description="Language of the burned-in words.")
    mirror: bool = Field(default=False, description="Rendered from the other side: left and right stay true.")
    size: Size = Field(default="960x720", description="Width and height in pixels.")
    text: Words = Field(default="none", description="Whether name, cues and counter are on the picture.")
    mistake: bool = Field(
        default=False, description="In turn with the usual mistake; only of drills with `has_mistake`."
    )


class Verdict(Answer):
    """A stretch of the clip that shows the right way, or the usual mistake. Between two it shows neither."""

    from_: float = Field(alias="from", description="Seconds.")
    to: float = Field(description="Seconds.")
    right: bool
    words: Sentence = Field(description="What is seen: what is wrong, where it is not right.")


class ReadyVariant(Answer):
    """Links of a clip in the form that was asked for."""

    status: Literal["ready"] = "ready"
    clip_id: UUID
    lang: Lang
    mirror: bool
    size: Size
    text: Words
    mistake: bool
    verdicts: tuple[Verdict, ...] = Field(description="What is right and what is not; empty: all is right.")
    video_url: Link
    poster_url: Link | None
    captions: Captions | None
    expires_at: datetime = Field(description="Until when these links are valid.")


class ComingVariant(Answer):
    """The clip is being rendered in that form: ask again after `Retry-After` seconds."""

    status: Literal["rendering"] = "rendering"
    clip_id: UUID
