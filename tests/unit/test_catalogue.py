from pathlib import Path

import pytest

from otehon.drills.catalogue import catalogue, read
from otehon.drills.muscles import MUSCLE_NAMES, Muscle
from otehon.drills.vocabulary import (
    CATEGORY_NAMES,
    EQUIPMENT_NAMES,
    KIND_NAMES,
    POSITION_NAMES,
    Category,
    Equipment,
    Kind,
    Position,
)
from otehon.errors import InvalidDrill, UnknownDrill

HEEL_TAP = """\
id: heel_tap
names: {ja: かかとタップ, en: Heel Tap}
synonyms: {ja: [かかと下ろし], en: []}
class: in_place
category: core
muscles: [obliques]
position: supine
equipment: []
dose: {sets: 2, reps: 10}
tempo: {ja: ゆっくり, en: Slowly}
cues:
  ja: [腰を床に, 息を吐く, ゆっくり]
  en: [Back down, Breathe out, Slowly]
mistakes:
  - {ja: 腰が浮く, en: The back lifts}
  - {ja: 息を止める, en: Holding the breath}
stop: {ja: 腰に痛みが出たら中止, en: Stop if your back hurts}
targets: []
confirmed_by:
evidence: general
sources: []
"""


def write(folder: Path, drill_id: str, text: str) -> None:
    (folder / f"{drill_id}.yaml").write_text(text, "utf-8")


def test_all_shipped_drills_load() -> None:
    assert len(catalogue()) >= 119
    assert catalogue().get("plank").names.ja == "プランク"


def test_every_drill_says_how_it_stands_with_its_evidence() -> None:
    for drill in catalogue():
        assert drill.status is not None, f"{drill.id}: who has confirmed it?"
        assert all(target.trunk or target.legs or target.arms for target in drill.targets), drill.id


def test_every_drill_but_a_family_has_a_position() -> None:
    without = [drill for drill in catalogue() if drill.position is None]

    assert all(drill.kind is Kind.GENERIC for drill in without)


def test_a_drill_of_way_or_time_says_how_far_or_how_long() -> None:
    for drill in catalogue():
        if drill.kind in (Kind.HOLD, Kind.RUN):
            assert drill.dose.seconds or drill.dose.metres, drill.id


def test_every_word_has_a_name_in_both_languages() -> None:
    for words, names in (
        (Kind, KIND_NAMES),
        (Category, CATEGORY_NAMES),
        (Position, POSITION_NAMES),
        (Equipment, EQUIPMENT_NAMES),
        (Muscle, MUSCLE_NAMES),
    ):
        assert set(words) == set(names)


def test_the_lexicon_leads_from_every_name_and_synonym_to_its_drill(tmp_path: Path) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP)

    words = list(read(tmp_path).lexicon())

    assert words == [
        ("かかとタップ", "ja", "heel_tap"),
        ("かかと下ろし", "ja", "heel_tap"),
        ("Heel Tap", "en", "heel_tap"),
    ]


def test_an_unknown_id_is_answered_with_the_nearest_ones() -> None:
    with pytest.raises(UnknownDrill, match=r"no drill 'high_knee'\. Did you mean high_knees"):
        catalogue().get("high_knee")


def test_a_name_in_the_place_of_an_id_is_answered_with_its_id() -> None:
    with pytest.raises(UnknownDrill, match=r"Did you mean high_knees"):
        catalogue().get("モモあげ")


def test_words_of_yaml_1_1_stay_words(tmp_path: Path) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP.replace("ja: [かかと下ろし]", "ja: [on, no, off]"))

    assert read(tmp_path).get("heel_tap").synonyms.ja == ("on", "no", "off")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("muscles: [obliques]\n", "", r"^heel_tap.yaml:1: muscles is missing\. Add it\.$"),
        (", 息を吐く, ゆっくり]", ", 息を吐く]", r":12: cues\.ja needs three entries, has two\. Add one"),
        ("息を吐く,", "息を吐く, ああ, いい,", r":12: cues\.ja needs three entries, has five\. Take two"),
        ("Slowly]", f"{'long ' * 10}]", r":13: cues\.en\.2 has 49 characters, 45 fit on the picture"),
        ("腰が浮く", "''", r":15: mistakes\.0\.ja is empty\. Write a line\."),
        ("{sets: 2, reps: 10}", "{sets: 2}", r":9: dose: neither reps, seconds nor metres are given\."),
        ("evidence: general", "evidence: sourced", r":21: sources: no page backs the evidence"),
        ("sources: []", "sources: [a book]", r":21: sources\.0 is 'a book'\. It should match"),
        (
            "cues:\n",
            "muscle: x\ncues:\n",
            r"^heel_tap.yaml:11: muscle is not a field\. Did you mean muscles\?",
        ),
        (
            "class: in_place",
            "class: flying",
            r"^heel_tap.yaml:4: class is 'flying'\. Write 'hold', 'in_place'",
        ),
        ("muscles: [obliques]", "muscles: [brain]", r"^heel_tap.yaml:6: muscles\.0 is 'brain'\. Write "),
        ("{sets: 2, reps: 10}", "{sets: 2, reps: ten}", r":9: dose\.reps is 'ten'\. It should be"),
        (
            "id: heel_tap",
            "id: toe_tap",
            r"^heel_tap.yaml:1: id is toe_tap, .* heel_tap\. Make them the same\.$",
        ),
        (
            "class: in_place",
            "kind_of: toe_tap\nclass: in_place",
            r":4: there is no drill 'toe_tap' that is no kind",
        ),
        ("id: heel_tap", "id: [heel_tap", r"^heel_tap.yaml:\d+: this is not plain YAML: "),
        ("tempo: {ja: ゆっくり, en: Slowly}", "id: heel_tap", r":10: this is not plain YAML: .*duplicate"),
    ],
)
def test_an_error_names_file_line_and_remedy(tmp_path: Path, old: str, new: str, message: str) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP.replace(old, new, 1))

    with pytest.raises(InvalidDrill, match=message):
        read(tmp_path)


MOVEMENT = """\
movement:
  poses:
    down: {both: {knee_angle: 90}}
  start: down
  phases:
    - {hold: 1.0}
  camera: {azimuth: 20, elevation: 8}
  form:
    - {pose: down, angle: knee_angle_r, is: 90, within: 5}
"""


def test_a_movement_is_read_with_its_drill(tmp_path: Path) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP + MOVEMENT)

    movement = read(tmp_path).get("heel_tap").movement

    assert movement is not None
    assert movement.poses["down"].both == {"knee_angle": 90}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("knee_angle: 90", "knee_angel: 90", r":24: .*knee_angel is .*\. Did you mean knee_angle\?"),
        ("start: down", "start: up", r":23: movement: there is no pose 'up'"),
        (
            "  start: down",
            "    up: {}\n  start: down\n  anchor: up",
            r": no phase goes to 'up', the `anchor`",
        ),
        ("{hold: 1.0}", "{hold: 99}", r":27: movement\.phases\.0\.hold is 99\. It should .* 30\."),
        ("within: 5", "within: narrow", r":30: movement\.form\.0\.within is 'narrow'\. It should be"),
        ("elevation: 8", "tilt: 8", r":28: movement\.camera\.elevation is missing"),
    ],
)
def test_an_error_in_a_movement_names_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP + MOVEMENT.replace(old, new))

    with pytest.raises(InvalidDrill, match=message):
        read(tmp_path)


def test_a_name_belongs_to_one_drill_however_it_is_spelt(tmp_path: Path) -> None:
    write(tmp_path, "heel_tap", HEEL_TAP)
    other = (
        HEEL_TAP.replace("heel_tap", "toe_tap").replace("かかとタップ", "つま先タップ").replace("Heel", "Toe")
    )
    write(tmp_path, "toe_tap", other.replace("かかと下ろし", "カカトたっぷ"))

    with pytest.raises(InvalidDrill, match=r"^toe_tap.yaml:3: heel_tap is called カカトたっぷ too\."):
        read(tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "heel_tap.yaml").write_bytes(HEEL_TAP.encode("shift_jis"))

    with pytest.raises(InvalidDrill, match=r"^heel_tap.yaml:1: this is not UTF-8\."):
        read(tmp_path)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "42\n", "\x00"])
def test_a_file_that_is_no_drill_at_all_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, "heel_tap", text)

    with pytest.raises(InvalidDrill, match=r"^heel_tap.yaml:1: "):
        read(tmp_path)
