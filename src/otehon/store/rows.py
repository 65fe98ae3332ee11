"""Rows as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class VideoStatus(StrEnum):
    """`generated_videos.generation_status`."""

    PENDING = "pending"
    GENERATING = "generating"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def is_final(self) -> bool:
        """Whether nothing more happens by itself."""
        return self in (VideoStatus.COMPLETED, VideoStatus.FAILED, VideoStatus.CANCELED)


class Stage(StrEnum):
    """Where a clip is on its way through its current engine."""

    QUEUED = "queued"  # nothing asked of the engine yet
    SUBMITTING = "submitting"  # the intent to ask is committed; the engine may or may not know of it
    WAITING = "waiting"  # the engine has the job; its handle is stored
    FETCHING = "fetching"  # the engine says it is ready
    DONE = "done"  # final: there is something to play
    FAILED = "failed"  # final: nothing to play
    UNKNOWN = "outcome_unknown"  # final: a paid engine may have made it; only a person retries
    CANCELED = "canceled"  # final

    @property
    def is_final(self) -> bool:
        """Whether no step follows."""
        return self in (Stage.DONE, Stage.FAILED, Stage.UNKNOWN, Stage.CANCELED)


@dataclass(frozen=True, slots=True)
class Video:
    """A row of `generated_videos`."""

    id: int
    run_id: int
    prompt_text: str
    generation_status: VideoStatus
    error_message: str | None
    created_at: datetime
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewClip:
    """A clip to be made: what the advice prescribes."""

    drill: str | None
    title: str
    words: str
    dose: Mapping[str, Any]
    seconds: float


@dataclass(frozen=True, slots=True)
class Clip:
    """A row of `clips`. `revision` counts its transitions; a step writes only onto the revision it read.

    `frames_done` of `frames_total` are known only while the clip is drawn. `ahead` is no column: the jobs
    that come before the clip's own, known only while that waits in line.
    """

    id: UUID
    video_id: int
    position: int
    drill: str | None
    title: str
    words: str
    dose: Mapping[str, Any]
    seconds: float
    stage: Stage
    engine: str | None
    tried: list[str]
    handle: Mapping[str, Any] | None
    attempt: int
    progress: float
    error: Mapping[str, Any] | None
    shown_engine: str | None
    studio_media: str | None
    engine_media: str | None
    deadline: datetime | None
    revision: int
    created_at: datetime
    first_picture_at: datetime | None
    finished_at: datetime | None
    frames_done: int | None = None
    frames_total: int | None = None
    ahead: int | None = None
    origin: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """That money may be spent: what is committed before a paid call.

    Args:
        intent: identifies the attempt.
        ask: what will be sent; forgotten with the run.
        fingerprint: the same digits are the same request.
        estimate: what it is expected to cost, or none where the price is not known.
    """

    intent: UUID
    clip_id: UUID
    run_id: int
    engine: str
    model: str
    ask: Mapping[str, Any]
    fingerprint: str
    seconds: float
    estimate: float | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Cost:
    """A row of `costs`: money of one paid attempt. `amount` is none until it is settled or refunded."""

    intent: UUID
    clip_id: UUID
    run_id: int
    engine: str
    model: str
    provider_id: str | None
    state: str
    estimate: float | None
    amount: float | None
    currency: str | None
    seconds: float | None
    delivered: float | None
    ask: Mapping[str, Any] | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Spent:
    """What paid attempts have cost or may cost, in the table's currency: today, this month, for one run."""

    day: float
    month: float
    run: float
