"""What makes media temporary."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from otehon.generation.media.key import MediaKey
from otehon.generation.media.store import MediaStore, key_of


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one clip: their bytes together, and when the youngest was written."""

    key: MediaKey
    size: int
    modified: datetime


async def sweep(media: MediaStore, now: datetime, ttl: timedelta, max_bytes: int) -> list[MediaKey]:
    """Remove what has outlived `ttl`, then the oldest until `max_bytes` are left; the removed keys."""
    gone = overdue(await groups(media), now, ttl, max_bytes)
    await media.delete(gone)
    return gone


async def groups(media: MediaStore) -> list[Group]:
    """Every clip that has files, the oldest first."""
    found: dict[MediaKey, Group] = {}
    async for path, item in media.listing():
        key = key_of(path)
        if key is not None:
            before = found.get(key, Group(key, 0, item.modified))
            found[key] = Group(key, before.size + item.size, max(before.modified, item.modified))
    return sorted(found.values(), key=lambda group: (group.modified, group.key))


def overdue(oldest_first: list[Group], now: datetime, ttl: timedelta, max_bytes: int) -> list[MediaKey]:
    """The keys that must go."""
    left = sum(group.size for group in oldest_first)
    gone: list[MediaKey] = []
    for group in oldest_first:
        if now - group.modified > ttl or left > max_bytes:
            gone.append(group.key)
            left -= group.size
    return gone
