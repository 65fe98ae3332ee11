"""Moves a clip on: each step asks its engine one thing, and writes what came of it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from procrastinate import App
from sqlalchemy.exc import IntegrityError

from otehon.engines.base import Engine, EngineError, Handle, Variant
from otehon.generation import moves
from otehon.generation.attempts import Attempts
from otehon.generation.breaker import strike_of
from otehon.generation.ledger import Ledger, NoRoom, OverBudget
from otehon.generation.media import MediaStore
from otehon.generation.moves import Move
from otehon.generation.queue import ENGINE_LANE, STUDIO_LANE, defer_advance, defer_cancel
from otehon.store.database import Database
from otehon.store.repository import Repository
from otehon.store.rows import Clip, Stage
from otehon.telemetry import observe_first_picture

log = structlog.get_logger()

HAND_OVER = 0.001
"""The wait of a move that only goes on elsewhere."""


@dataclass(frozen=True)
class Steps:
    """The state machine with what it works on.

    Args:
        attempts: asks the engines.
        ledger: lets paid calls through, and writes what they came to.
    """

    database: Database
    queue: App
    attempts: Attempts
    ledger: Ledger

    @property
    def media(self) -> MediaStore:
        """Where the clips' files are."""
        return self.attempts.media

    @property
    def engines(self) -> Mapping[str, Engine]:
        """By name."""
        return self.attempts.engines

    @property
    def variant(self) -> Variant:
        """The form of the studio clip that is shown."""
        return self.attempts.variant

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
        engine = self.engines.get(self.attempts.engine_of(clip) or "")
        return STUDIO_LANE if engine is not None and engine.capabilities.local else ENGINE_LANE

    async def _advance(self, clip: Clip, run_id: int, lane: str) -> None:
        asked_here = False
        pending: dict[str, Any] = {}
        while not clip.stage.is_final:
            current = replace(clip, **pending)
            if self.lane_of(current) != lane:
                await self._commit(clip, run_id, Move(pending, wait=HAND_OVER))
                return
            move, error = await self.attempts.move(current, asked_here)
            await self._strike(current, move, error)
            asked_here = current.stage is Stage.QUEUED
            pending |= move.changes
            if not move.commit:
                continue
            move = replace(move, changes=pending)
            written = await self._commit_or_yield(clip, current, run_id, move)
            if written is None:
                return
            clip, pending = written, {}

    async def _commit_or_yield(self, clip: Clip, current: Clip, run_id: int, move: Move) -> Clip | None:
        """Write a move, or what comes in its place; the clip where the next step follows at once."""
        try:
            written = await self._commit(clip, run_id, move)
        except NoRoom as full:
            move = Move({"progress": clip.progress}, wait=full.wait)
            written = await self._commit(clip, run_id, move)
        except OverBudget as error:
            move = moves.given_up(
                replace(clip, engine=move.changes["engine"]), error, self.attempts.preferred
            )
            written = await self._commit(clip, run_id, move, refused=error.budget)
        except IntegrityError:
            # Another clip, whose submit was unclear, has adopted this job: ours must be another one.
            log.warning("the provider's job belongs to another clip", engine=current.engine)
            move = moves.look_again(current)
            written = await self._commit(clip, run_id, move)
        if written is None:
            await self._abandon(current, run_id, move.changes)
        return written if move.wait == 0.0 else None

    async def _strike(self, clip: Clip, move: Move, error: EngineError | None) -> None:
        """Count for or against the engine, where money is at stake."""
        name = self.attempts.engine_of(clip)
        if name is None or not self._is_paid(name):
            return
        strike = None if error is None else strike_of(error)
        async with self.database.transaction() as repository:
            if move.ledger in ("submitted", "settled") and error is None:
                await repository.note_success(name)
            elif strike is not None and error is not None:
                values = (name, error.cause, strike.limit, strike.pause)
                if await repository.note_failure(*values):
                    log.warning("the engine is given a rest", engine=name, cause=error.cause)

    async def _commit(self, clip: Clip, run_id: int, move: Move, refused: str | None = None) -> Clip | None:
        """Write a move, the video's status and the next job together. None when the clip went another way."""
        async with self.database.transaction() as repository:
            visible = not {"stage", "shown_engine", "engine"}.isdisjoint(move.changes)
            if visible and await repository.lock_video(clip.video_id) is None:
                return None
            written = await repository.change_clip(clip, **move.changes)
            if written is None:
                return None
            await self._write_ledger(repository, clip, written, run_id, move)
            if refused:
                await self.ledger.give_alerts(repository, run_id, refused)
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
        engine = self.engines.get(after.engine or before.engine or "")
        if engine is None:
            return
        if move.ledger == "committed":
            await self.ledger.admit(repository, after, run_id, engine)
        elif move.ledger is not None and engine.capabilities.paid:
            intent = (after.handle or before.handle or {}).get("intent")
            if intent is not None:
                await self.ledger.close(repository, before, UUID(intent), move)
        if move.leaves and engine.capabilities.cancels:
            await defer_cancel(self.queue, repository, engine.name, move.leaves)

    async def _abandon(self, clip: Clip, run_id: int, pending: Mapping[str, Any]) -> None:
        """The clip was canceled or deleted while a step ran: what the step asked for is not wanted."""
        handle: Mapping[str, Any] = pending.get("handle") or clip.handle or {}
        job = handle.get("job")
        if clip.engine is None or not job:
            return
        await self.cancel_job(clip.engine, job)
        if self._is_paid(clip.engine):
            async with self.database.transaction() as repository:
                await repository.settle_intent(UUID(handle["intent"]), "settled")
                if await repository.get_clip(clip.id) is None:
                    await repository.forget_asks(run_id)

    async def cancel_job(self, engine: str, job: Handle) -> None:
        """Have a provider stop a job; that it cannot is logged and no more."""
        if engine in self.engines:
            try:
                await asyncio.wait_for(self.engines[engine].cancel(job), timeout=20)
            except Exception as error:  # noqa: BLE001  an engine is anyone's code
                log.warning("could not cancel at the provider", engine=engine, detail=str(error))

    def _is_paid(self, engine: str) -> bool:
        return engine in self.engines and self.engines[engine].capabilities.paid
