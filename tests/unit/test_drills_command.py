import json

import pytest
from typer.testing import CliRunner

from otehon.cli import command_line
from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.drills.dose_words import dose_words
from otehon.errors import UnknownDrill


def run(*words: str) -> str:
    result = CliRunner().invoke(
        command_line(), ["drills", *words], env={"COLUMNS": "200"}, catch_exceptions=False
    )
    assert result.exit_code == 0
    return result.output


def test_list_has_a_row_for_every_drill() -> None:
    rows = json.loads(run("list", "--json"))

    assert [row["id"] for row in rows] == [drill.id for drill in catalogue()]
    assert {"id", "class", "has_movement", "has_mistake", "names", "category"} == set(rows[0])


def test_list_can_be_narrowed_by_class_and_by_name() -> None:
    rows = json.loads(run("list", "--json", "--class", "travel", "--search", "らんじ"))

    assert [row["id"] for row in rows] == ["walking_lunge"]


def test_list_prints_a_table() -> None:
    assert "プランク" in run("list", "--search", "plank")
    assert "Side Plank" in run("list", "--search", "plank", "--lang", "en")


def test_list_says_when_nothing_matches() -> None:
    assert "No drill matches" in run("list", "--search", "水泳")


def test_show_as_json_gives_the_file_and_its_status() -> None:
    shown = json.loads(run("show", "plank", "--json"))

    assert shown["class"] == "hold"
    assert shown["confirmed_by"] is None
    assert "not confirmed by a coach" in shown["status"]["en"]


@pytest.mark.parametrize(
    ("language", "name", "status"), [("ja", "プランク", "まだ"), ("en", "plank", "not confirmed")]
)
def test_show_says_that_no_coach_has_confirmed_the_drill(language: str, name: str, status: str) -> None:
    page = run("show", "plank", "--lang", language)

    assert name in page.lower()
    assert status in page


def test_a_drill_that_a_coach_has_confirmed_needs_no_warning() -> None:
    plank = catalogue().get("plank")

    assert plank.status is not None
    assert plank.model_copy(update={"confirmed_by": "A. Coach"}).status is None


def test_show_of_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownDrill, match="Did you mean plank"):
        run("show", "planks")


@pytest.mark.parametrize(
    ("dose", "ja", "en"),
    [
        (Dose(), "", ""),
        (Dose(sets=3), "3セット", "3 sets"),
        (Dose(sets=3, reps=10, side="both"), "左右 10回 × 3セット", "3 × 10 reps each side"),
        (Dose(sets=2, seconds=30), "30秒 × 2セット", "2 × 30 s"),
        (Dose(seconds=60, side="right"), "右 1分", "1 min, right"),
        (Dose(sets=2, metres=20), "20m × 2本", "2 × 20 m"),
        (Dose(reps=5, hold_seconds=3), "5回・3秒キープ", "5 reps, 3 s hold"),
        (Dose(seconds=90), "90秒", "90 s"),
        (Dose(reps=8, side="both", hold_seconds=3), "左右 8回・3秒キープ", "8 reps each side, 3 s hold"),
        (Dose(hold_seconds=3), "3秒キープ", "3 s hold"),
    ],
)
def test_a_dose_in_words(dose: Dose, ja: str, en: str) -> None:
    assert dose_words(dose, "ja") == ja
    assert dose_words(dose, "en") == en
