"""Clips, as they are made and as they are shown."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from otehon.api.models.base import Answer, Fraction, Link
from otehon.drills.dose import Dose
from otehon.drills.text import Text as Sentence

GenerationStatus = Literal["pending", "generating", "completed", "failed", "canceled"]


class Message(Answer):
    """A sentence for people, by its id."""

    id: str = Field(description="One word for programs.", examples=["no_credit"])
    ja: str
    en: str


class ClipFailure(Answer):
    """Why an attempt failed and what to do. Beside a completed studio clip: the better one failed."""

    step: Message = Field(description="Which step failed.")
    engine: str | None = Field(description="On which engine.")
    cause: Message
    retryable: bool = Field(description="Whether the same request may succeed later.")
    next: Message


class Captions(Answer):
    """WebVTT files, one cue a phase."""

    ja: Link | None
    en: Link | None


class Frames(Answer):
    """How much of a clip is drawn."""

    done: int = Field(ge=0)
    total: int = Field(ge=1)


class ClipCredit(Answer):
    """What must be shown with somebody's clip."""

    title: str
    licence: str


class Origin(Answer):
    """Where the clip that plays comes from, when it is not the studio's."""

    ai: bool = Field(description="Made by an AI: say so beside it.")
    checked: bool = Field(description="Whether its movement was compared with the drill's.")
    movement: bool = Field(description="Whether there is a movement of the drill to compare it with.")
    credit: ClipCredit | None


class Clip(Answer):
    """The demonstration of one prescribed drill."""

    clip_id: UUID
    drill: str | None = Field(description="Id in the catalogue; null: the catalogue does not know it.")
    title: str = Field(description="The drill as the advice names it.")
    names: Sentence | None = Field(description="What the catalogue calls it.")
    words: str = Field(description="The advice's own words about it.")
    dose: Dose
    engine: str | None = Field(description="The engine at work, or the last one that was.")
    generation_status: GenerationStatus
    progress: Fraction = Field(description="Frames drawn, or what the provider says.")
    frames: Frames | None = Field(description="While the studio draws; null: nobody counts frames now.")
    ahead: Annotated[int, Field(ge=0)] | None = Field(
        description="Clips that are begun before this one; 0: it is the next. null: it does not wait in line."
    )
    video_url: Link | None = Field(description="The best clip that can be played now.")
    shown_engine: str | None = Field(description="The engine that made what `video_url` plays.")
    poster_url: Link | None
    captions: Captions | None
    origin: Origin | None = Field(description="Of a clip that the studio has not drawn: what must be told.")
    has_mistake: bool = Field(description="Whether `GET /clips` can show the drill's usual mistake too.")
    error: ClipFailure | None
