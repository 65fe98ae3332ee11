from pathlib import Path

from otehon.cli.check_page import demonstrations
from otehon.cli.check_table import digest_of, is_passed, kept_rows, row_of, table_page
from otehon.drills.catalogue import catalogue
from otehon.errors import InvalidDrill

PAGE = (Path(__file__).parents[2] / "docs" / "movements.md").read_text("utf-8")
SHOWN = [shown for drill in catalogue() for shown in demonstrations(drill)]


def test_the_kept_page_is_of_the_movements_as_they_are() -> None:
    now = {shown.name: digest_of(shown) for shown in SHOWN}
    kept = {name: digest for name, (digest, _) in kept_rows(PAGE).items()}
    changed = sorted({*now.items()} ^ {*kept.items()})
    assert changed == [], "Movements have changed: run `make movements`."


def test_every_movement_passes() -> None:
    assert [row for _, row in kept_rows(PAGE).values() if not is_passed(row)] == []


def test_a_row_is_read_as_it_was_written() -> None:
    squat = next(shown for shown in SHOWN if shown.name == "squat")
    good, bad = row_of(squat, squat.outcome()), row_of(squat, InvalidDrill("No.", "Mend it."))
    assert (is_passed(good), is_passed(bad)) == (True, False)
    assert kept_rows(table_page([good])) == {"squat": (digest_of(squat), good)}
