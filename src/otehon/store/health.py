"""Queries that tell how the database and the queue are."""

from otehon.store.session import Session


class HealthQueries(Session):
    """Operations."""

    async def ping(self) -> None:
        """Raises where the database does not answer."""
        await self._value("SELECT 1")

    async def newest_heartbeat(self) -> float | None:
        """Seconds since the youngest heartbeat of any worker; none where there is no worker."""
        query = "SELECT extract(epoch FROM now() - max(last_heartbeat))::float FROM procrastinate_workers"
        value = await self._value(query)
        return None if value is None else float(value)

    async def queue_depth(self) -> list[tuple[str, str, int]]:
        """(queue, status, how many) of the jobs that are not finished."""
        query = """
            SELECT queue_name AS queue, status::text AS status, count(*) AS n FROM procrastinate_jobs
            WHERE status IN ('todo', 'doing') GROUP BY 1, 2
        """
        return [(str(row["queue"]), str(row["status"]), int(row["n"])) for row in await self._rows(query)]
