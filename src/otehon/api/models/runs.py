"""Runs and their advice."""

from pydantic import ConfigDict, Field

from otehon.api.fields import Id, Text
from otehon.api.models.base import Answer, Request
from otehon.api.models.clips import GenerationStatus
from otehon.api.models.videos import SECTION

ADVICE = f"【🏃 現状のフォーム】\n上下動が大きめです。\n\n【💪 おすすめの補強ドリル】\n{SECTION}"


class RunRequest(Request):
    """A run's integrated advice."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"advice": ADVICE}]})

    advice: Text
    run_id: Id | None = Field(default=None, description="Without it a new run is made.")


class RunAnswer(Answer):
    """The saved run, and the video that was started for it."""

    run_id: int
    video_id: int | None = Field(description="null: the advice has no drill section.")
    generation_status: GenerationStatus | None


class Section(Answer):
    """A part of the advice under one heading."""

    heading: str | None = Field(description="As written, without its marks; null before the first heading.")
    text: str
    is_drills: bool = Field(description="Whether this is the drill section.")


class Run(Answer):
    """A run's advice and what was read in it."""

    run_id: int
    advice: str | None = Field(description="null: the run has a video, and its advice was never sent.")
    drill_section: str | None
    sections: tuple[Section, ...]
    video_id: int | None
    generation_status: GenerationStatus | None
