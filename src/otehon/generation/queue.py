"""The queue: procrastinate on the service's own PostgreSQL."""

from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from uuid import UUID

from procrastinate import App, BaseRetryStrategy, PsycopgConnector, RetryDecision
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from otehon.engines.base import Handle, Variant
from otehon.generation.budgets import Alert
from otehon.generation.pace import SOMEBODY_WAITS, backoff, browsing, priority
from otehon.generation.specimens import PREVIEW, find_specimen
from otehon.store.address import driver_conninfo
from otehon.store.repository import Repository
from otehon.store.rows import Clip

STUDIO_LANE = "studio"
ENGINE_LANE = "engines"
UPKEEP_LANE = "upkeep"

ADVANCE = "advance_clip"
RENDER_VARIANT = "render_variant"
CANCEL_AT_PROVIDER = "cancel_at_provider"
ALERT = "alert_of_budget"


class HandBack(BaseRetryStrategy):
    """A step that was interrupted goes back to the queue: at once on shutdown, later after a mishap.

    Errors of engines never come here: the step writes them into the clip. What does is a database that went
    away, or a defect; both are tried again for as long as the clip is not final.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """Always again."""
        wait = 0.0 if not isinstance(exception, Exception) else backoff(min(job.attempts, 6))
        return RetryDecision(retry_in={"milliseconds": int(wait * 1000)})


def make_queue(database_url: str) -> App:
    """The queue's client. Opened by `async with app.open_async()`."""
    return App(
        connector=PsycopgConnector(
            conninfo=driver_conninfo(database_url), min_size=1, max_size=6, timeout=10, max_idle=60
        )
    )


async def defer_advance(
    queue: App, repository: Repository, clip: Clip, lane: str, at: datetime | None = None
) -> None:
    """Put a clip's next step into the queue, in the repository's transaction.

    A step for later is as if asked for then: polls of what waits never hold up what has not been begun.
    """
    deferrer = queue.configure_task(
        ADVANCE,
        lock=job_lock(clip.id),
        queue=lane,
        schedule_at=at,
        priority=priority(at or clip.created_at, clip.position),
        connection=await repository.driver_connection(),
    )
    await deferrer.defer_async(clip_id=str(clip.id), lane=lane)


async def defer_cancel(queue: App, repository: Repository, engine: str, job: Handle) -> None:
    """Have a provider's job canceled, in the repository's transaction."""
    connection = await repository.driver_connection()
    deferrer = queue.configure_task(CANCEL_AT_PROVIDER, queue=ENGINE_LANE, connection=connection)
    await deferrer.defer_async(engine=engine, job=dict(job))


async def defer_alert(queue: App, repository: Repository, alert: Alert) -> None:
    """Have an alert sent, in the repository's transaction."""
    connection = await repository.driver_connection()
    deferrer = queue.configure_task(ALERT, queue=UPKEEP_LANE, connection=connection)
    await deferrer.defer_async(alert=asdict(alert))


async def defer_variant(queue: App, clip: Clip, media: str, variant: Variant) -> None:
    """Have a studio clip rendered that somebody waits for; once, however many ask."""
    name = f"{media}/{variant.code}"
    deferrer = queue.configure_task(
        RENDER_VARIANT,
        lock=name,
        queueing_lock=name,
        queue=STUDIO_LANE,
        priority=_urgency(clip, variant),
    )
    with suppress(AlreadyEnqueued):
        await deferrer.defer_async(clip_id=str(clip.id), variant=asdict(variant))


def _urgency(clip: Clip, variant: Variant) -> int:
    """Whoever looks through the catalogue comes after those who wait for their own clips.

    Its previews come last, the newest first: those are on the screen now, the older ones were scrolled past.
    """
    if find_specimen(clip.id) is None:
        return SOMEBODY_WAITS
    return browsing(datetime.now(UTC)) if variant == PREVIEW else -SOMEBODY_WAITS


def job_lock(clip_id: UUID) -> str:
    """The queue's lock under which a clip's steps run, one at a time."""
    return str(clip_id)
