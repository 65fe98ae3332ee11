"""Asking for a video, and how it is."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from otehon.api.fields import Id, Text
from otehon.api.models.base import Answer, Fraction, Link, Request
from otehon.api.models.clips import Clip, GenerationStatus

SECTION = "ハイニー: 左右各10回×3セット\nプランク: 30秒キープ×3セット"


class GenerateRequest(Request):
    """Ask for a run's training video."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"run_id": 1042, "prompt_text": f"トレーニング動画: {SECTION}", "duration": 5}]
        }
    )

    run_id: Id = Field(description="The run; one that does not exist is made where the table is ours.")
    prompt_text: Text = Field(
        description="The drill section, with or without 「トレーニング動画: 」, or the whole advice."
    )
    duration: Annotated[float, Field(gt=0, le=3600)] = Field(
        default=5,
        description="Wanted length of a clip in seconds; whole repetitions nearest to it, 4 to 12 s.",
    )


class GenerateAnswer(Answer):
    """The video that was asked for, new or there already."""

    status: Literal["success"] = "success"
    message: str = Field(examples=["動画生成を開始しました"])
    video_id: int
    generation_status: GenerationStatus


class VideoStatus(Answer):
    """How the newest video of a run is."""

    status: Literal["success"] = "success"
    generation_status: GenerationStatus = Field(
        description="Stays `generating` while a better clip is on its way, although `video_url` plays."
    )
    video_url: Link | None = Field(description="The first clip that can be played.")
    error_message: str | None
    video_id: int
    run_id: int
    progress: Fraction
    clips: tuple[Clip, ...]


class NoVideo(Answer):
    """There is no video of such a run."""

    status: Literal["not_found"] = "not_found"


StatusAnswer = Annotated[VideoStatus | NoVideo, Field(discriminator="status")]


class Video(VideoStatus):
    """One request by its own id."""

    prompt_text: str
    created_at: datetime
    completed_at: datetime | None
