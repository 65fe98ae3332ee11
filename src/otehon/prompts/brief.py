"""What a shot shows, in English, before it is put into any engine's words."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]


class Beat(BaseModel):
    """One action, from and to seconds of the clip."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: float = Field(ge=0)
    end: float = Field(gt=0)
    action: Sentence


class ShotBrief(BaseModel):
    """One shot of one drill."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Sentence = Field(description="What is shown, in English, with the Japanese name explained.")
    subject: Sentence
    setting: Sentence
    camera: Sentence
    beats: tuple[Beat, ...] = Field(min_length=1, max_length=12)
    rules: tuple[Sentence, ...] = Field(description="What must be so.")
    never: tuple[Sentence, ...] = Field(description="What must not happen.")
    guided: bool = Field(description="Whether the beats come from a movement of ours.")
