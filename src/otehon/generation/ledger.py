"""Where a paid call is let through, and where it is written what it came to."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from procrastinate import App

from otehon.engines.base import Ask, Engine, Refused
from otehon.generation.budgets import Alert, alerts, exceeded
from otehon.generation.moves import Move
from otehon.generation.policy import Policy
from otehon.generation.queue import defer_alert
from otehon.store.repository import Repository
from otehon.store.rows import Clip, Intent

ASK_AGAIN = 3.0
"""Seconds after which a clip looks again whether there is room at its engine; a crowd spreads over more."""

MINUTE = timedelta(seconds=60)


class NoRoom(Exception):
    """The engine is as busy as it may be: again in `wait` seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(f"no room for {wait:.0f} s")
        self.wait = wait


class OverBudget(Refused):
    """The call would pass a budget, or its price is not known."""

    def __init__(self, cause: str, budget: str) -> None:
        super().__init__(cause, budget)
        self.budget = budget


@dataclass(frozen=True)
class Ledger:
    """Money and limits, on the transaction that writes the clip."""

    policy: Policy
    queue: App

    async def admit(self, repository: Repository, clip: Clip, run_id: int, engine: Engine) -> None:
        """Let a clip ask its engine, and note the intent of a paid one.

        Args:
            clip: as it will be: with its intent, and the ask of a paid engine.

        Raises:
            NoRoom: later.
            OverBudget: not at all.
        """
        name = engine.name
        limited = name in self.policy.at_once or name in self.policy.per_minute
        if not (limited or engine.capabilities.paid):
            return
        await repository.lock_ledger()
        await self._make_room(repository, name)
        if engine.capabilities.paid:
            await self._spend(repository, self._intent(clip, run_id, name))

    async def close(self, repository: Repository, clip: Clip, intent: UUID, move: Move) -> None:
        """Note what an attempt has come to; a delivered one costs what was delivered."""
        amount = None
        if move.delivered is not None and clip.engine is not None:
            amount = self.policy.prices.amount(clip.engine, _ask(clip), move.delivered)
        await repository.settle_intent(intent, move.ledger or "", move.provider_id, amount, move.delivered)

    async def give_alerts(self, repository: Repository, run_id: int, refused: str | None = None) -> None:
        """Send an alert for every level that a budget has come to, each of them once."""
        if self.policy.budgets.any:
            spent = await repository.spent(run_id)
            await self._send(
                repository, alerts(self.policy.budgets, spent, datetime.now(UTC), run_id, refused)
            )

    async def _make_room(self, repository: Repository, name: str) -> None:
        at_once, per_minute = self.policy.at_once.get(name), self.policy.per_minute.get(name)
        # The clip itself counts already: it is written in this transaction.
        if at_once is not None and await repository.clips_at(name) > at_once:
            raise NoRoom(ASK_AGAIN * random.uniform(1, 3))
        since = datetime.now(UTC) - MINUTE
        if per_minute is not None and await repository.asked_since(name, since) >= per_minute:
            raise NoRoom(ASK_AGAIN * random.uniform(1, 5))

    async def _spend(self, repository: Repository, intent: Intent) -> None:
        budgets = self.policy.budgets
        if budgets.any:
            if intent.estimate is None:
                raise OverBudget("price_unknown", "")
            over = exceeded(budgets, await repository.spent(intent.run_id), intent.estimate)
            if over is not None:
                raise OverBudget("over_budget", over)
        await repository.commit_intent(intent)
        await self.give_alerts(repository, intent.run_id)

    def _intent(self, clip: Clip, run_id: int, name: str) -> Intent:
        ask, prices = _ask(clip), self.policy.prices
        estimate = prices.amount(name, ask, ask.seconds)
        return Intent(
            intent=UUID((clip.handle or {})["intent"]),
            clip_id=clip.id,
            run_id=run_id,
            engine=name,
            model=ask.model,
            ask=ask.as_json(),
            fingerprint=ask.fingerprint(name),
            seconds=ask.seconds,
            estimate=estimate,
            currency=None if estimate is None else prices.currency,
        )

    async def _send(self, repository: Repository, found: Sequence[Alert]) -> None:
        for alert in found:
            if await repository.note_alert(alert.budget, alert.period, alert.percent):
                await defer_alert(self.queue, repository, alert)


def _ask(clip: Clip) -> Ask:
    kept = (clip.handle or {}).get("ask")
    return Ask("", clip.seconds, "1x1") if kept is None else Ask.from_json(kept)
