"""Which files must go: the too old, and of too many the oldest. The choice is pure."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from otehon.engines.scratch import sweep_scratch
from otehon.generation.media import MediaFile, MediaStore
from otehon.store.database import Database
from otehon.store.rows import Clip


def files_to_remove(files: Sequence[MediaFile], now: datetime, ttl: float, max_bytes: int) -> list[MediaFile]:
    """Files older than `ttl` seconds; then the oldest of the rest until `max_bytes` hold them."""
    oldest_allowed = now - timedelta(seconds=ttl)
    doomed = [file for file in files if file.modified < oldest_allowed]
    living = sorted((file for file in files if file.modified >= oldest_allowed), key=lambda f: f.modified)
    excess = sum(file.size for file in living) - max_bytes
    for file in living:
        if excess <= 0:
            break
        doomed.append(file)
        excess -= file.size
    return doomed


@dataclass(frozen=True, slots=True)
class Limits:
    """How long media live, in seconds, and how many bytes of them there may be."""

    ttl: float
    max_bytes: int


async def sweep(
    database: Database, media: MediaStore, limits: Limits, studio_key: Callable[[Clip], str | None]
) -> int:
    """Remove what must go, and let no clip point to it; how many files went. Ended jobs and drafts go too.

    Args:
        studio_key: under which key the studio would draw a clip; none where there is no studio.
    """
    await asyncio.to_thread(media.sweep_drafts)
    await asyncio.to_thread(sweep_scratch)
    async with database.transaction() as repository:
        await repository.forget_ended_jobs()
    doomed = files_to_remove(await media.files(), datetime.now(UTC), limits.ttl, limits.max_bytes)
    if doomed:
        await _forget(database, sorted({file.media for file in doomed}), studio_key)
    for file in doomed:
        await media.remove_file(file.key)
    return len(doomed)


async def _forget(database: Database, keys: Sequence[str], studio_key: Callable[[Clip], str | None]) -> None:
    """A clip whose better footage goes shows the studio's, drawn or not; without a studio it has failed."""
    async with database.transaction() as repository:
        for clip in await repository.clips_without_studio(keys):
            await repository.give_studio(clip.id, studio_key(clip))
        bare = await repository.forget_engine_media(keys)
    for video_id in bare:
        async with database.transaction() as repository:
            video = await repository.lock_video(video_id)
            if video is not None:
                await repository.settle_video(video_id)
                await repository.announce(video.run_id)
