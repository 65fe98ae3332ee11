"""Lets a running step say how far it is, without a write per frame."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from otehon.engines.base import Frames, Progress
from otehon.store.database import Busy, Database
from otehon.store.rows import Clip

INTERVAL = 0.4
"""Seconds between writes: a bar that moves smoothly needs no more."""


@asynccontextmanager
async def report_progress(database: Database, clip: Clip) -> AsyncGenerator[Progress]:
    """A callback for the step; its newest value is written every `INTERVAL`, until the step ends."""
    newest: list[float | Frames] = [clip.progress]

    def progress(done: float | Frames) -> None:
        newest[0] = done

    writer = asyncio.create_task(_write(database, clip, newest))
    try:
        yield progress
    finally:
        writer.cancel()


async def _write(database: Database, clip: Clip, newest: list[float | Frames]) -> None:
    written: float | Frames = clip.progress
    while True:
        await asyncio.sleep(INTERVAL)
        now = newest[0]
        if now == written:
            continue
        try:
            async with database.transaction() as repository:
                await repository.set_progress(clip, *_columns(now))
                video = await repository.get_video(clip.video_id)
                if video is not None:
                    await repository.announce(video.run_id)
            written = now
        except (SQLAlchemyError, Busy):
            continue  # the step itself will notice that the database is away


def _columns(done: float | Frames) -> tuple[float, int | None, int | None]:
    """The fraction, and the frames where they are counted."""
    if isinstance(done, Frames):
        return done.fraction, done.done, done.total
    return min(max(done, 0.0), 1.0), None, None
