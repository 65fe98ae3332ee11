"""Transitions of a clip, as data. Pure."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from otehon.engines.base import (
    Ask,
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
from otehon.generation.unclear import DECLARED, SETTLED, asked_for
from otehon.store.rows import Clip, Stage

BAD_FOOTAGE = {"bad_footage": 3, "cut_short": 3}
"""How often a file that arrived broken is fetched in all."""

IN_VAIN = "in_vain"
"""Where the handle of a clip that waits for its next try keeps why the last one failed."""

LOOK_AGAIN = 5.0
"""Most seconds between two look-ups of an unclear submit."""


@dataclass(frozen=True, slots=True)
class Move:
    """What a step wants written, and what follows.

    Args:
        changes: columns of the clip.
        wait: seconds until the next step; 0 goes on at once; none means that nothing follows.
        commit: whether it must be in the database before anything else happens.
        ledger: the state that a paid attempt has come to.
        provider_id: the provider's name of the job, for the ledger.
        delivered: seconds of video that arrived, for the ledger.
        leaves: the job that the clip has no more use for: the provider's copy goes.
    """

    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    wait: float | None = 0.0
    commit: bool = True
    ledger: str | None = None
    provider_id: str | None = None
    delivered: float | None = None
    leaves: Handle | None = None


def begin(clip: Clip, engine: str, intent: UUID, deadline: float, ask: Ask | None = None) -> Move:
    """The intent to ask an engine."""
    handle: dict[str, Any] = {"intent": str(intent), "asked_at": datetime.now(UTC).timestamp()}
    if ask is not None:
        handle["ask"] = ask.as_json()
    changes: dict[str, Any] = {"stage": Stage.SUBMITTING, "engine": engine, "handle": handle}
    if clip.deadline is None:
        changes["deadline"] = datetime.now(UTC) + timedelta(seconds=deadline)
    return Move(changes, ledger="committed")


def submitted(clip: Clip, job: Handle, commit: bool) -> Move:
    """The engine has the job."""
    handle = {**(clip.handle or {}), "job": dict(job), "since": datetime.now(UTC).timestamp()}
    changes = {"stage": Stage.WAITING, "handle": handle, "attempt": 0}
    return Move(changes, commit=commit, ledger="submitted", provider_id=str(job.get("id", "")) or None)


def shown(
    clip: Clip,
    engine: str,
    media: str,
    preferred: Sequence[str],
    origin: Mapping[str, Any] | None = None,
) -> Move:
    """The engine's clip can be played; a better engine follows where there is one.

    Args:
        origin: what must be told of it: that an AI made it, whose it is, that nothing checked its movement.
    """
    tried = [*clip.tried, engine]
    column = "studio_media" if engine == STUDIO else "engine_media"
    changes = {
        "shown_engine": engine,
        column: media,
        "first_picture_at": clip.first_picture_at or datetime.now(UTC),
        "origin": origin,
        **_next_engine_of(clip, tried, engine, preferred),
    }
    return Move(changes, wait=_wait_after(changes), ledger="settled", leaves=_job(clip))


def given_up(clip: Clip, error: EngineError, preferred: Sequence[str]) -> Move:
    """The engine will not make it: the next one, or the end."""
    tried = [*clip.tried, clip.engine] if clip.engine else clip.tried
    changes: dict[str, Any] = {"error": describe(clip, error)}
    unknown = error.cause == "outcome_unknown"
    changes |= _next_engine_of(clip, tried, clip.shown_engine, () if unknown else preferred)
    if changes["stage"] is Stage.FAILED and unknown:
        changes["stage"] = Stage.UNKNOWN
    ledger = "unknown" if unknown else "settled" if _is_spent(clip, error) else "refunded"
    return Move(changes, wait=_wait_after(changes), ledger=ledger, leaves=_job(clip))


def tried_in_vain(clip: Clip, error: TryAgain, preferred: Sequence[str], patient: bool = False) -> Move:
    """The same again later, while there are tries and time left.

    Args:
        patient: money has been spent on a job that exists: only time ends it, and footage that is no good.
    """
    wait = backoff(min(clip.attempt, TRIES), error.after)
    # A job that exists may be ready at the last moment; a new one begun then would not be.
    begun = clip.stage not in (Stage.QUEUED, Stage.SUBMITTING)
    last = datetime.now(UTC) + timedelta(seconds=0 if begun else wait)
    late = clip.deadline is not None and last > clip.deadline
    tries = BAD_FOOTAGE.get(error.cause, sys.maxsize if patient and begun else TRIES)
    if late or clip.attempt + 1 >= tries:
        return given_up(clip, error, preferred)
    # A submit that did nothing begins again with an intent of its own.
    stage = Stage.QUEUED if clip.stage is Stage.SUBMITTING else clip.stage
    changes: dict[str, Any] = {"stage": stage, "attempt": clip.attempt + 1}
    if stage is not Stage.QUEUED:
        return Move(changes, wait=wait)
    changes["handle"] = {**(clip.handle or {}), IN_VAIN: describe(clip, error)}
    return Move(changes, wait=wait, ledger="refunded")


def too_late(clip: Clip, preferred: Sequence[str]) -> Move:
    """No try can begin in time: the end is told by what hindered the last one, where there was one."""
    move = given_up(clip, Refused("time_out"), preferred)
    told = (clip.handle or {}).get(IN_VAIN, move.changes["error"])
    return replace(move, changes={**move.changes, "error": told})


def after_paid_submit(clip: Clip, error: Exception, asked_here: bool, preferred: Sequence[str]) -> Move:
    """A paid submit failed, or the look-up of one did.

    What the engine calls `TryAgain` on the submit itself did nothing. Everything unclear stays where it is,
    so that the next step looks for the job at the provider. What cannot be found out is for a person.
    """
    if asked_here and isinstance(error, TryAgain):
        return tried_in_vain(clip, error, preferred)
    if asked_here and isinstance(error, Refused | Unavailable):
        return given_up(clip, error, preferred)
    if not asked_here and isinstance(error, OutcomeUnknown):
        return given_up(clip, error, preferred)
    if not asked_here and asked_for(clip) > DECLARED:
        return given_up(clip, OutcomeUnknown("outcome_unknown", str(error)), preferred)
    return look_again(clip)


def look_again(clip: Clip) -> Move:
    """The provider is asked once more for the job of an unclear submit."""
    return Move({"attempt": clip.attempt + 1}, wait=min(LOOK_AGAIN, backoff(min(clip.attempt, TRIES))))


def not_found(clip: Clip, proves: bool) -> Move:
    """The provider lists no such job. When nobody can be sending it any more, it is asked anew.

    Args:
        proves: the provider lists every job at once: this one was never begun.

    Raises:
        OutcomeUnknown: that it is not listed proves nothing.
    """
    if asked_for(clip) < SETTLED:
        return look_again(clip)
    if not proves:
        raise OutcomeUnknown("outcome_unknown", "the job is not listed")
    return Move({"stage": Stage.QUEUED, "attempt": 0, "handle": None}, ledger="refunded")


def describe(clip: Clip, error: EngineError) -> dict[str, Any]:
    """The error as the clip keeps it; the engine's own words stay in the log."""
    return {"step": clip.stage.value, "engine": clip.engine, "cause": error.cause}


def order_of(clip: Clip, variant: Variant) -> Order:
    """What the engine is asked for. The intent is the clip's own where none was committed."""
    handle = clip.handle or {}
    intent, ask = handle.get("intent"), handle.get("ask")
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
        ask=None if ask is None else Ask.from_json(ask),
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


def _job(clip: Clip) -> Handle | None:
    return (clip.handle or {}).get("job")


def _is_spent(clip: Clip, error: EngineError) -> bool:
    """Whether the money is gone: a job that was made is paid for, whatever came of it."""
    if error.spent or clip.stage is Stage.FETCHING:
        return True
    return clip.stage is Stage.WAITING and isinstance(error, TryAgain)
