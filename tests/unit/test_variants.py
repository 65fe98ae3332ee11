from pathlib import Path

import pytest

from otehon.cli.check_page import Shown, demonstrations
from otehon.drills.catalogue import catalogue, read
from otehon.drills.variants import merged
from otehon.errors import InvalidDrill
from otehon.motion.checks.examine import Report, examine_mistake

FIRST = (
    "wall_drill",
    "wall_lean",
    "high_knees",
    "butt_kick",
    "ankle_hop",
    "jump_rope",
    "trotting",
    "walking_drill",
    "single_leg_balance",
    "single_leg_landing",
    "heel_walk",
    "toe_walk",
    "calf_raise",
    "squat",
    "lunge",
    "plank",
    "side_plank",
    "back_extension",
    "hip_lift",
    "mini_hurdle",
    "ladder",
    "jogging",
)
"""The drills that the customer's own advice names."""

SQUAT = """
movement:
  like: squat
"""


def shipped(name: str) -> str:
    return (Path(__file__).parents[2] / f"src/otehon/drills/data/{name}.yaml").read_text("utf-8")


def renamed(name: str, movement: str) -> str:
    head = shipped("hip_hinge").partition("movement:")[0].replace("hip_hinge", name)
    names = f"names: {{ja: {name}, en: {name}}}\nsynonyms: {{ja: [], en: []}}\n"
    return head.partition("names:")[0] + names + "class:" + head.partition("class:")[2] + movement


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_a_difference_replaces_adds_goes_into_mappings_and_takes_away() -> None:
    base = {"a": {"b": 1, "c": [1, 2]}, "d": 2}
    assert merged(base, {"a": {"c": [3], "e": 4}, "d": None}) == {"a": {"b": 1, "c": [3], "e": 4}}
    assert base == {"a": {"b": 1, "c": [1, 2]}, "d": 2}


def test_a_variant_is_its_base_with_the_difference_made(tmp_path: Path) -> None:
    change = "  poses: {low: {both: {knee_angle: 70}}}\n  form: []\n"
    folder = write(tmp_path, squat=shipped("squat"), half=renamed("half", SQUAT + change))
    base, half = (read(folder).get(name).movement for name in ("squat", "half"))
    assert base is not None
    assert half is not None
    pose = next(name for name in base.poses if name == "low")
    assert half.poses[pose].both["knee_angle"] == 70
    assert half.poses[pose].both["hip_flexion"] == base.poses[pose].both["hip_flexion"]
    assert half.camera == base.camera
    assert half.form == ()


@pytest.mark.parametrize(
    ("like", "message"),
    [
        ("nothing", r"half\.yaml:\d+: there is no drill 'nothing'"),
        ("half", r"half\.yaml:\d+: half is like half"),
        ("still", r"half\.yaml:\d+: still has no movement"),
    ],
)
def test_a_base_that_cannot_be_is_named_with_its_line(tmp_path: Path, like: str, message: str) -> None:
    texts = {"half": renamed("half", f"movement:\n  like: {like}\n"), "still": renamed("still", "")}
    with pytest.raises(InvalidDrill, match=message):
        read(write(tmp_path, **texts))


def test_an_error_in_a_variant_names_the_variants_file(tmp_path: Path) -> None:
    text = renamed("half", SQUAT + "  poses: {low: {both: {knee_angel: 70}}}\n")
    with pytest.raises(InvalidDrill, match=r"half\.yaml:\d+: .*knee_angel"):
        read(write(tmp_path, squat=shipped("squat"), half=text))


def test_a_mistake_is_the_drills_own_movement_with_a_difference(tmp_path: Path) -> None:
    shows = (
        "mistakes:\n  - ja: 浅い\n    en: Too shallow\n    shows: {poses: {low: {both: {knee_angle: 50}}}}"
    )
    text = shipped("squat").replace("mistakes:", shows, 1)
    drill = read(write(tmp_path, squat=text)).get("squat")
    mistake = drill.shown_mistake
    assert mistake is not None
    assert mistake.shows is not None
    assert drill.movement is not None
    assert mistake.shows.poses["low"].both["knee_angle"] == 50
    assert mistake.shows.phases == drill.movement.phases


@pytest.mark.parametrize("drill_id", FIRST)
def test_each_of_the_first_drills_shows_a_mistake_from_where_the_right_way_is_seen(drill_id: str) -> None:
    drill = catalogue().get(drill_id)
    mistake = drill.shown_mistake
    assert mistake is not None
    assert mistake.shows is not None
    assert drill.movement is not None
    assert mistake.shows.poses != drill.movement.poses
    assert mistake.shows.camera == drill.movement.camera
    assert mistake.shows.form == drill.movement.form


def test_a_mistake_that_no_rule_sees_fails() -> None:
    squat = catalogue().get("squat").movement
    assert squat is not None
    outcome = Shown("squat ×", squat, examine_mistake).outcome()
    assert isinstance(outcome, Report)
    (seen,) = outcome.of("form")
    assert not seen.passed
    assert "no form rule sees" in seen.sentence


def test_what_is_shown_of_a_drill_is_its_movement_and_its_mistakes() -> None:
    for drill in catalogue():
        names = [shown.name for shown in demonstrations(drill)]
        assert len(names) == len(set(names))


def test_a_mistake_is_shown_of_one_side_alone_too() -> None:
    names = [shown.name for shown in demonstrations(catalogue().get("high_knees"))]
    assert names == ["high_knees", "high_knees r", "high_knees ×", "high_knees × r"]


def test_a_class_of_drills_names_drills_that_move(tmp_path: Path) -> None:
    text = renamed("family", "sequence: [squat, nothing]\n")
    with pytest.raises(InvalidDrill, match=r"family\.yaml:\d+: there is no drill 'nothing' that moves"):
        read(write(tmp_path, squat=shipped("squat"), family=text))
