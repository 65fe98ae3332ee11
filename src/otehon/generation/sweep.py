"""Which files must go: the too old, and of too many the oldest. The choice is pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from otehon.generation.media import MediaFile, MediaStore
from otehon.store.database import Database


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


async def sweep(database: Database, media: MediaStore, ttl: float, max_bytes: int) -> int:
    """Remove what must go, and let no clip point to it; how many files went."""
    doomed = files_to_remove(await media.files(), datetime.now(UTC), ttl, max_bytes)
    if doomed:
        async with database.transaction() as repository:
            await repository.forget_engine_media(sorted({file.media for file in doomed}))
    for file in doomed:
        await media.remove_file(file.key)
    return len(doomed)
