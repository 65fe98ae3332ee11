"""What a second of an engine's video costs: a table in data, each line with its date and source."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml12
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from otehon.engines.base import Ask
from otehon.errors import OtehonError


class WrongPrices(OtehonError):
    """The file of prices cannot be read, or a line of it is not as it must be."""

    exit_code = 2


class Price(BaseModel):
    """One line.

    Attributes:
        engine: whose video it is.
        models: the model's name, or what it begins with; empty for any.
        height: the largest of the shorter side, in pixels, for which it holds.
        per_second: money for a delivered second.
        read: when the source was read.
        source: who says so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    engine: str
    models: str = ""
    height: int = Field(default=10_000, gt=0)
    per_second: float = Field(ge=0)
    read: date
    source: str = Field(min_length=3)


class PriceTable(BaseModel):
    """Every price that is known, in one currency."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency: str = Field(pattern=r"^[A-Z]{3}$")
    prices: tuple[Price, ...]

    def price_of(self, engine: str, ask: Ask) -> Price | None:
        """The price of what is asked: the longest model name that fits, then the smallest height."""
        fitting = [price for price in self.prices if _fits(price, engine, ask)]
        return min(fitting, key=lambda price: (-len(price.models), price.height), default=None)

    def amount(self, engine: str, ask: Ask, seconds: float) -> float | None:
        """What so many seconds of it cost; none where the price is not known."""
        price = self.price_of(engine, ask)
        return None if price is None else round(price.per_second * seconds, 6)


def load_prices(path: Path | None) -> PriceTable:
    """Our table, or the one of a file: its lines come before ours where both have one, in its currency.

    Raises:
        WrongPrices: it cannot be read.
    """
    ours = _our_prices()
    if path is None:
        return ours
    try:
        theirs = PriceTable.model_validate(yaml12.parse_yaml(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise WrongPrices(
            f"OTEHON_PRICES names {path}, which is no table of prices ({type(error).__name__}).",
            "Write it like the table in docs/costs.md.",
        ) from error
    if theirs.currency != ours.currency:
        return theirs
    return PriceTable(currency=ours.currency, prices=(*theirs.prices, *_others(ours.prices, theirs.prices)))


@lru_cache(maxsize=1)
def _our_prices() -> PriceTable:
    text = (files("otehon.generation") / "data" / "prices.yaml").read_text(encoding="utf-8")
    return PriceTable.model_validate(yaml12.parse_yaml(text))


def _others(ours: Sequence[Price], theirs: Sequence[Price]) -> list[Price]:
    replaced = {(price.engine, price.models) for price in theirs}
    return [price for price in ours if (price.engine, price.models) not in replaced]


def _fits(price: Price, engine: str, ask: Ask) -> bool:
    shorter = min(int(side) for side in ask.size.split("x"))
    return price.engine == engine and ask.model.startswith(price.models) and shorter <= price.height
