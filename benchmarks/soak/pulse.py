"""Looks at the place every few seconds: what is unfinished, memory, bytes on the disk."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

import psycopg

from benchmarks.soak.memory import Memory
from benchmarks.soak.place import Place
from otehon.store.address import driver_conninfo

EVERY = 3.0
MOST_UNFINISHED = 16
"""Videos under way above which visitors ask for nothing new: the machine may be slow."""

UNFINISHED = """
    SELECT count(*), COALESCE(extract(epoch FROM max(localtimestamp - created_at)), 0)::float
    FROM generated_videos WHERE completed_at IS NULL
"""


@dataclass
class Pulse:
    """What was seen.

    Attributes:
        busy: whether there is enough to do.
        oldest: seconds that the oldest unfinished video had been there, at most.
        bytes_kept: in the media store, at most.
    """

    place: Place
    busy: asyncio.Event = field(default_factory=asyncio.Event)
    memories: dict[int, Memory] = field(default_factory=dict[int, Memory])
    oldest: float = 0.0
    bytes_kept: int = 0

    async def run(self) -> None:
        """Until canceled."""
        while True:
            with suppress(psycopg.Error):
                await self._unfinished()
            for process in self.place.elder.family():
                self.memories.setdefault(process.pid, Memory(process.pid)).sample()
            self.bytes_kept = max(self.bytes_kept, bytes_in(self.place))
            await asyncio.sleep(EVERY)

    async def _unfinished(self) -> None:
        address = driver_conninfo(self.place.site.database_url)
        async with await psycopg.AsyncConnection.connect(address, connect_timeout=3) as connection:
            row = await (await connection.execute(UNFINISHED)).fetchone()
        count, age = row or (0, 0.0)
        self.oldest = max(self.oldest, age)
        (self.busy.set if count >= MOST_UNFINISHED else self.busy.clear)()

    @property
    def service(self) -> Memory:
        """The elder service's own memory."""
        assert self.place.elder.process is not None
        return self.memories[self.place.elder.process.pid]

    @property
    def painter(self) -> Memory | None:
        """That of the process that drew for it for the longest time."""
        assert self.place.elder.process is not None
        others = [memory for pid, memory in self.memories.items() if pid != self.place.elder.process.pid]
        return max(others, key=lambda memory: len(memory.seconds), default=None)


def bytes_in(place: Place) -> int:
    """What lies in the media store now."""
    total = 0
    for file in (place.disk / "media").rglob("*"):
        with suppress(OSError):
            total += file.stat().st_size if file.is_file() else 0
    return total
