"""The connection pool and transactions."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import create_async_engine

from otehon.store.address import sqlalchemy_url
from otehon.store.repository import Repository


class Database:
    """A pool of connections to one PostgreSQL.

    Args:
        url: a `postgresql://` address.
        pool_size: connections that are kept; half as many again may be opened under load.
    """

    def __init__(self, url: str, pool_size: int = 8) -> None:
        self.url = url
        self._engine = create_async_engine(
            sqlalchemy_url(url),
            pool_size=pool_size,
            max_overflow=pool_size // 2,
            pool_timeout=10,
            pool_pre_ping=False,
            connect_args={"connect_timeout": 5},
        )
        self._autocommit = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Repository]:
        """A repository whose writes are committed together at the end, or not at all."""
        async with self._engine.begin() as connection:
            yield Repository(connection)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Repository]:
        """A repository for queries alone: each is its own transaction, which spares two round trips."""
        async with self._autocommit.connect() as connection:
            yield Repository(connection)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()
