"""Lets a running step say how far it is, without a write per frame."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from otehon.engines.base import Progress
from otehon.store.database import Database
from otehon.store.rows import Clip

INTERVAL = 0.4
"""Seconds between writes: a bar that moves smoothly needs no more."""


@asynccontextmanager
async def report_progress(database: Database, clip: Clip) -> AsyncGenerator[Progress]:
    """A callback for the step; its newest value is written every `INTERVAL`, until the step ends."""
    newest = [clip.progress]

    def progress(fraction: float) -> None:
        newest[0] = min(max(fraction, 0.0), 1.0)

    writer = asyncio.create_task(_write(database, clip, newest))
    try:
        yield progress
    finally:
        writer.cancel()


async def _write(database: Database, clip: Clip, newest: list[float]) -> None:
    written = clip.progress
    while True:
        await asyncio.sleep(INTERVAL)
        if newest[0] == written:
            continue
        try:
            async with database.transaction() as repository:
                await repository.set_progress(clip, newest[0])
                video = await repository.get_video(clip.video_id)
                if video is not None:
                    await repository.announce(video.run_id)
            written = newest[0]
        except SQLAlchemyError:
            continue  # the step itself will notice that the database is away
