"""Each mistake in a movement of the catalogue is caught by the check that is there for it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.form import Tracks
from otehon.drills.movement import Movement
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.examine import examine
from otehon.motion.checks.excused import excused
from otehon.motion.checks.finding import Check, Finding
from otehon.motion.checks.form import form
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.motion.skeleton import Array

File = dict[str, Any]


def movement(drill: str) -> Movement:
    found = catalogue().get(drill).movement
    assert found is not None
    return found


@cache
def performed(drill: str) -> Performance:
    return perform(movement(drill))


def failures(spoilt: Movement, performance: Performance) -> dict[Check, Finding]:
    """The worst failure of each check that fails."""
    failed = [finding for finding in examine(spoilt, performance).findings if not finding.passed]
    return {finding.check: finding for finding in reversed(failed)}


def rewritten(drill: str, change: Callable[[File], object]) -> dict[Check, Finding]:
    """What the checks find after a change to the drill's file."""
    data = movement(drill).model_dump(by_alias=True, exclude_unset=True, mode="json")
    change(data)
    spoilt = Movement.model_validate(data)
    return failures(spoilt, perform(spoilt))


def moved(drill: str, **added: Array | float) -> dict[Check, Finding]:
    """What the checks find after something is added to solved coordinates: metres, or degrees."""
    performance = performed(drill)
    q = performance.coordinates.copy()
    for name, amount in added.items():
        metres = name in ("pelvis_tx", "pelvis_ty", "pelvis_tz")
        q[:, performance.bones.coordinate(name)] += amount if metres else np.radians(amount)
    return failures(movement(drill), replace(performance, coordinates=q))


def hill(drill: str, height: float) -> Array:
    """A smooth rise and fall over the whole cycle."""
    count = len(performed(drill).coordinates)
    return height * (1 - np.cos(2 * np.pi * np.arange(count) / count)) / 2


@pytest.mark.parametrize("drill", ["plank", "squat", "wall_drill"])
def test_the_movement_as_it_is_passes(drill: str) -> None:
    assert failures(movement(drill), performed(drill)) == {}


def test_a_step_without_its_pose_on_the_way_sinks() -> None:
    def without_pick_up(file: File) -> None:
        first, *rest = file["phases"]
        kept = [phase for phase in rest if phase.get("to") != "pick_up"]
        file["phases"] = [first | kept[0], *kept[1:]]

    sunk = rewritten("wall_drill", without_pick_up)["sinking"]
    assert sunk.where in ("toes_r", "toes_l")
    assert sunk.value > 80
    assert "add a pose before 'drive'" in sunk.sentence


@pytest.mark.parametrize("hip", [-18, 25])
def test_a_plank_that_sags_or_pikes_breaks_its_form_rule_and_nothing_else(hip: int) -> None:
    def bend(file: File) -> None:
        file["poses"][file["start"]]["both"]["hip_flexion"] = hip

    found = rewritten("plank", bend)
    assert set(found) == {"form"}
    assert "shoulders-hips-ankles" in found["form"].sentence


def test_knees_that_cave_in_leave_the_line_of_their_feet() -> None:
    rule = Tracks.model_validate({"during": "low", "tracks": "right", "within_mm": 45})
    straight = Evidence(performed("squat"))
    q = straight.performance.coordinates.copy()
    bones = straight.performance.bones
    q[:, bones.coordinate("hip_adduction_r")] += np.radians(12)
    q[:, bones.coordinate("subtalar_angle_r")] -= np.radians(12)
    caved = Evidence(replace(straight.performance, coordinates=q))
    assert form(straight, [rule])[0].passed
    assert not form(caved, [rule])[0].passed


def test_a_plank_on_its_forearms_alone_falls() -> None:
    def no_feet(file: File) -> None:
        file["phases"][0]["planted"] = ["forearms"]

    assert rewritten("plank", no_feet)["balance"].value < -100


def test_a_lean_without_its_wall_falls() -> None:
    def no_hands(file: File) -> None:
        for phase in file["phases"]:
            phase.pop("on_wall", None)

    assert rewritten("wall_drill", no_hands)["balance"].value < -100


def test_a_squat_that_sits_back_upright_falls() -> None:
    def upright(file: File) -> None:
        file["balance"] = []
        file["poses"]["low"]["trunk"]["pelvis_tilt"] = 0

    assert "outside the support" in rewritten("squat", upright)["balance"].sentence


def test_a_squat_with_its_arms_drawn_in_goes_through_the_trunk() -> None:
    def arms_in(file: File) -> None:
        file["poses"]["low"]["both"] |= {"arm_flex": 20, "arm_add": 25}

    assert rewritten("squat", arms_in)["overlap"].value > 50


def test_a_squat_in_a_tenth_of_a_second_is_a_kink() -> None:
    def hurry(file: File) -> None:
        file["phases"][0]["time"] = 0.1

    assert "more time" in rewritten("squat", hurry)["kink"].sentence


def test_feet_that_creep_slide() -> None:
    found = moved("squat", pelvis_tx=hill("squat", 0.008))
    assert set(found) == {"slide"}
    assert found["slide"].value == pytest.approx(8, abs=0.3)


def test_a_foot_that_is_set_aside_while_it_stands_slides() -> None:
    found = moved("squat", hip_rotation_l=hill("squat", 8))
    assert found["slide"].where.endswith("_l")


def test_a_body_15_mm_too_low_sinks() -> None:
    for drill in ("squat", "plank"):
        assert "sinking" in moved(drill, pelvis_ty=-0.015)


def test_a_body_15_mm_too_high_does_not_meet_its_contacts() -> None:
    for drill in ("squat", "plank"):
        assert set(moved(drill, pelvis_ty=0.015)) >= {"contact"}


def test_hands_that_come_off_the_wall_do_not_meet_it() -> None:
    found = moved("wall_drill", elbow_flex_r=hill("wall_drill", 20))
    assert "off the wall" in found["contact"].sentence


def test_a_hand_pushed_through_the_wall_sinks() -> None:
    found = moved("wall_drill", pelvis_tx=0.02)
    assert "inside the wall" in found["sinking"].sentence


def test_a_knee_that_bends_backwards_is_out_of_range() -> None:
    found = moved("plank", knee_angle_l=hill("plank", -6))
    assert found["range"].where == "knee_angle_l"
    assert found["range"].value == pytest.approx(6, abs=1)


def test_one_foot_taken_away_in_a_hold_leaves_the_centre_of_mass_outside() -> None:
    whole = performed("squat")
    left = replace(whole, touches=tuple(touch for touch in whole.touches if touch.spot.endswith("_l")))
    assert failures(movement("squat"), left)["balance"].value < -50


def test_a_pose_that_its_contacts_bend_into_another_is_not_as_written() -> None:
    def apart(file: File) -> None:
        file["poses"]["low"]["both"] |= {"hip_adduction": -38, "hip_rotation": -30}

    found = rewritten("squat", apart)["pose"]
    assert found.where.startswith("hip_")
    assert "`anchor`" in found.sentence


def test_a_rope_that_passes_while_the_feet_stand_cuts_them() -> None:
    performance = performed("jump_rope")
    stands = next(touch for touch in performance.touches if touch.surface == "floor")
    props = performance.props
    assert props.rope is not None
    late = replace(props.rope, under=(stands.start + stands.end) / 2)
    found = failures(movement("jump_rope"), replace(performance, props=replace(props, rope=late)))
    assert found["sinking"].where == "rope"
    assert found["sinking"].value > 15


def test_a_jump_that_floats_leaves_its_parabola() -> None:
    floating = hill("jump_rope", 0.2)
    assert "parabola" in moved("jump_rope", pelvis_ty=floating)["flight"].sentence


def test_hands_on_the_hips_are_excused_there_and_nowhere_else() -> None:
    resting = movement("calf_raise")
    performance = perform(resting)
    assert "overlap" not in failures(resting, performance)
    undeclared = resting.model_copy(update={"on_body": {}})
    assert "hand" in failures(undeclared, performance)["overlap"].where
    assert frozenset(("hand_r", "thorax")) not in excused(resting)
    assert frozenset(("hand_r", "femur_l")) not in excused(resting)


def test_only_the_hand_that_rests_is_excused_unless_sides_take_turns() -> None:
    data = movement("calf_raise").model_dump(by_alias=True, exclude_unset=True, mode="json")
    one = Movement.model_validate(data | {"on_body": {"right hand": "hip"}})
    turns = one.model_copy(update={"repeat": "alternate"})
    assert {side for pair in excused(one) for side in ("hand_r", "hand_l") if side in pair} == {"hand_r"}
    assert frozenset(("hand_l", "femur_l")) in excused(turns)


def test_a_cycle_cut_short_does_not_close() -> None:
    whole = performed("squat")
    cut = replace(whole, coordinates=whole.coordinates[: len(whole.coordinates) // 2])
    assert "loop" in failures(movement("squat"), cut)
