"""Runs the queue's workers in this process, whatever befalls them, until asked to stop."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from procrastinate import App

from otehon.generation.presence import Presence
from otehon.generation.queue import ENGINE_LANE, STUDIO_LANE, UPKEEP_LANE, defer_advance
from otehon.generation.steps import Steps

log = structlog.get_logger()

HEARTBEAT = 3.0
LOOK_FOR_JOBS = 1.0
"""Seconds between looks for jobs whose time has come: PostgreSQL announces new jobs, not due ones."""

CARE = 4.0
"""Seconds between looks for the steps of dead workers. With the heartbeat they are taken over in time."""

RESTART = 1.0

FAREWELL = 2.0
"""Seconds beyond the grace in which workers write down what they hand back."""

INSIST = 0.5


@dataclass(frozen=True, slots=True)
class LanePlan:
    """How this process works.

    Args:
        studio_slots: clips that are rendered at once.
        engine_slots: steps of other engines that run at once.
        grace: seconds that running steps get to finish when asked to stop; then they are handed back.
        stalled_after: seconds without heartbeat after which a worker counts as dead.
    """

    studio_slots: int
    engine_slots: int
    grace: float
    stalled_after: float


@dataclass(frozen=True, slots=True)
class Lane:
    """Queues that one worker takes from, and how many of its jobs run at once."""

    queues: Sequence[str]
    slots: int


async def run_lanes(queue: App, steps: Steps, plan: LanePlan) -> None:
    """Work until canceled."""
    presence = Presence()
    studio = Lane([STUDIO_LANE], plan.studio_slots)
    engines = Lane([ENGINE_LANE, UPKEEP_LANE], plan.engine_slots)
    # Unlike a task group, this passes on each cancellation and not the first alone.
    await asyncio.gather(
        _work(queue, studio, plan, presence),
        _work(queue, engines, plan, presence),
        _care(queue, steps, plan.stalled_after, presence),
        return_exceptions=True,
    )


async def end_lanes(working: asyncio.Task[None], grace: float) -> None:
    """Cancel what runs the lanes, and see that it ends: it may still want a connection that nobody gives."""
    working.cancel()
    await asyncio.wait({working}, timeout=grace + FAREWELL)
    while not working.done():
        log.warning("a worker leaves without a farewell: its steps will be taken over")
        working.cancel()
        await asyncio.wait({working}, timeout=INSIST)


async def _work(queue: App, lane: Lane, plan: LanePlan, presence: Presence) -> None:
    while True:
        try:
            await queue.run_worker_async(
                queues=lane.queues,
                name=lane.queues[0],
                concurrency=lane.slots,
                worker_middleware=[presence.watch],
                wait=True,
                fetch_job_polling_interval=LOOK_FOR_JOBS,
                abort_job_polling_interval=LOOK_FOR_JOBS,
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=plan.stalled_after,
                shutdown_graceful_timeout=plan.grace,
                install_signal_handlers=False,
                listen_notify=True,
                delete_jobs="always",
            )
        except Exception as error:  # noqa: BLE001  the database may do anything; the lane must come back
            _end_if_asked_to()
            log.warning("a worker stopped", lane=lane.queues[0], detail=str(error))
        await asyncio.sleep(RESTART)


async def _care(queue: App, steps: Steps, stalled_after: float, presence: Presence) -> None:
    while True:
        await asyncio.sleep(CARE)
        try:
            await take_over(queue, steps, stalled_after)
            await hand_back_forgotten(steps, presence)
        except Exception as error:  # noqa: BLE001  as above
            _end_if_asked_to()
            log.warning("could not look for stalled steps", detail=str(error))


def _end_if_asked_to() -> None:
    """An error may come in place of the cancellation: that of a farewell that the database did not hear."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


async def take_over(queue: App, steps: Steps, stalled_after: float) -> int:
    """Hand the steps of dead workers back, and give a job to every clip that lost its own; how many."""
    async with steps.database.transaction() as repository:
        count = await repository.take_over_stalled(stalled_after)
        for clip in await repository.clips_without_job(stalled_after):
            await defer_advance(queue, repository, clip, steps.lane_of(clip))
            count += 1
    if count:
        log.info("took over steps of stopped workers", count=count)
    return count


async def hand_back_forgotten(steps: Steps, presence: Presence) -> int:
    """Hand back the jobs of this process that it is not at any more; how many."""
    workers = sorted(presence.workers)
    async with steps.database.transaction() as repository:
        forgotten = presence.forgotten(await repository.jobs_of_workers(workers))
        count = await repository.hand_back(forgotten, workers) if forgotten else 0
    if count:
        log.info("handed back steps that could not be closed", count=count)
    return count
