"""Looks at the place every few seconds: what is unfinished, and memory."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

import psycopg

from benchmarks.soak.memory import Memory
from benchmarks.soak.place import Place
from otehon.store.address import driver_conninfo

EVERY = 3.0
MOST_UNFINISHED = 16
"""Videos under way above which visitors ask for nothing new: the machine may be slow."""

UNFINISHED = "SELECT id FROM generated_videos WHERE completed_at IS NULL"
DRAWS = 50.0
"""MB above which a child of the service is a painter, and not what watches over its pipes."""


@dataclass
class Pulse:
    """What was seen.

    Attributes:
        busy: whether there is enough to do.
        longest: seconds that a video was seen unfinished, at most.
    """

    place: Place
    busy: asyncio.Event = field(default_factory=asyncio.Event)
    memories: dict[int, Memory] = field(default_factory=dict[int, Memory])
    longest: float = 0.0
    _seen: dict[int, float] = field(default_factory=dict[int, float])

    async def run(self) -> None:
        """Until canceled."""
        while True:
            with suppress(psycopg.Error):
                await self._unfinished()
            for process in self.place.elder.family():
                self.memories.setdefault(process.pid, Memory(process.pid)).sample()
            await asyncio.sleep(EVERY)

    async def _unfinished(self) -> None:
        address = driver_conninfo(self.place.site.database_url)
        async with await psycopg.AsyncConnection.connect(address, connect_timeout=3) as connection:
            rows = await (await connection.execute(UNFINISHED)).fetchall()
        now = time.monotonic()
        self._seen = {video_id: self._seen.get(video_id, now) for (video_id,) in rows}
        self.longest = max([self.longest, *(now - since for since in self._seen.values())])
        (self.busy.set if len(rows) >= MOST_UNFINISHED else self.busy.clear)()

    @property
    def service(self) -> Memory:
        """The elder service's own memory."""
        assert self.place.elder.process is not None
        return self.memories[self.place.elder.process.pid]

    @property
    def painter(self) -> Memory | None:
        """That of the process that drew for it for the longest time."""
        assert self.place.elder.process is not None
        main = self.place.elder.process.pid
        others = [m for pid, m in self.memories.items() if pid != main and max(m.megabytes) > DRAWS]
        return max(others, key=lambda memory: len(memory.seconds), default=None)
