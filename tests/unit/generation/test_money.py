from datetime import UTC, datetime
from pathlib import Path

import pytest

from otehon.engines.base import Ask, OutcomeUnknown, Refused, TryAgain, Unavailable
from otehon.generation.breaker import strike_of
from otehon.generation.budgets import Budgets, alerts, exceeded
from otehon.generation.causes import CAUSES
from otehon.generation.checks.judge import fault_of
from otehon.generation.checks.report import Report
from otehon.generation.next_steps import NEXT
from otehon.generation.prices import WrongPrices, load_prices
from otehon.store.rows import Spent

NOW = datetime(2026, 11, 25, tzinfo=UTC)
GOOD = Report(codec="h264", width=1280, height=720, frames=120, seconds=5.0, declared=5.0)
ASK = Ask("words", 5.0, "1280x720", "gemini-omni-1.2-flash")


@pytest.mark.parametrize(
    ("size", "model", "amount"),
    [
        ("1280x720", "gemini-omni-1.2-flash", 0.35),
        ("720x1280", "gemini-omni-1.2-flash", 0.35),
        ("640x360", "gemini-omni-1.2-flash", 0.115),
        ("1920x1080", "gemini-omni-1.1-flash", 0.75),
        ("3840x2160", "gemini-omni-1.2-flash", None),
        ("1280x720", "never-heard-of", None),
    ],
)
def test_the_price_is_that_of_model_and_height(size: str, model: str, amount: float | None) -> None:
    assert load_prices(None).amount("gemini-omni", Ask("", 5, size, model), 5.0) == amount


def test_every_price_has_a_day_and_a_source() -> None:
    assert all(price.source and price.read.year >= 2026 for price in load_prices(None).prices)


def test_a_files_prices_come_before_ours(tmp_path: Path) -> None:
    file = tmp_path / "prices.yaml"
    file.write_text(
        "currency: USD\nprices:\n"
        "- {engine: gemini-omni, models: gemini-omni-1.2-flash, per_second: 1, read: 2026-11-25,\n"
        "   source: us!}\n"
    )
    table = load_prices(file)
    assert table.amount("gemini-omni", ASK, 5.0) == 5.0
    assert table.amount("gemini-omni", Ask("", 5, "1280x720", "gemini-omni-1.1-flash"), 5.0) == 0.5
    file.write_text("prices: 3")
    with pytest.raises(WrongPrices):
        load_prices(file)


def test_a_budget_holds_to_the_cent() -> None:
    spent = Spent(day=0.7, month=9.0, run=0.7)
    assert exceeded(Budgets(day=1.0), spent, 0.3) is None
    assert exceeded(Budgets(day=1.0), spent, 0.31) == "day"
    assert exceeded(Budgets(month=9.2, day=5), spent, 0.3) == "month"
    assert exceeded(Budgets(run=0.0), Spent(0, 0, 0), 0.01) == "run"
    assert exceeded(Budgets(), spent, 1e9) is None


def test_alerts_come_at_80_and_100_percent_and_when_a_call_is_refused() -> None:
    def levels(day: float, refused: str | None = None) -> list[int]:
        found = alerts(Budgets(day=1.0), Spent(day, day, day), NOW, 7, refused)
        return [alert.percent for alert in found]

    assert (levels(0.79), levels(0.8), levels(1.0)) == ([], [80], [80, 100])
    assert levels(0.5, refused="day") == [80, 100]


def test_only_what_says_something_of_the_engine_counts_against_it() -> None:
    person, stumble = strike_of(Unavailable("retired")), strike_of(TryAgain("unreachable"))
    assert person is not None
    assert stumble is not None
    assert (person.limit, stumble.limit) == (1, 5)
    for error in (TryAgain("rate_limited"), Refused("moderated_before"), OutcomeUnknown("outcome_unknown")):
        assert strike_of(error) is None


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        ({}, None),
        ({"broken": "InvalidDataError"}, "bad_footage"),
        ({"seconds": 2.0}, "cut_short"),
        ({"seconds": 2.0, "declared": 2.0}, "cut_short"),
        ({"seconds": 4.96}, None),
        ({"seconds": 900.0, "declared": 900.0}, "too_large"),
        ({"width": 1024}, "wrong_size"),
        ({"codec": "mpeg1video"}, "bad_footage"),
        ({"dark": 0.9}, "black"),
        ({"flat": 0.9}, "slate"),
        ({"still": 1.0}, "frozen"),
        ({"still": 0.9}, None),
    ],
)
def test_what_arrives_is_judged(found: dict[str, object], cause: str | None) -> None:
    error = fault_of(GOOD.model_copy(update=found), ASK)
    assert (error.cause if error else None) == cause


def test_every_cause_has_its_own_words_and_a_next_step_in_both_languages() -> None:
    sentences = [cause.sentence for cause in CAUSES.values()]
    assert len({sentence.ja for sentence in sentences}) == len(sentences)
    assert len({sentence.en for sentence in sentences}) == len(sentences)
    assert all(NEXT[cause.next].ja and NEXT[cause.next].en for cause in CAUSES.values())
    asked = {
        "retired", "not_verified", "no_credit", "rate_limited", "moderated_before", "moderated_after",
        "time_out", "bad_request", "unreachable", "expired",
    }  # fmt: skip
    assert asked <= set(CAUSES)
