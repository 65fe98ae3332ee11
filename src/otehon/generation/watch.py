"""Tells waiting readers that a run has changed, through PostgreSQL's LISTEN: one connection a process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

import psycopg
import structlog

from otehon.store.address import driver_conninfo
from otehon.store.session import CHANNEL

log = structlog.get_logger()

RECONNECT = 1.0
"""Seconds between attempts when the database is away."""


class RunWatcher:
    """Announces changes of runs to whoever subscribed, whichever process made them.

    Args:
        database_url: a `postgresql://` address.
    """

    def __init__(self, database_url: str) -> None:
        self._conninfo = driver_conninfo(database_url)
        self._subscribers: defaultdict[int, set[asyncio.Event]] = defaultdict(set)
        self.closing = asyncio.Event()

    @asynccontextmanager
    async def subscribe(self, run_id: int) -> AsyncGenerator[asyncio.Event]:
        """An event that is set whenever the run may have changed, and when the process is about to stop."""
        event = asyncio.Event()
        self._subscribers[run_id].add(event)
        try:
            yield event
        finally:
            self._subscribers[run_id].discard(event)
            if not self._subscribers[run_id]:
                del self._subscribers[run_id]

    def close(self) -> None:
        """Wake every subscriber for the last time."""
        self.closing.set()
        self._wake_all()

    async def run(self) -> None:
        """Listen until canceled, reconnecting for as long as it takes."""
        while True:
            with suppress(psycopg.Error, OSError):
                await self._listen()
            log.warning("the database's announcements are interrupted")
            # What was announced meanwhile is lost: let everybody look.
            self._wake_all()
            await asyncio.sleep(RECONNECT)

    async def _listen(self) -> None:
        connection = await psycopg.AsyncConnection.connect(self._conninfo, autocommit=True, connect_timeout=5)
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}".encode())
            self._wake_all()
            async for notice in connection.notifies():
                for event in self._subscribers.get(int(notice.payload), ()):
                    event.set()

    def _wake_all(self) -> None:
        for events in self._subscribers.values():
            for event in events:
                event.set()
