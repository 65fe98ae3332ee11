"""Queries on `breakers` and `budget_alerts`: what every worker must know of an engine and of the budgets."""

from otehon.store.session import Session

PROBE = "interval '30 seconds'"
"""While one clip tries an engine whose pause is over, the others go on waiting for its end."""


class BreakerQueries(Session):
    """An engine's breaker: closed, open until a moment, or tried by one clip."""

    async def open_cause(self, engine: str) -> str | None:
        """Why the engine is not asked now; none where it is. The first to ask after the pause tries it."""
        query = "SELECT cause FROM breakers WHERE engine = :engine AND open_until > now()"
        cause = await self._value(query, engine=engine)
        if cause is not None:
            return str(cause)
        probe = f"""
            UPDATE breakers SET open_until = now() + {PROBE} WHERE engine = :engine AND open_until <= now()
        """
        await self._run(probe, engine=engine)
        return None

    async def note_failure(self, engine: str, cause: str, limit: int, pause: float) -> bool:
        """Count a failure in a row; from `limit` on the engine pauses. Whether it has just begun to."""
        query = """
            INSERT INTO breakers AS b (engine, failures, cause, open_until)
            VALUES (:engine, 1, :cause, CASE WHEN :limit <= 1 THEN now() + make_interval(secs => :pause) END)
            ON CONFLICT (engine) DO UPDATE SET failures = b.failures + 1, cause = :cause,
                open_until = CASE WHEN b.failures + 1 >= :limit
                    THEN greatest(b.open_until, now() + make_interval(secs => :pause)) ELSE b.open_until END
            RETURNING failures
        """
        failures = await self._value(query, engine=engine, cause=cause, limit=limit, pause=pause)
        return int(failures) == limit

    async def note_success(self, engine: str) -> None:
        """The engine works."""
        await self._run("DELETE FROM breakers WHERE engine = :engine", engine=engine)

    async def paused_engines(self) -> dict[str, str]:
        """The engines that are not asked now, and why."""
        rows = await self._rows("SELECT engine, cause FROM breakers WHERE open_until > now()")
        return {str(row["engine"]): str(row["cause"]) for row in rows}

    async def note_alert(self, budget: str, period: str, percent: int) -> bool:
        """Whether this alert is given for the first time."""
        query = """
            INSERT INTO budget_alerts (budget, period, percent) VALUES (:budget, :period, :percent)
            ON CONFLICT DO NOTHING
        """
        return bool(await self._run(query, budget=budget, period=period, percent=percent))
