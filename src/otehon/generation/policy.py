"""What may be asked of whom, how much at once and for how much money. Data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from otehon.generation.budgets import Budgets
from otehon.generation.prices import PriceTable, load_prices
from otehon.settings import Settings


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of the fallback chain.

    Args:
        prices: what a second costs.
        budgets: the most that may be spent.
        at_once: the most clips that an engine, by name, works on at the same time; for all workers together.
        per_minute: the most paid calls of an engine within a minute; for all workers together.
        unknown_drills: whether a drill without a movement may go to a paid engine.
    """

    prices: PriceTable
    budgets: Budgets = field(default_factory=Budgets)
    at_once: Mapping[str, int] = field(default_factory=dict[str, int])
    per_minute: Mapping[str, int] = field(default_factory=dict[str, int])
    unknown_drills: bool = False


def policy_of(settings: Settings) -> Policy:
    """The policy that the settings describe.

    Raises:
        WrongPrices: the file of prices cannot be read.
    """
    return Policy(
        prices=load_prices(settings.prices),
        budgets=Budgets(settings.budget_day, settings.budget_month, settings.budget_run),
        at_once=settings.engine_at_once,
        per_minute=settings.engine_per_minute,
        unknown_drills=settings.pay_for_unknown_drills,
    )
