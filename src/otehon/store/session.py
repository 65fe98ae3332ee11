"""What every group of queries stands on."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import psycopg
from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

CHANNEL = "otehon_run"
"""PostgreSQL channel on which every change of a run's video is announced, with the run's id as payload."""

Row = Mapping[str, Any]


class Session:
    """Queries on one connection, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def driver_connection(self) -> psycopg.AsyncConnection:
        """The psycopg connection of this transaction, for the queue to write its jobs with."""
        raw = await self._connection.get_raw_connection()
        return cast(psycopg.AsyncConnection, raw.driver_connection)

    async def announce(self, run_id: int) -> None:
        """Tell every process, on commit, that this run has changed."""
        await self._run("SELECT pg_notify(:channel, :payload)", channel=CHANNEL, payload=str(run_id))

    async def _run(self, query: str, **values: object) -> int:
        result = await self._connection.execute(_clause(query), values)
        return result.rowcount

    async def _rows(self, query: str, **values: object) -> list[Row]:
        result = await self._connection.execute(_clause(query), values)
        return cast(list[Row], list(result.mappings()))

    async def _row(self, query: str, **values: object) -> Row | None:
        rows = await self._rows(query, **values)
        return rows[0] if rows else None

    async def _value(self, query: str, **values: object) -> Any:
        result = await self._connection.execute(_clause(query), values)
        return result.scalar()


@lru_cache(maxsize=512)
def _clause(query: str) -> TextClause:
    """Parsed once: parsing took a third of a short query's time (measured)."""
    return text(query)
