"""Everything one process of the service holds open: database, queue, media, engines, workers."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import psycopg
import structlog
from procrastinate import App

from otehon.engines.base import Engine, Variant
from otehon.engines.registry import load_engines
from otehon.engines.scratch import sweep_scratch
from otehon.generation.alerting import alerter_of
from otehon.generation.arrival import Arrival
from otehon.generation.attempts import Attempts
from otehon.generation.chain import STUDIO
from otehon.generation.checks.inspection import Inspector
from otehon.generation.lanes import LanePlan, end_lanes, run_lanes
from otehon.generation.ledger import Ledger
from otehon.generation.links import Links, link_secret
from otehon.generation.media import MediaStore
from otehon.generation.policy import policy_of
from otehon.generation.queue import make_queue
from otehon.generation.reading import Reader
from otehon.generation.requests import Requests
from otehon.generation.steps import Steps
from otehon.generation.sweep import Limits, sweep
from otehon.generation.tasks import register_tasks
from otehon.generation.variants import Variants
from otehon.generation.watch import RunWatcher
from otehon.settings import Settings
from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.embedded import DatabaseUnavailable, EmbeddedPostgres
from otehon.store.migrate import migrate

log = structlog.get_logger()

TRY_AGAIN = 1.0
"""Seconds between attempts to reach the database at start."""

LOOK_AFTER_SERVER = 3.0
"""Seconds between looks whether the embedded server still runs."""


MOST_WAITING = 200
"""Requests that wait for a connection at once: a second's work of a core. Further ones are told so."""


@dataclass(frozen=True)
class Runtime:
    """What the API and the workers work with. `database` is for those who ask; the steps have their own."""

    settings: Settings
    database: Database
    media: MediaStore
    links: Links
    engines: Mapping[str, Engine]
    steps: Steps
    variants: Variants
    requests: Requests
    watcher: RunWatcher
    inspector: Inspector

    async def work(self, studio_slots: int | None = None) -> None:
        """Run this process's workers until canceled."""
        settings = self.settings
        plan = LanePlan(
            studio_slots=studio_slots or settings.render_processes,
            engine_slots=settings.engine_concurrency,
            grace=settings.shutdown_grace,
            stalled_after=settings.stalled_after,
        )
        await asyncio.to_thread(sweep_scratch)
        preparing = [asyncio.create_task(engine.prepare()) for engine in self.engines.values()]
        try:
            await run_lanes(self.steps.queue, self.steps, plan)
        finally:
            for task in preparing:
                task.cancel()


@asynccontextmanager
async def open_runtime(settings: Settings, read: Reader) -> AsyncGenerator[Runtime]:
    """Open everything, waiting for the database for as long as it takes; close it at the end."""
    async with database_address(settings) as url:
        await reach(url)
        await asyncio.to_thread(migrate, url)
        async with make_queue(url).open_async() as queue:
            runtime = _assemble(settings, url, queue, read)
            listening = asyncio.create_task(runtime.watcher.run())
            try:
                yield runtime
            finally:
                listening.cancel()
                runtime.inspector.close()
                for engine in runtime.engines.values():
                    await engine.close()
                await runtime.database.close()
                await runtime.steps.database.close()


@asynccontextmanager
async def working_runtime(settings: Settings, read: Reader) -> AsyncGenerator[Runtime]:
    """`open_runtime` with this process's workers, which stop as soon as the watcher is closed."""
    async with open_runtime(settings, read) as runtime:
        working = asyncio.create_task(runtime.work())
        stopping = asyncio.create_task(_end_with(runtime.watcher, working, settings.shutdown_grace))
        try:
            yield runtime
        finally:
            runtime.watcher.close()
            await asyncio.gather(working, stopping, return_exceptions=True)


@asynccontextmanager
async def database_address(settings: Settings) -> AsyncGenerator[str]:
    """The configured server's address, or that of the embedded one, which runs as long as this lasts."""
    if settings.database_url is not None:
        yield settings.database_url.get_secret_value()
        return
    server = EmbeddedPostgres(settings.home)
    reviving: asyncio.Task[None] | None = None
    try:
        url = await _started(server)
        reviving = asyncio.create_task(_revive(server))
        yield url
    finally:
        if reviving is not None:
            reviving.cancel()
        await asyncio.to_thread(server.stop)


async def reach(url: str) -> None:
    """Wait until the database answers, and say so once while it does not."""
    said = False
    while True:
        try:
            connection = await psycopg.AsyncConnection.connect(driver_conninfo(url), connect_timeout=5)
            await connection.close()
            return
        except psycopg.OperationalError as error:
            if not said:
                log.warning("waiting for the database", detail=str(error).strip())
                said = True
            await asyncio.sleep(TRY_AGAIN)


async def _started(server: EmbeddedPostgres) -> str:
    """The embedded server's address, once it starts: a full disk may be freed, a lock be let go."""
    while True:
        try:
            return await asyncio.to_thread(server.start)
        except DatabaseUnavailable as error:
            log.error("waiting for the embedded database", detail=str(error))
            await asyncio.sleep(LOOK_AFTER_SERVER)


async def _end_with(watcher: RunWatcher, working: asyncio.Task[None], grace: float) -> None:
    await watcher.closing.wait()
    await end_lanes(working, grace)


async def _revive(server: EmbeddedPostgres) -> None:
    """Start the embedded server again whenever it died."""
    while True:
        await asyncio.sleep(LOOK_AFTER_SERVER)
        try:
            await asyncio.to_thread(server.start)
        except DatabaseUnavailable as error:
            log.error("the embedded database is down", detail=str(error))


def _assemble(settings: Settings, url: str, queue: App, read: Reader) -> Runtime:
    database, asked = Database(url), Database(url, most_waiting=MOST_WAITING)
    media = MediaStore.at(settings.media_url, settings.home)
    engines = load_engines(settings)
    variant = Variant(lang=settings.clip_lang, size=settings.clip_size, text=settings.clip_text)
    policy, inspector = policy_of(settings), Inspector()
    attempts = Attempts(
        database=database,
        media=media,
        engines=engines,
        preferred=list(engines),
        variant=variant,
        deadline=settings.clip_deadline,
        policy=policy,
        arrival=Arrival(inspector),
    )
    steps = Steps(database, queue, attempts, Ledger(policy, queue))
    variants = Variants(database, queue, media, engines.get(STUDIO))
    limits = Limits(settings.media_ttl, settings.media_max_bytes)
    sweeping = partial(sweep, database, media, limits, lambda clip: variants.media_key(clip, variant))
    register_tasks(queue, steps, variants, alerter_of(settings), sweeping)
    return Runtime(
        settings=settings,
        database=asked,
        media=media,
        links=Links(link_secret(settings), settings.link_ttl),
        engines=engines,
        steps=steps,
        variants=variants,
        requests=Requests(steps, read, asked),
        watcher=RunWatcher(url),
        inspector=inspector,
    )
