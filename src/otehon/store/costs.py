"""Queries on `costs`: the committed intents of paid calls, and what they came to."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from otehon.store.rows import Cost, Intent, Spent
from otehon.store.session import Row, Session

COLUMNS = (
    "intent, clip_id, run_id, engine, model, provider_id, state, estimate::float AS estimate,"
    " amount::float AS amount, currency, seconds, delivered, ask, created_at"
)
LEDGER_LOCK = 8006_2026
"""Key of the advisory lock under which budgets and limits are looked at and used up."""

CLAIMS_LAST = "interval '7 days'"
"""Longer than any provider keeps a job."""

OPEN_LOST = """
    state = 'unknown' OR (state IN ('committed', 'submitted') AND NOT EXISTS (
        SELECT FROM clips WHERE clips.id = costs.clip_id AND clips.finished_at IS NULL
            AND clips.handle ->> 'intent' = costs.intent::text))
"""
"""Attempts whose end nobody waits for any more."""


class CostQueries(Session):
    """The ledger. Its rows outlive the clips they paid for."""

    async def lock_ledger(self) -> None:
        """Make every process that would spend wait for this transaction's end."""
        await self._run("SELECT pg_advisory_xact_lock(:key)", key=LEDGER_LOCK)

    async def commit_intent(self, intent: Intent) -> None:
        """Note, before the call, that money may be spent."""
        query = """
            INSERT INTO costs (clip_id, run_id, engine, intent, state, seconds, model, estimate, currency,
                fingerprint, ask)
            VALUES (:clip_id, :run_id, :engine, :intent, 'committed', :seconds, :model, :estimate, :currency,
                :fingerprint, CAST(:ask AS jsonb))
            ON CONFLICT (intent) DO NOTHING
        """
        values = {name: getattr(intent, name) for name in Intent.__slots__ if name != "ask"}
        await self._run(query, **values, ask=json.dumps(dict(intent.ask)))

    async def settle_intent(
        self,
        intent: UUID,
        state: str,
        provider_id: str | None = None,
        amount: float | None = None,
        delivered: float | None = None,
    ) -> None:
        """Note how a paid call ended: `submitted`, `settled`, `refunded` or `unknown`.

        A settled one without an amount costs what was estimated.

        Raises:
            sqlalchemy.exc.IntegrityError: the provider's job belongs to another attempt.
        """
        query = """
            UPDATE costs SET state = CAST(:state AS text), updated_at = now(),
                provider_id = COALESCE(:provider_id, provider_id),
                delivered = COALESCE(CAST(:delivered AS real), delivered),
                amount = CASE CAST(:state AS text)
                    WHEN 'settled' THEN COALESCE(CAST(:amount AS numeric), estimate)
                    WHEN 'refunded' THEN 0 END
            WHERE intent = :intent
        """
        values = {"state": state, "provider_id": provider_id, "amount": amount, "delivered": delivered}
        await self._run(query, intent=intent, **values)

    async def touch_intent(self, intent: UUID) -> None:
        """It has been looked at, and is looked at again later."""
        await self._run("UPDATE costs SET updated_at = now() WHERE intent = :intent", intent=intent)

    async def claimed_jobs(self, engine: str) -> set[str]:
        """The provider's ids that belong to attempts."""
        query = f"""
            SELECT provider_id FROM costs WHERE engine = :engine AND provider_id IS NOT NULL
                AND created_at > now() - {CLAIMS_LAST}
        """
        return {str(row["provider_id"]) for row in await self._rows(query, engine=engine)}

    async def is_asked_now(self, intent: UUID) -> bool:
        """Whether another attempt asks for the very same just now: a job that is found may be its."""
        query = """
            SELECT EXISTS (
                SELECT FROM costs AS own JOIN costs AS other ON other.fingerprint = own.fingerprint
                WHERE own.intent = :intent AND other.intent <> own.intent AND other.state = 'committed')
        """
        return bool(await self._value(query, intent=intent))

    async def lost_intents(self, older_than: float, limit: int = 50) -> Sequence[Cost]:
        """Attempts without an end that nobody waits for, not looked at for so many seconds."""
        query = f"""
            SELECT {COLUMNS} FROM costs
            WHERE updated_at < now() - make_interval(secs => :older_than) AND ({OPEN_LOST})
                AND created_at > now() - {CLAIMS_LAST}
            ORDER BY updated_at LIMIT :limit
        """
        return [Cost(**row) for row in await self._rows(query, older_than=older_than, limit=limit)]

    async def forget_asks(self, run_id: int) -> None:
        """Forget the words that were sent for a run, once they find no lost job any more. The cost stays."""
        query = """
            UPDATE costs SET ask = NULL
            WHERE run_id = :run_id AND state NOT IN ('committed', 'unknown') AND ask IS NOT NULL
        """
        await self._run(query, run_id=run_id)

    async def forget_old_asks(self) -> None:
        """Forget the words of attempts that are too old to be looked for, or ended and have no clip."""
        query = f"""
            UPDATE costs SET ask = NULL WHERE ask IS NOT NULL AND (
                created_at < now() - {CLAIMS_LAST}
                OR state NOT IN ('committed', 'unknown')
                    AND NOT EXISTS (SELECT FROM clips WHERE clips.id = costs.clip_id))
        """
        await self._run(query)

    async def spent(self, run_id: int) -> Spent:
        """What has been spent or may be: estimates of what is open, amounts of what is settled. In UTC."""
        query = """
            WITH now AS (SELECT now() AT TIME ZONE 'UTC' AS utc),
            paid AS (
                SELECT COALESCE(amount, estimate, 0)::float AS money, run_id,
                    created_at AT TIME ZONE 'UTC' AS at
                FROM costs WHERE run_id = :run_id OR created_at > now() - interval '32 days'
            )
            SELECT COALESCE(sum(money) FILTER (WHERE at >= date_trunc('day', utc)), 0) AS day,
                COALESCE(sum(money) FILTER (WHERE at >= date_trunc('month', utc)), 0) AS month,
                COALESCE(sum(money) FILTER (WHERE run_id = :run_id), 0) AS run
            FROM paid, now
        """
        row = await self._row(query, run_id=run_id)
        return Spent(**(row or {"day": 0.0, "month": 0.0, "run": 0.0}))

    async def asked_since(self, engine: str, since: datetime) -> int:
        """How many intents an engine has been given since a moment."""
        query = "SELECT count(*) FROM costs WHERE engine = :engine AND created_at > :since"
        return int(await self._value(query, engine=engine, since=since))

    async def list_costs(self, limit: int = 200) -> Sequence[Cost]:
        """The newest entries."""
        query = f"SELECT {COLUMNS} FROM costs ORDER BY id DESC LIMIT :limit"
        return [Cost(**row) for row in await self._rows(query, limit=limit)]

    async def sum_costs(self) -> Sequence[Row]:
        """Per engine, state and currency: how many attempts, how much, and how much at most."""
        query = """
            SELECT engine, state, currency, count(*) AS attempts, COALESCE(sum(amount), 0)::float AS amount,
                COALESCE(sum(COALESCE(amount, estimate)), 0)::float AS at_most
            FROM costs GROUP BY 1, 2, 3 ORDER BY 1, 2
        """
        return await self._rows(query)
