"""How much the reader finds in texts of our own, those it was not worked out on among them."""

from collections.abc import Mapping
from functools import cache

import pytest

from tests.texts.own_texts import Score, measure, read_cases

WORKED = {"worked": 0.98, "coaches_worked": 0.97}
# What the reader reaches in the texts kept aside, less one or two drills: a bar against getting worse.
KEPT = {
    "kept": {
        "found": 1.0,
        "section": 0.98,
        "recall": 0.92,
        "precision": 0.97,
        "drill": 0.99,
        "sets": 0.97,
        "sets_stated": 0.96,
        "reps": 0.94,
        "reps_stated": 0.93,
        "seconds": 0.98,
        "seconds_stated": 0.95,
        "side": 0.96,
        "side_stated": 0.96,
    },
    "coaches_kept": {
        "found": 1.0,
        "section": 0.97,
        "recall": 0.9,
        "precision": 0.93,
        "drill": 0.97,
        "sets": 0.93,
        "sets_stated": 0.87,
        "reps": 0.94,
        "reps_stated": 0.98,
        "seconds": 0.95,
        "seconds_stated": 0.93,
        "side": 0.97,
        "side_stated": 0.96,
    },
    "late_kept": {
        "found": 1.0,
        "section": 1.0,
        "recall": 0.93,
        "precision": 0.92,
        "drill": 0.97,
        "sets": 0.97,
        "sets_stated": 0.96,
        "reps": 0.95,
        "reps_stated": 0.95,
        "seconds": 0.97,
        "seconds_stated": 0.94,
        "side": 0.96,
        "side_stated": 0.96,
    },
}


@cache
def measured(name: str) -> Mapping[str, Score]:
    return measure(read_cases(name))


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, bars in KEPT.items() for key in bars])
def test_texts_that_were_kept_aside(name: str, key: str) -> None:
    assert measured(name)[key].share >= KEPT[name][key]


@pytest.mark.parametrize("key", [*KEPT["kept"], "ruled_out"])
@pytest.mark.parametrize("name", WORKED)
def test_texts_that_the_rules_were_worked_out_on(name: str, key: str) -> None:
    assert measured(name)[key].share >= WORKED[name]


def test_there_are_seven_hundred_texts_and_more_drills() -> None:
    cases = [case for name in (*WORKED, *KEPT) for case in read_cases(name)]

    assert len(cases) > 700
    assert sum(len(case.drills) for case in cases) > 1300
    assert len({case.id for case in cases}) == len(cases)
