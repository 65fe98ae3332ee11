"""One step of a clip at its engine: what is asked, and what came of it as a move."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import structlog

from otehon.engines.base import (
    Engine,
    EngineError,
    Footage,
    Handle,
    Order,
    Ready,
    Refused,
    TryAgain,
    Unavailable,
    Unclear,
    Variant,
    Waiting,
)
from otehon.engines.scratch import scratch
from otehon.generation import moves, unclear
from otehon.generation.arrival import Arrival
from otehon.generation.chain import next_engine
from otehon.generation.media import PLAIN, Kind, MediaStore, MediaUnreachable
from otehon.generation.moves import Move
from otehon.generation.pace import until_next_poll
from otehon.generation.policy import Policy
from otehon.generation.progress import report_progress
from otehon.generation.specimens import has_movement
from otehon.store.database import Database
from otehon.store.rows import Clip, Stage
from otehon.telemetry import observe_step

log = structlog.get_logger()

POLL_PATIENCE = 60.0
"""Seconds for one answer, however slowly it comes: whoever waits longer holds up other clips."""


@dataclass(frozen=True)
class Attempts:
    """Asks engines.

    Args:
        engines: by name.
        preferred: the engines' names, best first.
        variant: the form of the studio clip that is shown.
        deadline: seconds that an engine has for one clip.
        arrival: looks at what the engines deliver.
    """

    database: Database
    media: MediaStore
    engines: Mapping[str, Engine]
    preferred: Sequence[str]
    variant: Variant
    deadline: float
    policy: Policy
    arrival: Arrival

    async def move(self, clip: Clip, asked_here: bool) -> tuple[Move, EngineError | None]:
        """Take the clip's next step; what is to be written, and the error that led there.

        Args:
            asked_here: this very process has just committed the intent; nobody can have submitted it.
        """
        first = asked_here and unclear.is_fresh(clip)
        try:
            match clip.stage:
                case Stage.QUEUED:
                    return await self._begin(clip)
                case Stage.SUBMITTING:
                    return await self._submit(clip, first), None
                case Stage.WAITING:
                    return await self._poll(clip), None
                case _:
                    return await self._fetch(clip), None
        except Exception as error:  # noqa: BLE001  an engine is anyone's code
            return self._after_error(clip, error, first)

    def engine_of(self, clip: Clip) -> str | None:
        """The engine that a clip is at, or goes to next."""
        if clip.engine and clip.engine not in clip.tried:
            return clip.engine
        return next_engine(self.preferred, clip.tried, clip.shown_engine)

    def pays_once(self, clip: Clip) -> bool:
        """Whether the clip's engine must not be asked the same twice."""
        engine = self.engines.get(clip.engine or "")
        return engine is not None and not engine.capabilities.repeatable_submit

    async def _begin(self, clip: Clip) -> tuple[Move, EngineError | None]:
        name = self.engine_of(clip)
        if name is None:
            return moves.given_up(clip, Unavailable("no_engine"), ()), None
        at = replace(clip, engine=name)
        try:
            return await self._begin_at(self.engines[name], at), None
        except Exception as error:  # noqa: BLE001  an engine is anyone's code
            return self._after_error(at, error, first=False)

    async def _begin_at(self, engine: Engine, clip: Clip) -> Move:
        order = moves.order_of(replace(clip, handle=None), self.variant)
        if engine.capabilities.variants:
            media = engine.media_key(order)
            if await self.media.find(media, self.variant.code, Kind.VIDEO):
                return moves.shown(clip, engine.name, media, self.preferred)
        if not engine.capabilities.paid:
            return moves.begin(clip, engine.name, uuid4(), self.deadline)
        if clip.deadline is not None and datetime.now(UTC) > clip.deadline:
            return moves.too_late(clip, self.preferred)
        if (hindrance := await self._hindrance(clip)) is not None:
            return moves.given_up(clip, hindrance, self.preferred)
        ask = await engine.ask(order)
        await engine.get_ready(replace(order, ask=ask))
        return moves.begin(clip, engine.name, uuid4(), self.deadline, ask)

    async def _hindrance(self, clip: Clip) -> EngineError | None:
        """Why a paid engine is not asked for this clip."""
        if not (self.policy.unknown_drills or has_movement(clip.drill)):
            return Refused("no_movement")
        async with self.database.transaction() as repository:
            cause = await repository.open_cause(clip.engine or "")
        return None if cause is None else Unavailable(cause, "the engine is given a rest")

    async def _submit(self, clip: Clip, first: bool) -> Move:
        engine = self._engine(clip)
        order = moves.order_of(clip, self.variant)
        if not self.pays_once(clip):
            return moves.submitted(clip, await engine.submit(order), commit=engine.capabilities.paid)
        if not (first or engine.capabilities.idempotent):
            return await self._look_up(clip, engine, order)
        try:
            job = await asyncio.wait_for(engine.submit(order), unclear.SUBMIT_PATIENCE)
        except TimeoutError as error:
            raise Unclear("no answer in time") from error
        return moves.submitted(clip, job, commit=True)

    async def _look_up(self, clip: Clip, engine: Engine, order: Order) -> Move:
        since = float((clip.handle or {}).get("asked_at", 0.0))
        async with self.database.reading() as repository:
            claimed = await repository.claimed_jobs(engine.name)
        job = await asyncio.wait_for(engine.find(order, since, claimed), unclear.LOOK_PATIENCE)
        if job is None:
            return moves.not_found(clip, engine.capabilities.lists_at_once)
        return moves.submitted(clip, job, commit=True)

    async def _poll(self, clip: Clip) -> Move:
        handle = clip.handle or {}
        reply = await self._reply(clip, {**handle["job"], "attempt": clip.attempt})
        if isinstance(reply, Ready):
            return Move({"stage": Stage.FETCHING, "attempt": 0}, commit=False)
        now = datetime.now(UTC)
        if clip.deadline is not None and now > clip.deadline:
            raise Refused("time_out", f"not ready after {self.deadline:.0f} s", spent=True)
        wait = until_next_poll(now.timestamp() - float(handle["since"]), reply.after)
        progress = clip.progress if reply.progress is None else min(max(reply.progress, 0.0), 1.0)
        return Move({"progress": progress, "attempt": 0}, wait=wait)

    async def _reply(self, clip: Clip, job: Handle) -> Waiting | Ready:
        try:
            return await asyncio.wait_for(self._engine(clip).poll(job), POLL_PATIENCE)
        except TimeoutError as error:
            raise TryAgain("unreachable", f"no answer within {POLL_PATIENCE:.0f} s") from error

    async def _fetch(self, clip: Clip) -> Move:
        engine = self._engine(clip)
        order = moves.order_of(clip, self.variant)
        media = engine.media_key(order)
        variant = self.variant.code if engine.capabilities.variants else PLAIN
        with scratch() as folder:
            footage = await self._footage(clip, engine, order, folder)
            if engine.capabilities.local:
                await self.media.keep(media, variant, footage)
                return moves.shown(clip, engine.name, media, self.preferred)
            arrived = await self.arrival.examine(engine, order, footage)
            await self.media.keep(media, variant, arrived.footage)
        move = moves.shown(clip, engine.name, media, self.preferred, arrived.origin)
        return replace(move, delivered=arrived.seconds)

    async def _footage(self, clip: Clip, engine: Engine, order: Order, folder: Path) -> Footage:
        async with report_progress(self.database, clip) as progress:
            footage = await engine.fetch((clip.handle or {})["job"], order, folder, progress)
        if not footage.video.exists() or footage.video.stat().st_size == 0:
            raise TryAgain("bad_footage", "the file is missing or empty")
        return footage

    def _after_error(self, clip: Clip, error: Exception, first: bool) -> tuple[Move, EngineError]:
        failure = _as_engine_error(error)
        observe_step(clip.engine or "", clip.stage, failure.cause)
        names = {"engine": clip.engine, "step": clip.stage, "cause": failure.cause}
        log.warning("step failed", **names, detail=failure.detail)
        if clip.stage is Stage.SUBMITTING and self.pays_once(clip):
            return moves.after_paid_submit(clip, error, first, self.preferred), failure
        if isinstance(failure, TryAgain):
            paid = self._engine(clip).capabilities.paid if clip.engine in self.engines else False
            return moves.tried_in_vain(clip, failure, self.preferred, patient=paid), failure
        return moves.given_up(clip, failure, self.preferred), failure

    def _engine(self, clip: Clip) -> Engine:
        engine = self.engines.get(clip.engine or "")
        if engine is None:
            raise Unavailable("no_engine", f"{clip.engine} is not among the configured engines")
        return engine


def _as_engine_error(error: Exception) -> EngineError:
    if isinstance(error, EngineError):
        return error
    if isinstance(error, MediaUnreachable):
        return Refused("disk_full", str(error)) if error.full else TryAgain("media_unreachable", str(error))
    if isinstance(error, OSError) and error.errno == 28:
        return Refused("disk_full", str(error))
    log.error("an engine broke its contract", exc_info=error)
    return TryAgain("internal", f"{type(error).__name__}: {error}")
