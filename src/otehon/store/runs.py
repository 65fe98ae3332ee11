"""Queries on `runs` and `advice`."""

from otehon.store.session import Session

OURS = "obj_description(to_regclass('runs'), 'pg_class') IS NOT DISTINCT FROM 'otehon'"


class RunQueries(Session):
    """Runs and their advice. In a `runs` table that is not ours nothing is written; only `id` is read."""

    async def ensure_run(self, run_id: int) -> bool:
        """Make the run where it is missing and the table is ours; whether it exists now."""
        if await self.run_exists(run_id):
            return True
        if not await self._value(f"SELECT {OURS}"):
            return False
        await self._run("INSERT INTO runs (id) VALUES (:id) ON CONFLICT DO NOTHING", id=run_id)
        return True

    async def new_run(self) -> int | None:
        """A new run under an id that nobody uses; none where the `runs` table is not ours."""
        if not await self._value(f"SELECT {OURS}"):
            return None
        while True:
            query = "INSERT INTO runs DEFAULT VALUES ON CONFLICT DO NOTHING RETURNING id"
            run_id = await self._value(query)
            if run_id is not None:
                return int(run_id)

    async def run_exists(self, run_id: int) -> bool:
        """Whether there is such a run."""
        return bool(await self._value("SELECT EXISTS (SELECT FROM runs WHERE id = :id)", id=run_id))

    async def lock_run(self, run_id: int) -> None:
        """Make concurrent requests of one run wait for each other until this transaction ends."""
        await self._run("SELECT pg_advisory_xact_lock(8006, :id)", id=run_id)

    async def save_advice(self, run_id: int, text: str) -> None:
        """Keep the advice of a run; a newer one replaces it."""
        query = """
            INSERT INTO advice (run_id, text) VALUES (:run_id, :text)
            ON CONFLICT (run_id) DO UPDATE SET text = excluded.text, created_at = now()
        """
        await self._run(query, run_id=run_id, text=text)

    async def get_advice(self, run_id: int) -> str | None:
        """The advice of a run."""
        value = await self._value("SELECT text FROM advice WHERE run_id = :run_id", run_id=run_id)
        return None if value is None else str(value)

    async def delete_run(self, run_id: int) -> bool:
        """Delete what is ours of a run, and the run itself where the table is ours; whether there was any."""
        videos = await self._run("DELETE FROM generated_videos WHERE run_id = :id", id=run_id)
        texts = await self._run("DELETE FROM advice WHERE run_id = :id", id=run_id)
        query = f"DELETE FROM runs WHERE id = :id AND {OURS}"
        return bool(await self._run(query, id=run_id) + videos + texts)
