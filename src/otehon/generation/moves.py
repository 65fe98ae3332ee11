"""Transitions of a clip, as data. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from otehon.engines.base import (
    EngineError,
    Handle,
    Order,
    OutcomeUnknown,
    Refused,
    TryAgain,
    Unavailable,
    Variant,
)
from otehon.generation.chain import STUDIO, next_engine
from otehon.generation.pace import TRIES, backoff
from otehon.store.rows import Clip, Stage


@dataclass(frozen=True, slots=True)
class Move:
    """What a step wants written, and what follows.

    Args:
        changes: columns of the clip.
        wait: seconds until the next step; 0 goes on at once; none means that nothing follows.
        commit: whether it must be in the database before anything else happens.
        ledger: the state that a paid attempt has come to.
        provider_id: the provider's name of the job, for the ledger.
    """

    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    wait: float | None = 0.0
    commit: bool = True
    ledger: str | None = None
    provider_id: str | None = None


def begin(clip: Clip, engine: str, intent: UUID, deadline: float) -> Move:
    """The intent to ask an engine."""
    changes: dict[str, Any] = {"stage": Stage.SUBMITTING, "engine": engine, "handle": {"intent": str(intent)}}
    if clip.deadline is None:
        changes["deadline"] = datetime.now(UTC) + timedelta(seconds=deadline)
    return Move(changes, ledger="committed")


def submitted(clip: Clip, job: Handle, commit: bool) -> Move:
    """The engine has the job."""
    handle = {**(clip.handle or {}), "job": dict(job), "since": datetime.now(UTC).timestamp()}
    changes = {"stage": Stage.WAITING, "handle": handle, "attempt": 0}
    return Move(changes, commit=commit, ledger="submitted", provider_id=str(job.get("id", "")) or None)


def shown(clip: Clip, engine: str, media: str, preferred: Sequence[str]) -> Move:
    """The engine's clip can be played; a better engine follows where there is one."""
    tried = [*clip.tried, engine]
    column = "studio_media" if engine == STUDIO else "engine_media"
    changes = {
        "shown_engine": engine,
        column: media,
        "first_picture_at": clip.first_picture_at or datetime.now(UTC),
        **_next_engine_of(clip, tried, engine, preferred),
    }
    return Move(changes, wait=_wait_after(changes), ledger="settled")


def given_up(clip: Clip, error: EngineError, preferred: Sequence[str]) -> Move:
    """The engine will not make it: the next one, or the end."""
    tried = [*clip.tried, clip.engine] if clip.engine else clip.tried
    changes: dict[str, Any] = {"error": describe(clip, error)}
    unknown = error.cause == "outcome_unknown"
    changes |= _next_engine_of(clip, tried, clip.shown_engine, () if unknown else preferred)
    if changes["stage"] is Stage.FAILED and unknown:
        changes["stage"] = Stage.UNKNOWN
    return Move(changes, wait=_wait_after(changes), ledger="unknown" if unknown else "refunded")


def tried_in_vain(clip: Clip, error: TryAgain, preferred: Sequence[str]) -> Move:
    """The same again later, while there are tries and time left."""
    late = clip.deadline is not None and datetime.now(UTC) > clip.deadline
    if late or clip.attempt + 1 >= TRIES:
        return given_up(clip, error, preferred)
    # A submit that did nothing begins again with an intent of its own.
    stage = Stage.QUEUED if clip.stage is Stage.SUBMITTING else clip.stage
    changes = {"stage": stage, "attempt": clip.attempt + 1}
    return Move(changes, wait=backoff(clip.attempt, error.after), ledger="refunded")


def after_paid_submit(clip: Clip, error: Exception, asked_here: bool, preferred: Sequence[str]) -> Move:
    """A paid submit failed, or the look-up of one did.

    What the engine calls `TryAgain` on the submit itself did nothing. Everything unclear stays where it is,
    so that the next step looks for the job at the provider. What cannot be found out is for a person.
    """
    if isinstance(error, TryAgain) and asked_here:
        return tried_in_vain(clip, error, preferred)
    if isinstance(error, OutcomeUnknown) and not asked_here:
        return given_up(clip, error, preferred)
    if isinstance(error, Refused | Unavailable):
        return given_up(clip, error, preferred)
    if clip.attempt + 1 >= TRIES:
        return given_up(clip, OutcomeUnknown("outcome_unknown", str(error)), preferred)
    return Move({"attempt": clip.attempt + 1}, wait=backoff(clip.attempt))


def describe(clip: Clip, error: EngineError) -> dict[str, Any]:
    """The error as the clip keeps it; the engine's own words stay in the log."""
    return {"step": clip.stage.value, "engine": clip.engine, "cause": error.cause}


def order_of(clip: Clip, variant: Variant) -> Order:
    """What the engine is asked for. The intent is the clip's own where none was committed."""
    intent = (clip.handle or {}).get("intent")
    return Order(
        clip_id=clip.id,
        intent=UUID(intent) if intent else clip.id,
        attempt=clip.attempt,
        drill=clip.drill,
        title=clip.title,
        words=clip.words,
        dose=clip.dose,
        seconds=clip.seconds,
        variant=variant,
    )


def _next_engine_of(
    clip: Clip, tried: Sequence[str], shown_engine: str | None, preferred: Sequence[str]
) -> dict[str, Any]:
    common: dict[str, Any] = {"tried": tried, "handle": None, "attempt": 0, "deadline": None}
    if next_engine(preferred, tried, shown_engine) is not None:
        return {**common, "stage": Stage.QUEUED, "progress": 0.0}
    stage = Stage.DONE if shown_engine else Stage.FAILED
    return {
        **common,
        "stage": stage,
        "finished_at": datetime.now(UTC),
        "progress": 1.0 if shown_engine else 0.0,
    }


def _wait_after(changes: Mapping[str, Any]) -> float | None:
    return None if changes["stage"].is_final else 0.0
