"""The connection pool and transactions."""

import time
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from otehon.store.address import sqlalchemy_url
from otehon.store.repository import Repository

PATIENCE = 10.0
"""Seconds that one waits for a free connection."""


class Busy(Exception):
    """More is asked at once than can be done, and the database does answer. Nothing has been begun."""


class Database:
    """A pool of connections to one PostgreSQL.

    Args:
        url: a `postgresql://` address.
        pool_size: most connections.
        most_waiting: how many may wait for one of them; None: as many as come.
        patience: seconds that each waits.
    """

    def __init__(
        self, url: str, pool_size: int = 8, most_waiting: int | None = None, patience: float = PATIENCE
    ) -> None:
        self.url = url
        # No overflow: to open a connection for a moment of much load costs more than it gives.
        self._engine = create_async_engine(
            sqlalchemy_url(url),
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=patience,
            pool_pre_ping=False,
            connect_args={"connect_timeout": 5},
        )
        self._autocommit = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._most_waiting = most_waiting
        self._waiting = 0
        self._given_back = 0.0

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Repository]:
        """A repository whose writes are committed together at the end, or not at all.

        Raises:
            Busy: too many wait already, or no connection became free in time.
        """
        async with self._connected(self._engine) as connection, connection.begin():
            yield Repository(connection)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Repository]:
        """A repository for queries alone: each is its own transaction, which spares two round trips.

        Raises:
            Busy: as for `transaction`.
        """
        async with self._connected(self._autocommit) as connection:
            yield Repository(connection)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _connected(self, engine: AsyncEngine) -> AsyncGenerator[AsyncConnection]:
        async with AsyncExitStack() as held:
            with self._in_line():
                connection = await held.enter_async_context(engine.connect())
            yield connection
        self._given_back = time.monotonic()

    @contextmanager
    def _in_line(self) -> Generator[None]:
        """While one waits for a connection. That none came need not mean that the database is away."""
        if self._most_waiting is not None and self._waiting >= self._most_waiting:
            raise Busy
        self._waiting += 1
        came = time.monotonic()
        try:
            yield
        except NoneFree as error:
            if self._given_back > came:
                raise Busy from error
            raise
        finally:
            self._waiting -= 1
