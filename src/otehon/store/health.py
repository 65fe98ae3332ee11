"""Queries that tell how the database and the queue are."""

from collections.abc import Sequence

from otehon.store.session import Session

OF_DEAD_WORKER = """
    j.status = 'doing' AND NOT EXISTS (
        SELECT FROM procrastinate_workers w
        WHERE w.id = j.worker_id AND w.last_heartbeat > now() - make_interval(secs => :silent)
    )
"""


# Of jobs with such a lock one may wait; where one does already, it will do what this one did not.
FOLLOWED = """
    j.queueing_lock IS NOT NULL AND EXISTS (
        SELECT FROM procrastinate_jobs o WHERE o.queueing_lock = j.queueing_lock AND o.status = 'todo'
    )
"""


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

    async def take_over_stalled(self, silent_for: float) -> int:
        """Hand the steps of dead workers back to the queue; how many.

        One statement, so that two processes never hand the same step back twice: the second would take it
        from the live worker that has it by then.
        """
        unwanted = (
            f"DELETE FROM procrastinate_jobs j WHERE (abort_requested OR {FOLLOWED}) AND {OF_DEAD_WORKER}"
        )
        await self._run(unwanted, silent=silent_for)
        query = f"""
            UPDATE procrastinate_jobs j
            SET status = 'todo', worker_id = NULL, scheduled_at = NULL, attempts = attempts + 1
            WHERE {OF_DEAD_WORKER}
        """
        return await self._run(query, silent=silent_for)

    async def jobs_of_workers(self, workers: Sequence[int]) -> list[int]:
        """The jobs that these workers are at, on record."""
        query = "SELECT id FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = ANY(:workers)"
        return [int(row["id"]) for row in await self._rows(query, workers=list(workers))]

    async def hand_back(self, jobs: Sequence[int], workers: Sequence[int]) -> int:
        """Hand these jobs of these workers back to the queue; how many."""
        theirs = "status = 'doing' AND id = ANY(:jobs) AND worker_id = ANY(:workers)"
        values = {"jobs": list(jobs), "workers": list(workers)}
        unwanted = f"DELETE FROM procrastinate_jobs j WHERE (abort_requested OR {FOLLOWED}) AND {theirs}"
        await self._run(unwanted, **values)
        query = f"""
            UPDATE procrastinate_jobs
            SET status = 'todo', worker_id = NULL, scheduled_at = NULL, attempts = attempts + 1 WHERE {theirs}
        """
        return await self._run(query, **values)

    async def forget_ended_jobs(self) -> int:
        """Remove jobs that ended; how many. Those that were canceled while they ran stay on record else."""
        query = "DELETE FROM procrastinate_jobs WHERE status NOT IN ('todo', 'doing')"
        return await self._run(query)

    async def drop_jobs(self, locks: Sequence[str], stop: bool = True) -> None:
        """Remove the waiting jobs under these locks, and ask the running ones to stop where `stop` is set."""
        query = """
            SELECT procrastinate_cancel_job_v1(id, :stop, true) FROM procrastinate_jobs
            WHERE lock = ANY(:locks) AND status IN ('todo', 'doing')
        """
        await self._rows(query, locks=list(locks), stop=stop)

    async def queue_depth(self) -> list[tuple[str, str, int]]:
        """(queue, status, how many) of the jobs that are not finished; `later`: they wait for a date."""
        query = """
            SELECT queue_name AS queue,
                CASE WHEN status = 'todo' AND scheduled_at > now() THEN 'later' ELSE status::text END
                    AS status, count(*) AS n
            FROM procrastinate_jobs WHERE status IN ('todo', 'doing') GROUP BY 1, 2
        """
        return [(str(row["queue"]), str(row["status"]), int(row["n"])) for row in await self._rows(query)]
