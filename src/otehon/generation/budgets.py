"""Whether a paid call may still be made. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from otehon.store.rows import Spent

LEVELS = (80, 100)
"""Percent of a budget at which an alert is given."""


@dataclass(frozen=True, slots=True)
class Budgets:
    """The most that may be spent, in the price table's currency. None is no limit."""

    day: float | None = None
    month: float | None = None
    run: float | None = None

    @property
    def any(self) -> bool:
        """Whether there is a limit at all."""
        return (self.day, self.month, self.run) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Alert:
    """A budget has come to a level.

    Args:
        budget: `day`, `month` or `run`.
        period: which day, month or run.
        percent: of the budget.
    """

    budget: str
    period: str
    percent: int
    spent: float
    limit: float


def exceeded(budgets: Budgets, spent: Spent, estimate: float) -> str | None:
    """The first budget that another call would pass; none where it may be made."""
    # A millionth is what the ledger rounds to.
    names = ("day", "month", "run")
    over = [name for name in names if _over(getattr(budgets, name), getattr(spent, name) + estimate)]
    return over[0] if over else None


def alerts(
    budgets: Budgets, spent: Spent, now: datetime, run_id: int, refused: str | None = None
) -> Sequence[Alert]:
    """Every level that has been reached. A call that was refused counts as the whole of its budget."""
    periods = {"day": f"{now:%Y-%m-%d}", "month": f"{now:%Y-%m}", "run": str(run_id)}
    found: list[Alert] = []
    for name, period in periods.items():
        limit: float | None = getattr(budgets, name)
        if limit is None:
            continue
        money: float = getattr(spent, name)
        reached = 100.0 if refused == name or limit == 0 else money / limit * 100
        found += [Alert(name, period, level, money, limit) for level in LEVELS if reached >= level - 1e-6]
    return found


def _over(limit: float | None, money: float) -> bool:
    return limit is not None and money > limit + 1e-6
