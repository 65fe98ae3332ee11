"""Paid attempts whose end nobody waits for any more: looked for again, and written off or brought home."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import structlog
from sqlalchemy.exc import IntegrityError

from otehon.engines.base import Ask, Engine, Handle, Order
from otehon.generation import unclear
from otehon.generation.queue import defer_advance
from otehon.generation.steps import Steps
from otehon.store.repository import Repository
from otehon.store.rows import Clip, Cost, Stage

log = structlog.get_logger()

LOOK_EVERY = 300.0
"""Seconds between two looks for the same attempt."""


@dataclass(frozen=True)
class Lost:
    """Looks for lost attempts."""

    steps: Steps

    async def look(self) -> None:
        """Look at every attempt whose turn it is."""
        async with self.steps.database.reading() as repository:
            await repository.forget_old_asks()
            costs = await repository.lost_intents(LOOK_EVERY)
        for cost in costs:
            try:
                await self._settle(cost)
            except Exception as error:  # noqa: BLE001  an engine is anyone's code; the others wait for their turn
                log.warning("a lost attempt stays lost", engine=cost.engine, detail=str(error))
                await self._touch(cost.intent)

    async def _settle(self, cost: Cost) -> None:
        engine = self.steps.engines.get(cost.engine)
        if cost.provider_id is not None:
            # The provider took it, and the clip went another way: canceled, deleted.
            await self._write_off(cost, "settled")
        elif engine is None or cost.ask is None or await self._is_asked_now(cost):
            await self._touch(cost.intent)
        else:
            await self._search(cost, engine)

    async def _search(self, cost: Cost, engine: Engine) -> None:
        found = await self._find(cost, engine)
        clip = await self._clip_of(cost)
        if found is None and not engine.capabilities.lists_at_once:
            await self._touch(cost.intent)
        elif found is None:
            await self._not_begun(cost, clip)
        elif clip is None or not _waits_for_person(clip, cost):
            await self._send_back(cost, engine, found)
        else:
            await self._adopt(cost, clip, found)

    async def _find(self, cost: Cost, engine: Engine) -> Handle | None:
        async with self.steps.database.reading() as repository:
            claimed = await repository.claimed_jobs(cost.engine)
        found = engine.find(_order(cost), cost.created_at.timestamp(), claimed)
        return await asyncio.wait_for(found, unclear.LOOK_PATIENCE)

    async def _is_asked_now(self, cost: Cost) -> bool:
        async with self.steps.database.reading() as repository:
            return await repository.is_asked_now(cost.intent)

    async def _clip_of(self, cost: Cost) -> Clip | None:
        async with self.steps.database.reading() as repository:
            return await repository.get_clip(cost.clip_id)

    async def _not_begun(self, cost: Cost, clip: Clip | None) -> None:
        """The provider has none: nothing was paid, and a retry is safe."""
        async with self.steps.database.transaction() as repository:
            await repository.settle_intent(cost.intent, "refunded")
            if clip is None:
                await repository.forget_asks(cost.run_id)
            elif _waits_for_person(clip, cost):
                stage = Stage.DONE if clip.shown_engine else Stage.FAILED
                changes = {"stage": stage, "error": {**(clip.error or {}), "cause": "not_begun"}}
                await self._change(repository, clip, cost.run_id, **changes)

    async def _adopt(self, cost: Cost, clip: Clip, job: Handle) -> None:
        """The clip goes on where it was left."""
        now = datetime.now(UTC).timestamp()
        ask = dict(cost.ask or {})
        handle = {"intent": str(cost.intent), "ask": ask, "job": dict(job), "since": now, "asked_at": now}
        changes = {
            "stage": Stage.WAITING,
            "engine": cost.engine,
            "tried": [name for name in clip.tried if name != cost.engine],
            "handle": handle,
            "attempt": 0,
            "error": None,
            "deadline": None,
            "finished_at": None,
        }
        async with self.steps.database.transaction() as repository:
            await repository.settle_intent(cost.intent, "submitted", str(job.get("id", "")) or None)
            written = await self._change(repository, clip, cost.run_id, **changes)
            if written is not None:
                lane = self.steps.lane_of(written)
                await defer_advance(self.steps.queue, repository, written, lane)

    async def _send_back(self, cost: Cost, engine: Engine, job: Handle) -> None:
        """Nobody wants it: its money is spent, the provider's copy goes."""
        try:
            await self._write_off(cost, "settled", str(job.get("id", "")) or None)
        except IntegrityError:
            await self._touch(cost.intent)
            return
        if engine.capabilities.cancels:
            await self.steps.cancel_job(engine.name, job)

    async def _write_off(self, cost: Cost, state: str, provider_id: str | None = None) -> None:
        async with self.steps.database.transaction() as repository:
            await repository.settle_intent(cost.intent, state, provider_id)
            if await repository.get_clip(cost.clip_id) is None:
                await repository.forget_asks(cost.run_id)

    async def _touch(self, intent: UUID) -> None:
        async with self.steps.database.transaction() as repository:
            await repository.touch_intent(intent)

    async def _change(
        self, repository: Repository, clip: Clip, run_id: int, **changes: object
    ) -> Clip | None:
        if await repository.lock_video(clip.video_id) is None:
            return None
        written = await repository.change_clip(clip, **changes)
        await repository.settle_video(clip.video_id)
        await repository.announce(run_id)
        return written


def _waits_for_person(clip: Clip, cost: Cost) -> bool:
    """Whether the clip still stands where this attempt left it."""
    error = clip.error or {}
    return (
        clip.stage.is_final and error.get("cause") == "outcome_unknown" and error.get("engine") == cost.engine
    )


def _order(cost: Cost) -> Order:
    """What was asked for, as far as a look-up needs it."""
    return Order(
        clip_id=cost.clip_id,
        intent=cost.intent,
        attempt=0,
        drill=None,
        title="",
        words="",
        dose={},
        seconds=cost.seconds or 0.0,
        ask=Ask.from_json(cost.ask or {}),
    )
