import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from otehon.cli import command_line
from otehon.errors import NothingPrescribed, OtehonError, UnreadableInput

ADVICE = "【💪 おすすめの補強ドリル】\nプランクを30秒、3セット。\n"


def run(*arguments: str, stdin: bytes | str = "") -> Result:
    return CliRunner().invoke(command_line(), ["extract", *arguments], input=stdin)


def test_shows_section_and_drills(tmp_path: Path) -> None:
    file = tmp_path / "advice.txt"
    file.write_text(ADVICE, "utf-8")

    result = run(str(file))

    assert result.exit_code == 0
    assert "プランクを30秒、3セット。" in result.stdout
    assert "plank" in result.stdout


def test_json_of_standard_input() -> None:
    answer = json.loads(run("-", "--json", stdin=ADVICE).stdout)

    assert answer["section"] == "プランクを30秒、3セット。"
    assert [(drill["canonical"], drill["sets"], drill["seconds"]) for drill in answer["drills"]] == [
        ("plank", 3, 30)
    ]


def test_rows_answer_every_good_row_and_name_the_bad_ones() -> None:
    good = json.dumps({"id": "a", "text": ADVICE})
    result = run("--jsonl", stdin=f'{good}\nnot json\n{{"id": 1}}\n{{"id": "b", "text": ""}}\n')

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["id"], answer["found"]) for answer in answers] == [("a", True), ("b", False)]
    assert "line 2: this is not JSON" in result.stderr
    assert "line 3:" in result.stderr
    assert isinstance(result.exception, UnreadableInput)


@pytest.mark.parametrize(
    ("words", "drill", "first"),
    [
        ("シングルレッグ カーフレイズ 左右12回", "single_leg_calf_raise", "calf_raise"),
        ("カーフレイズ 12回", "calf_raise", "calf_raise"),
        ("ギャロップ 20m", "gallop", "unknown"),
    ],
)
def test_rows_say_which_of_the_first_ids_a_newer_drill_is_a_kind_of(
    words: str, drill: str, first: str
) -> None:
    text = f"【💪 おすすめの補強ドリル】\n・{words}\n"
    row = json.loads(run("--jsonl", stdin=json.dumps({"id": 1, "text": text})).stdout)["drills"]
    alone = json.loads(run("-", "--json", stdin=text).stdout)["drills"]

    assert [(one["drill"], one["canonical"]) for one in row] == [(drill, first)]
    assert [(one["drill"], one["canonical"]) for one in alone] == [(drill, drill)]


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", UnreadableInput, "empty"),
        (b" \n\t", UnreadableInput, "white space"),
        ("💪🏃‍♂️".encode(), UnreadableInput, "no words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", UnreadableInput, "binary"),
        ("プランク".encode("shift_jis"), UnreadableInput, "not UTF-8"),
        ("プランク".encode("utf-16"), UnreadableInput, "UTF-16"),
        (b"a" * 1_000_001, UnreadableInput, "larger"),
        ("プランクを30秒。".encode(), NothingPrescribed, "no drill section"),
        ("【💪 おすすめの補強ドリル】\nなし\n".encode(), NothingPrescribed, "names no drill"),
    ],
)
def test_bad_input_is_one_clear_error(data: bytes, error: type[OtehonError], says: str) -> None:
    result = run("-", stdin=data)

    assert isinstance(result.exception, error)
    assert says in str(result.exception)
    assert "\n" not in str(result.exception)


def test_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.txt"))

    assert isinstance(result.exception, UnreadableInput)
    assert "none.txt" in str(result.exception)


def test_escape_sequences_do_not_reach_the_terminal() -> None:
    result = run("-", stdin=ADVICE.replace("3セット", "\x1b[31m3セット\u202e"))

    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
