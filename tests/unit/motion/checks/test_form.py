from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter
from standing import BONES, PERIOD, SECONDS, bump, changed, standing

from otehon.drills.anatomy import Place
from otehon.drills.form import FormRule
from otehon.errors import InvalidDrill
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.form import form
from otehon.motion.checks.places import place
from otehon.motion.performance import Passage, Performance

RULE: TypeAdapter[FormRule] = TypeAdapter(FormRule)


def judged(performance: Performance, **rule: Any) -> Finding:
    return form(Evidence(performance), [RULE.validate_python(rule)])[0]


def put(name: Place) -> np.ndarray:
    return place(BONES, Evidence(standing()).placed, name)[0]


def test_places_are_where_their_words_say() -> None:
    assert put("head")[1] > put("shoulders")[1] > put("hips")[1] > put("knees")[1] > put("ankles")[1]
    assert put("right knee")[2] > 0 > put("left knee")[2]
    assert put("heels")[0] < put("ankles")[0] < put("toes")[0]
    assert abs(put("heels")[1]) < 0.01
    assert put("right ear")[2] == pytest.approx(-put("left ear")[2])
    np.testing.assert_allclose(put("hips"), (put("right hip") + put("left hip")) / 2)


@pytest.mark.parametrize(("bend", "passed"), [(84.0, False), (86.0, True), (94.0, True), (96.0, False)])
def test_an_angle_stands_at_its_value_within_its_tolerance(bend: float, passed: bool) -> None:
    posed = changed(standing(), elbow_flex_r=bend)
    found = judged(posed, pose="stand", angle="elbow_flex_r", within=5, **{"is": 90})
    assert found.passed is passed
    assert found.value == pytest.approx(abs(bend - 90))


def test_without_a_pose_a_rule_holds_in_every_frame() -> None:
    posed = changed(standing(), knee_angle_l=bump(12, middle=0.6))
    found = judged(posed, angle="knee_angle_l", within=5, **{"is": 0})
    assert not found.passed
    assert found.value == pytest.approx(12, abs=0.1)
    assert found.time == pytest.approx(0.6, abs=0.02)


def test_during_a_pose_only_its_phases_count() -> None:
    early = Passage(0, 1.2, "move", "low", False, None, frozenset())
    late = Passage(1.2, PERIOD, "move", "stand", False, None, frozenset())
    posed = replace(changed(standing(), knee_angle_l=bump(12, middle=0.6)), passages=(early, late))
    rule: dict[str, Any] = {"angle": "knee_angle_l", "within": 5, "is": 0}
    assert not judged(posed, during="low", **rule).passed
    assert judged(posed, during="stand", **rule).passed


def test_a_peak_is_looked_for_over_the_cycle() -> None:
    posed = changed(standing(), hip_flexion_r=bump(80, middle=1.4) - 5)
    rule: dict[str, Any] = {"reaches": "hip_flexion_r", "within": 3}
    assert judged(posed, **rule, **{"is": 76}).passed
    assert judged(posed, **rule, **{"is": 90}).time == pytest.approx(1.4, abs=0.02)
    assert not judged(posed, **rule, **{"is": 90}).passed
    assert judged(posed, **rule, peak="least", **{"is": -5}).passed


@pytest.mark.parametrize(("hip", "passed"), [(0.0, True), (6.0, True), (20.0, False), (-20.0, False)])
def test_a_line_is_seen_from_the_side(hip: float, passed: bool) -> None:
    posed = changed(
        standing(), hip_flexion_r=hip, hip_flexion_l=hip, hip_adduction_r=-20, hip_adduction_l=-20
    )
    found = judged(posed, pose="stand", straight=["shoulders", "hips", "ankles"], within=8)
    assert found.passed is passed


def test_one_place_stands_over_another() -> None:
    rule: dict[str, Any] = {"above": ["right knee", "right ankle"], "within_mm": 60}
    assert judged(standing(), **rule).passed
    found = judged(changed(standing(), hip_flexion_r=30.0, knee_angle_r=10.0), **rule)
    assert not found.passed
    assert found.unit == "mm"


def test_two_places_are_level_or_not() -> None:
    rule: dict[str, Any] = {"level": ["right hip", "left hip"], "within": 3}
    assert judged(standing(), **rule).passed
    assert judged(changed(standing(), pelvis_list=7.0), **rule).value == pytest.approx(7)


@pytest.mark.parametrize(("least", "most", "passed"), [(0, 500, True), (400, 3000, False), (0, 100, False)])
def test_two_places_keep_a_distance(least: float, most: float, passed: bool) -> None:
    found = judged(standing(), apart=["right ankle", "left ankle"], least_mm=least, most_mm=most)
    assert found.passed is passed


def test_a_heel_is_so_high() -> None:
    raised = changed(standing(), knee_angle_r=bump(90))
    assert judged(standing(), height="right heel", most_mm=15).passed
    assert not judged(raised, height="right heel", most_mm=15).passed
    assert judged(raised, height="left heel", most_mm=15).passed


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_knee_tracks_over_its_foot_or_caves_in(side: str) -> None:
    joint = side[0]
    caved = changed(standing(), **{f"hip_adduction_{joint}": -10.0, f"subtalar_angle_{joint}": 10.0})
    rule: dict[str, Any] = {"tracks": side, "within_mm": 40}
    assert judged(standing(), **rule).value < 1
    assert judged(caved, **rule).value == pytest.approx(73, abs=3)


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize(("hip", "wrong"), [(-10.0, "inwards"), (10.0, "outwards")])
def test_a_knee_leaves_the_line_of_its_foot_on_one_side(side: str, hip: float, wrong: str) -> None:
    joint = side[0]
    astray = changed(standing(), **{f"hip_adduction_{joint}": hip, f"subtalar_angle_{joint}": -hip})
    for towards in ("inwards", "outwards"):
        found = judged(astray, tracks=side, towards=towards, within_mm=40)
        assert found.passed is (towards != wrong)
        assert found.value == pytest.approx(73 if towards == wrong else 0, abs=3)


@pytest.mark.parametrize("key", ["pose", "during"])
def test_a_pose_that_the_cycle_does_not_reach_is_an_error_with_its_name(key: str) -> None:
    with pytest.raises(InvalidDrill, match=rf"`{key}: touch`, and no phase of this cycle goes there\."):
        judged(standing(), angle="knee_angle_r", within=5, **{key: "touch", "is": 0})


def test_the_sentence_is_the_coach_s_where_the_rule_has_one() -> None:
    say = {"ja": "膝を曲げる。", "en": "bend the knee."}
    found = judged(standing(), pose="stand", angle="knee_angle_r", within=5, say=say, **{"is": 90})
    assert found.sentence.endswith(": bend the knee.")
    assert "90.0 deg off" in found.sentence


def test_a_mirrored_pose_is_the_pose_with_sides_exchanged() -> None:
    posed = changed(standing(), elbow_flex_r=50.0)
    rule: dict[str, Any] = {"pose": "mirrored stand", "within": 2, "is": 50}
    assert judged(posed, angle="elbow_flex_l", **rule).passed
    assert not judged(posed, angle="elbow_flex_r", **rule).passed


def test_a_rule_s_time_is_that_of_its_pose() -> None:
    passages = (
        Passage(0, 0.8, "move", "low", False, None, frozenset()),
        Passage(0.8, PERIOD, "move", "stand", False, None, frozenset()),
    )
    posed = replace(standing(), passages=passages, key_poses={"low": standing().coordinates[0]})
    assert judged(posed, pose="low", angle="knee_angle_r", within=5, **{"is": 90}).time == pytest.approx(0.8)
    assert len(SECONDS) == len(posed.coordinates)
