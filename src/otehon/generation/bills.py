"""What paid engines have cost, and what a request would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from otehon.engines.base import Engine, EngineError, Order, Variant
from otehon.generation.budgets import Budgets
from otehon.generation.policy import Policy
from otehon.store.database import Database
from otehon.store.rows import Cost, NewClip, Spent

Line = Cost
NOBODY = 0
"""A run that does not exist: budgets of one run do not matter to the whole bill."""


@dataclass(frozen=True, slots=True)
class Total:
    """The attempts of an engine in one state; `at_most` counts estimates of what is open too."""

    engine: str
    state: str
    currency: str | None
    attempts: int
    amount: float
    at_most: float


@dataclass(frozen=True, slots=True)
class Bill:
    """The whole ledger in short."""

    currency: str
    budgets: Budgets
    spent: Spent
    paused: Mapping[str, str]
    totals: Sequence[Total]
    newest: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Quote:
    """What one clip would cost at one engine; `amount` is none where no price is known."""

    title: str
    engine: str
    model: str
    seconds: float
    size: str
    amount: float | None
    source: str
    hindrance: str | None = None


async def read_bill(database: Database, policy: Policy, newest: int = 50) -> Bill:
    """The ledger as it is now."""
    async with database.reading() as repository:
        return Bill(
            currency=policy.prices.currency,
            budgets=policy.budgets,
            spent=await repository.spent(NOBODY),
            paused=await repository.paused_engines(),
            totals=[Total(**row) for row in await repository.sum_costs()],
            newest=await repository.list_costs(newest),
        )


async def quote(
    clips: Sequence[NewClip], engines: Mapping[str, Engine], policy: Policy, variant: Variant
) -> list[Quote]:
    """What every clip would cost at every paid engine. Nothing is asked for and nothing spent."""
    paid = {name: engine for name, engine in engines.items() if engine.capabilities.paid}
    return [
        await _quote(clip, name, engine, policy, variant) for clip in clips for name, engine in paid.items()
    ]


async def _quote(clip: NewClip, name: str, engine: Engine, policy: Policy, variant: Variant) -> Quote:
    nobody = UUID(int=0)
    order = Order(
        clip_id=nobody,
        intent=nobody,
        attempt=0,
        drill=clip.drill,
        title=clip.title,
        words=clip.words,
        dose=clip.dose,
        seconds=clip.seconds,
        variant=variant,
    )
    try:
        ask = await engine.ask(order)
    except EngineError as error:
        return Quote(clip.title, name, "", clip.seconds, "", None, "", error.cause)
    price = policy.prices.price_of(name, ask)
    amount = policy.prices.amount(name, ask, ask.seconds)
    source = "" if price is None else f"{price.source} ({price.read})"
    return Quote(clip.title, name, ask.model, ask.seconds, ask.size, amount, source)
