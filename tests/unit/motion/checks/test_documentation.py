import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from otehon.drills.form import FormRule
from otehon.motion.checks import balance, contact, flight, kink, overlap, sinking, slide, written
from otehon.motion.checks.finding import CHECKS

PAGE = (Path(__file__).parents[4] / "docs" / "checks.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` (\|.*)$", PAGE, re.MULTILINE))


def test_every_check_has_its_row() -> None:
    assert tuple(ROWS) == CHECKS


@pytest.mark.parametrize(
    ("check", "bound"),
    [
        ("pose", written.BOUND),
        ("slide", slide.BOUND),
        ("contact", contact.BOUND),
        ("sinking", sinking.BOUND),
        ("overlap", overlap.BOUND),
        ("balance", balance.BOUND),
        ("flight", flight.BOUND),
        ("kink", kink.LIMB_BOUND),
        ("kink", kink.TRUNK_BOUND),
    ],
)
def test_its_bound_is_the_one_in_force(check: str, bound: float) -> None:
    assert re.search(rf"(?<!\d){bound:,.0f} ", ROWS[check])


def test_the_example_rules_are_valid_and_show_every_kind() -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    rules = YAML(typ="safe").load(example[1])["form"]
    kinds = {type(TypeAdapter(FormRule).validate_python(rule)) for rule in rules}
    assert kinds == set(FormRule.__args__)
