"""Moves a clip on: each step asks its engine one thing, and writes what came of it."""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import structlog
from procrastinate import App

from otehon.engines.base import (
    Engine,
    EngineError,
    Handle,
    Ready,
    Refused,
    TryAgain,
    Unavailable,
    Variant,
)
from otehon.generation import moves
from otehon.generation.chain import next_engine
from otehon.generation.media import PLAIN, Kind, MediaStore, MediaUnreachable
from otehon.generation.moves import Move
from otehon.generation.pace import until_next_poll
from otehon.generation.progress import report_progress
from otehon.generation.queue import ENGINE_LANE, STUDIO_LANE, defer_advance
from otehon.store.database import Database
from otehon.store.repository import Repository
from otehon.store.rows import Clip, Stage
from otehon.telemetry import observe_first_picture, observe_step

log = structlog.get_logger()

HAND_OVER = 0.001
"""The wait of a move that only goes on elsewhere."""


@dataclass(frozen=True)
class Steps:
    """The state machine with what it works on.

    Args:
        engines: by name.
        preferred: the engines' names, best first.
        variant: the form of the studio clip that is shown.
        deadline: seconds that an engine has for one clip.
    """

    database: Database
    queue: App
    media: MediaStore
    engines: Mapping[str, Engine]
    preferred: Sequence[str]
    variant: Variant
    deadline: float

    async def advance(self, clip_id: UUID, lane: str) -> None:
        """Move a clip as far as it goes without waiting. May be called at any time, any number of times."""
        async with self.database.transaction() as repository:
            found = await repository.get_clip_of_run(clip_id)
        if found is None:
            return
        clip, run_id = found
        with structlog.contextvars.bound_contextvars(
            run_id=run_id, video_id=clip.video_id, clip_id=str(clip_id)
        ):
            await self._advance(clip, run_id, lane)

    def lane_of(self, clip: Clip) -> str:
        """Where a clip's next step runs: rendering and short calls never stand in each other's way."""
        engine = self.engines.get(self._engine_of(clip) or "")
        return STUDIO_LANE if engine is not None and engine.capabilities.local else ENGINE_LANE

    async def _advance(self, clip: Clip, run_id: int, lane: str) -> None:
        asked_here = False
        pending: dict[str, Any] = {}
        while not clip.stage.is_final:
            current = replace(clip, **pending)
            if self.lane_of(current) != lane:
                await self._commit(clip, run_id, Move(pending, wait=HAND_OVER))
                return
            move = await self._move(current, asked_here)
            asked_here = current.stage is Stage.QUEUED
            pending |= move.changes
            if not move.commit:
                continue
            written = await self._commit(clip, run_id, replace(move, changes=pending))
            if written is None:
                await self._abandon(current, pending)
                return
            if move.wait != 0.0:
                return
            clip, pending = written, {}

    async def _move(self, clip: Clip, asked_here: bool) -> Move:
        try:
            match clip.stage:
                case Stage.QUEUED:
                    return await self._begin(clip)
                case Stage.SUBMITTING:
                    return await self._submit(clip, asked_here)
                case Stage.WAITING:
                    return await self._poll(clip)
                case _:
                    return await self._fetch(clip)
        except Exception as error:  # noqa: BLE001  an engine is anyone's code
            return await self._after_error(clip, error, asked_here)

    async def _begin(self, clip: Clip) -> Move:
        name = self._engine_of(clip)
        if name is None:
            return moves.given_up(clip, Unavailable("no_engine"), ())
        engine = self.engines[name]
        if engine.capabilities.variants:
            media = engine.media_key(moves.order_of(clip, self.variant))
            if await self.media.find(media, self.variant.code, Kind.VIDEO):
                return moves.shown(clip, name, media, self.preferred)
        return moves.begin(clip, name, uuid4(), self.deadline)

    async def _submit(self, clip: Clip, asked_here: bool) -> Move:
        engine = self._engine(clip)
        order = moves.order_of(clip, self.variant)
        job = None
        if not (asked_here or engine.capabilities.repeatable_submit):
            job = await engine.find(order)
        if job is None:
            job = await engine.submit(order)
        return moves.submitted(clip, job, commit=engine.capabilities.paid)

    async def _poll(self, clip: Clip) -> Move:
        handle = clip.handle or {}
        reply = await self._engine(clip).poll({**handle["job"], "attempt": clip.attempt})
        if isinstance(reply, Ready):
            return Move({"stage": Stage.FETCHING, "attempt": 0}, commit=False)
        now = datetime.now(UTC)
        if clip.deadline is not None and now > clip.deadline:
            raise Refused("time_out", f"not ready after {self.deadline:.0f} s")
        wait = until_next_poll(now.timestamp() - float(handle["since"]), reply.after)
        progress = clip.progress if reply.progress is None else min(max(reply.progress, 0.0), 1.0)
        return Move({"progress": progress, "attempt": 0}, wait=wait)

    async def _fetch(self, clip: Clip) -> Move:
        engine = self._engine(clip)
        order = moves.order_of(clip, self.variant)
        media = engine.media_key(order)
        with tempfile.TemporaryDirectory(prefix="otehon-") as folder:
            async with report_progress(self.database, clip) as progress:
                footage = await engine.fetch((clip.handle or {})["job"], order, Path(folder), progress)
            if not footage.video.exists() or footage.video.stat().st_size == 0:
                raise TryAgain("bad_footage", "the file is missing or empty")
            variant = self.variant.code if engine.capabilities.variants else PLAIN
            await self.media.keep(media, variant, footage)
        return moves.shown(clip, engine.name, media, self.preferred)

    async def _after_error(self, clip: Clip, error: Exception, asked_here: bool) -> Move:
        failure = _as_engine_error(error)
        observe_step(clip.engine or "", clip.stage, failure.cause)
        names = {"engine": clip.engine, "step": clip.stage, "cause": failure.cause}
        log.warning("step failed", **names, detail=failure.detail)
        if clip.stage is Stage.SUBMITTING and self._pays_once(clip):
            return moves.after_paid_submit(clip, error, asked_here, self.preferred)
        if isinstance(failure, TryAgain):
            return moves.tried_in_vain(clip, failure, self.preferred)
        if failure.cause == "time_out":
            await self._cancel_handle(clip.engine, clip.handle)
        return moves.given_up(clip, failure, self.preferred)

    async def _commit(self, clip: Clip, run_id: int, move: Move) -> Clip | None:
        """Write a move, the video's status and the next job together. None when the clip went another way."""
        async with self.database.transaction() as repository:
            visible = not {"stage", "shown_engine", "engine"}.isdisjoint(move.changes)
            if visible and await repository.lock_video(clip.video_id) is None:
                return None
            written = await repository.change_clip(clip, **move.changes)
            if written is None:
                return None
            await self._write_ledger(repository, clip, written, run_id, move)
            if visible:
                await repository.settle_video(clip.video_id)
            await repository.announce(run_id)
            if move.wait:
                # A job without a date wakes the workers; one with a date is found when they look next.
                soon = move.wait <= HAND_OVER
                at = None if soon else datetime.now(UTC) + timedelta(seconds=move.wait)
                await defer_advance(self.queue, repository, written, self.lane_of(written), at)
        if written.first_picture_at is not None and clip.first_picture_at is None:
            observe_first_picture((written.first_picture_at - written.created_at).total_seconds())
        return written

    async def _write_ledger(
        self, repository: Repository, before: Clip, after: Clip, run_id: int, move: Move
    ) -> None:
        intent = (after.handle or before.handle or {}).get("intent")
        engine = after.engine or before.engine
        if move.ledger is None or intent is None or engine is None or not self._is_paid(engine):
            return
        if move.ledger == "committed":
            await repository.commit_intent(after, run_id, engine, UUID(intent))
        else:
            await repository.settle_intent(UUID(intent), move.ledger, move.provider_id)

    async def _abandon(self, clip: Clip, pending: Mapping[str, Any]) -> None:
        """The clip was canceled or deleted while a step ran: what the step asked for is not wanted."""
        await self._cancel_handle(clip.engine, pending.get("handle") or clip.handle)

    async def _cancel_handle(self, engine: str | None, handle: Mapping[str, Any] | None) -> None:
        job = (handle or {}).get("job")
        if engine is not None and job:
            await self.cancel_job(engine, job)

    async def cancel_job(self, engine: str, job: Handle) -> None:
        """Have a provider stop a job; that it cannot is logged and no more."""
        if engine in self.engines:
            try:
                await asyncio.wait_for(self.engines[engine].cancel(job), timeout=20)
            except Exception as error:  # noqa: BLE001  an engine is anyone's code
                log.warning("could not cancel at the provider", engine=engine, detail=str(error))

    def _engine_of(self, clip: Clip) -> str | None:
        if clip.engine and clip.engine not in clip.tried:
            return clip.engine
        return next_engine(self.preferred, clip.tried, clip.shown_engine)

    def _engine(self, clip: Clip) -> Engine:
        engine = self.engines.get(clip.engine or "")
        if engine is None:
            raise Unavailable("no_engine", f"{clip.engine} is not among the configured engines")
        return engine

    def _is_paid(self, engine: str) -> bool:
        return engine in self.engines and self.engines[engine].capabilities.paid

    def _pays_once(self, clip: Clip) -> bool:
        engine = self.engines.get(clip.engine or "")
        return engine is not None and not engine.capabilities.repeatable_submit


def _as_engine_error(error: Exception) -> EngineError:
    if isinstance(error, EngineError):
        return error
    if isinstance(error, MediaUnreachable):
        return Refused("disk_full", str(error)) if error.full else TryAgain("media_unreachable", str(error))
    if isinstance(error, OSError) and error.errno == 28:
        return Refused("disk_full", str(error))
    log.error("an engine broke its contract", exc_info=error)
    return TryAgain("internal", f"{type(error).__name__}: {error}")
