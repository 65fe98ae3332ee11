import json

import pytest
from typer.testing import CliRunner, Result

from otehon.cli import command_line
from otehon.cli.check_page import Shown, check_page, row
from otehon.drills.catalogue import Catalogue, catalogue
from otehon.errors import InvalidDrill, UnknownDrill
from otehon.motion.checks.examine import Report
from otehon.motion.checks.finding import CHECKS, Finding

SUNK = Finding("sinking", False, 108.4, 10.0, "mm", "toes_r", 0.1667, "right toes sink: add a pose.")


def check(*words: str) -> Result:
    return CliRunner().invoke(command_line(), ["drills", "check", *words], env={"COLUMNS": "200"})


def test_a_correct_movement_is_shown_with_its_figures_and_exits_0() -> None:
    result = check("plank")
    assert result.exit_code == 0
    assert "✓ plank" in result.stdout
    assert all(name in result.stdout for name in CHECKS)


def test_as_json_every_finding_has_its_fields() -> None:
    found, wrong = json.loads(check("plank", "--json").stdout)
    assert (found["id"], wrong["id"]) == ("plank", "plank ×")
    assert found["passed"] is True
    assert {"slide", "sinking", "range", "loop", "form"} <= {f["check"] for f in found["findings"]}
    assert set(found["findings"][0]) == set(vars(SUNK))


def test_a_failure_exits_1_and_says_what_to_change(monkeypatch: pytest.MonkeyPatch) -> None:
    def sunk(*_: object) -> Report:
        return Report((SUNK,))

    monkeypatch.setattr(Shown, "outcome", sunk)
    result = check("plank")
    assert result.exit_code == 1
    assert "✗ plank: sinking: right toes sink: add a pose." in result.stdout
    assert "108 ✗" in result.stdout


def test_a_movement_that_cannot_be_solved_fails_with_its_reason_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise InvalidDrill("A contact is missed by 90 mm.", "Change its angles.")

    monkeypatch.setattr("otehon.cli.check_page.perform", refuse)
    result = check("plank", "squat")
    assert result.exit_code == 1
    assert "✗ plank: A contact is missed by 90 mm. Change its angles." in result.stdout
    assert "✗ squat: A contact" in result.stdout


def test_an_unknown_id_names_the_nearest() -> None:
    error = check("planck").exception
    assert isinstance(error, UnknownDrill)
    assert "plank" in str(error)


def test_a_drill_without_a_movement_has_nothing_to_check(monkeypatch: pytest.MonkeyPatch) -> None:
    still = catalogue().get("squat").model_copy(update={"movement": None})
    monkeypatch.setattr("otehon.cli.check.catalogue", lambda: Catalogue([still]))
    result = check("squat")
    assert result.exit_code == 0
    assert "nothing to check: squat" in result.stderr


def test_of_many_failures_the_worst_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def sunk(*_: object) -> Report:
        return Report((SUNK,) * 5)

    monkeypatch.setattr(Shown, "outcome", sunk)
    written = check("plank").stdout
    assert written.count("✗ plank: sinking: right toes sink") == 3
    assert "2 more" in written


def test_a_row_is_plain_data() -> None:
    assert json.dumps(row("plank", Report((SUNK,))))
    assert row("plank", InvalidDrill("No.", "Mend it."))["error"] == "No. Mend it."
    assert check_page({}).renderables
