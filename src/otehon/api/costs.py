"""What paid engines have cost. The gateway does not pass this on."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import Field

from otehon.api.guard import token
from otehon.api.models.base import Answer
from otehon.api.problems import documented
from otehon.api.state import OurService
from otehon.generation.bills import Bill, Line, Total, read_bill

router = APIRouter(tags=["operations"])


class CostTotal(Answer):
    """The attempts of an engine in one state."""

    engine: str
    state: str
    currency: str | None
    attempts: int
    amount: float = Field(description="What is settled.")
    at_most: float = Field(description="That, and the estimates of what is open.")


class CostLine(Answer):
    """One paid attempt."""

    intent: UUID
    clip_id: UUID
    run_id: int
    engine: str
    model: str
    provider_id: str | None
    state: str = Field(description="committed, submitted, settled, refunded or unknown.")
    estimate: float | None
    amount: float | None = Field(description="Null until it is settled or refunded.")
    currency: str | None
    seconds: float | None = Field(description="What was asked for.")
    delivered: float | None = Field(description="What arrived, as decoded.")
    created_at: datetime


class BudgetState(Answer):
    """A budget and how much of it is used."""

    budget: Literal["day", "month"]
    limit: float | None = Field(description="Null: none.")
    spent: float


class Costs(Answer):
    """What paid engines have cost, and may cost still."""

    currency: str
    budgets: tuple[BudgetState, ...]
    paused: dict[str, str] = Field(description="Engines that are given a rest, and the cause.")
    totals: tuple[CostTotal, ...]
    newest: tuple[CostLine, ...]


@router.get(
    "/costs",
    summary="What paid engines have cost",
    dependencies=[Depends(token)],
    responses=documented("token-required", "wrong-token"),
)
async def get_costs(service: OurService) -> Costs:
    """Totals by engine and state, the budgets, the newest attempts. Where a token is set it is needed."""
    bill = await read_bill(service.runtime.database, service.runtime.steps.ledger.policy)
    return _answer(bill)


def _answer(bill: Bill) -> Costs:
    return Costs(
        currency=bill.currency,
        budgets=(
            BudgetState(budget="day", limit=bill.budgets.day, spent=bill.spent.day),
            BudgetState(budget="month", limit=bill.budgets.month, spent=bill.spent.month),
        ),
        paused=dict(bill.paused),
        totals=tuple(_total(total) for total in bill.totals),
        newest=tuple(_line(line) for line in bill.newest),
    )


def _total(total: Total) -> CostTotal:
    return CostTotal.model_validate(total, from_attributes=True)


def _line(line: Line) -> CostLine:
    return CostLine.model_validate(line, from_attributes=True)
