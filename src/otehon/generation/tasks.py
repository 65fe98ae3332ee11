"""The queue's tasks: thin doors from jobs to the use case."""

from typing import Any
from uuid import UUID

from procrastinate import App

from otehon.engines.base import Variant
from otehon.generation.queue import (
    ADVANCE,
    CANCEL_AT_PROVIDER,
    RENDER_VARIANT,
    UPKEEP_LANE,
    HandBack,
)
from otehon.generation.steps import Steps
from otehon.generation.sweep import sweep
from otehon.generation.variants import Variants

SWEEP_CRON = "*/10 * * * *"


def register_tasks(queue: App, steps: Steps, variants: Variants, ttl: float, max_bytes: int) -> None:
    """Teach a queue's client what this service's jobs do.

    Args:
        ttl: seconds that media live.
        max_bytes: size above which the oldest media go.
    """

    @queue.task(name=ADVANCE, retry=HandBack())
    async def advance_clip(clip_id: str, lane: str) -> None:
        await steps.advance(UUID(clip_id), lane)

    @queue.task(name=RENDER_VARIANT)
    async def render_variant(clip_id: str, variant: dict[str, Any]) -> None:
        await variants.render(UUID(clip_id), Variant(**variant))

    @queue.task(name=CANCEL_AT_PROVIDER)
    async def cancel_at_provider(engine: str, job: dict[str, Any]) -> None:
        await steps.cancel_job(engine, job)

    @queue.periodic(cron=SWEEP_CRON)
    @queue.task(name="sweep_media", queue=UPKEEP_LANE, queueing_lock="sweep_media")
    async def sweep_media(timestamp: int) -> None:
        await sweep(steps.database, steps.media, ttl, max_bytes)

    # Named by the queue, not called from here.
    del advance_clip, render_variant, cancel_at_provider, sweep_media
