"""Queries on `costs`: the committed intents of paid calls, and what they came to."""

from collections.abc import Sequence
from uuid import UUID

from otehon.store.rows import Clip, Cost
from otehon.store.session import Row, Session


class CostQueries(Session):
    """The ledger. Its rows outlive the clips they paid for."""

    async def commit_intent(self, clip: Clip, run_id: int, engine: str, intent: UUID) -> None:
        """Note, before the call, that money may be spent."""
        query = """
            INSERT INTO costs (clip_id, run_id, engine, intent, state, seconds)
            VALUES (:clip_id, :run_id, :engine, :intent, 'committed', :seconds)
            ON CONFLICT (intent) DO NOTHING
        """
        values = {"clip_id": clip.id, "run_id": run_id, "engine": engine, "intent": intent}
        await self._run(query, **values, seconds=clip.seconds)

    async def settle_intent(self, intent: UUID, state: str, provider_id: str | None = None) -> None:
        """Note how a paid call ended: `submitted`, `settled`, `refunded` or `unknown`."""
        query = """
            UPDATE costs SET state = :state, updated_at = now(),
                provider_id = COALESCE(:provider_id, provider_id)
            WHERE intent = :intent
        """
        await self._run(query, intent=intent, state=state, provider_id=provider_id)

    async def list_costs(self, limit: int = 200) -> Sequence[Cost]:
        """The newest entries."""
        query = """
            SELECT intent, clip_id, run_id, engine, provider_id, state, amount::float AS amount, currency,
                   seconds, created_at FROM costs ORDER BY id DESC LIMIT :limit
        """
        return [Cost(**row) for row in await self._rows(query, limit=limit)]

    async def sum_costs(self) -> Sequence[Row]:
        """Per engine, state and currency: how many attempts and how much."""
        query = """
            SELECT engine, state, currency, count(*) AS attempts, COALESCE(sum(amount), 0)::float AS amount
            FROM costs GROUP BY 1, 2, 3 ORDER BY 1, 2
        """
        return await self._rows(query)
