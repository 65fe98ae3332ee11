"""The queue's tasks: thin doors from jobs to the use case."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from procrastinate import App

from otehon.engines.base import Variant
from otehon.generation.alerting import Alerter
from otehon.generation.budgets import Alert
from otehon.generation.lost import Lost
from otehon.generation.queue import (
    ADVANCE,
    ALERT,
    CANCEL_AT_PROVIDER,
    RENDER_VARIANT,
    UPKEEP_LANE,
    HandBack,
)
from otehon.generation.steps import Steps
from otehon.generation.variants import Variants

SWEEP_CRON = "*/10 * * * *"
LOST_CRON = "* * * * *"


def register_tasks(
    queue: App, steps: Steps, variants: Variants, alerter: Alerter, sweep: Callable[[], Awaitable[int]]
) -> None:
    """Teach a queue's client what this service's jobs do.

    Args:
        sweep: removes media that are too old or too many.
    """

    lost = Lost(steps)

    @queue.task(name=ADVANCE, retry=HandBack())
    async def advance_clip(clip_id: str, lane: str) -> None:
        await steps.advance(UUID(clip_id), lane)

    @queue.task(name=RENDER_VARIANT)
    async def render_variant(clip_id: str, variant: dict[str, Any]) -> None:
        await variants.render(UUID(clip_id), Variant(**variant))

    @queue.task(name=CANCEL_AT_PROVIDER)
    async def cancel_at_provider(engine: str, job: dict[str, Any]) -> None:
        await steps.cancel_job(engine, job)

    @queue.task(name=ALERT, retry=HandBack())
    async def alert_of_budget(alert: dict[str, Any]) -> None:
        await alerter.give(Alert(**alert))

    @queue.periodic(cron=LOST_CRON)
    @queue.task(name="find_lost", queue=UPKEEP_LANE, queueing_lock="find_lost")
    async def find_lost(timestamp: int) -> None:
        await lost.look()

    @queue.periodic(cron=SWEEP_CRON)
    @queue.task(name="sweep_media", queue=UPKEEP_LANE, queueing_lock="sweep_media")
    async def sweep_media(timestamp: int) -> None:
        await sweep()

    # Named by the queue, not called from here.
    del advance_clip, render_variant, cancel_at_provider, alert_of_budget, find_lost, sweep_media
