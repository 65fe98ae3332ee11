"""Each mistake is caught by its own check, and by that one where no other is concerned."""

from dataclasses import replace

import numpy as np
import pytest
from standing import BONES, COUNT, FEET, PERIOD, SECONDS, bump, changed, index, standing, touches, wave

from otehon.motion.checks.evidence import Evidence, runs
from otehon.motion.checks.examine import PHYSICAL
from otehon.motion.checks.finding import Check, Finding, strictest
from otehon.motion.checks.flight import GRAVITY
from otehon.motion.checks.overlap import overlap
from otehon.motion.checks.sinking import sinking
from otehon.motion.performance import Passage, Performance
from otehon.motion.props import Box, Props, Wall


def worst(check: Check, performance: Performance) -> Finding:
    return strictest(PHYSICAL[check](Evidence(performance)))[0]


def failing(performance: Performance) -> set[str]:
    evidence = Evidence(performance)
    return {name for name, check in PHYSICAL.items() if not all(found.passed for found in check(evidence))}


def test_a_quiet_stand_passes_every_check() -> None:
    for kind in ("move", "hold"):
        assert failing(standing(kind)) == set()


def test_a_foot_that_creeps_slides() -> None:
    performance = changed(standing(), pelvis_tx=bump(0.008))
    found = worst("slide", performance)
    assert failing(performance) == {"slide"}
    assert found.value == pytest.approx(8, abs=0.1)
    assert found.time == pytest.approx(1.0, abs=0.1)


def test_a_foot_that_pivots_about_its_ball_slides_at_the_heel() -> None:
    performance = changed(standing(), hip_rotation_r=bump(6))
    slid = {f.where: f.value for f in PHYSICAL["slide"](Evidence(performance))}
    assert slid["heel_r"] > 5 > slid["heel_l"]


def test_a_foot_that_rolls_onto_its_toes_does_not_slide() -> None:
    """The toes stay flat, shank and foot turn about the toe joint: the balls roll on the spot."""
    rise = bump(20)
    tilted = standing()
    q = tilted.coordinates.copy()
    turn = np.radians(rise)
    q[:, index("pelvis_tilt")] -= turn
    for side in "rl":
        q[:, index(f"mtp_angle_{side}")] += turn
    placed = Evidence(replace(tilted, coordinates=q)).placed
    toes = placed.origin[:, BONES.body("toes_r")]
    q[:, :3] += toes[0] - toes
    balls = tuple(name for name in FEET if not name.startswith("heel"))
    rolled = replace(tilted, coordinates=q, touches=touches(balls))
    assert worst("slide", rolled).value < 1.5


def test_a_body_that_sinks_is_seen_on_the_drawn_flesh() -> None:
    depth = worst("sinking", standing()).value
    found = worst("sinking", changed(standing(), pelvis_ty=bump(-0.015)))
    assert found.value == pytest.approx(depth + 15, abs=0.5)
    assert not found.passed
    assert found.where.startswith(("toes", "calcn"))
    assert "floor" in found.sentence


def test_a_hand_in_the_wall_is_seen() -> None:
    reaching = changed(standing(), arm_flex_r=bump(70))
    ahead = Evidence(reaching).flesh.world(Evidence(reaching).placed)[..., 0].max()
    free = replace(reaching, props=Props(wall=Wall(ahead + 0.03)))
    hit = replace(reaching, props=Props(wall=Wall(ahead - 0.01)))
    assert worst("sinking", free).passed
    assert not worst("sinking", hit).passed
    assert "wall" in worst("sinking", hit).sentence


def test_toes_in_the_front_of_a_step_are_seen() -> None:
    placed = Evidence(standing()).placed.origin[0, BONES.body("toes_r")]
    step = Box((float(placed[0]) + 0.03, 0.6), (-0.4, 0.4), 0.15)
    clear = Box((float(placed[0]) + 0.12, 0.6), (-0.4, 0.4), 0.15)
    found = worst("sinking", replace(standing(), props=Props(step=step)))
    assert not found.passed
    assert found.where.startswith("toes")
    assert worst("sinking", replace(standing(), props=Props(step=clear))).passed


def test_a_planted_foot_in_the_air_is_a_contact_not_met() -> None:
    performance = changed(standing(), pelvis_ty=bump(0.02))
    found = worst("contact", performance)
    assert failing(performance) == {"contact"}
    assert "off the floor" in found.sentence
    assert found.time == pytest.approx(1.0, abs=0.05)


def test_a_lifted_heel_is_a_contact_not_met_while_the_toes_are() -> None:
    missed = {
        f.where
        for f in PHYSICAL["contact"](Evidence(changed(standing(), ankle_angle_r=bump(-15))))
        if not f.passed
    }
    assert "heel_r" in missed
    assert "heel_l" not in missed


def test_without_contact_or_flight_nothing_carries_the_body() -> None:
    floating = replace(standing(), touches=touches(FEET, end=1.5))
    found = worst("contact", floating)
    assert found.where == "whole body"
    assert found.time == pytest.approx(1.5)
    assert "nothing carries" in found.sentence


@pytest.mark.parametrize(
    ("name", "amount"), [("elbow_flex_l", -4.0), ("hip_rotation_r", 60.0), ("head_extension", 40.0)]
)
def test_a_joint_beyond_its_range_is_named(name: str, amount: float) -> None:
    found = worst("range", changed(standing(), **{name: bump(amount)}))
    assert found.where == name
    assert not found.passed


def test_hamstrings_stop_a_straight_leg_earlier_than_a_bent_one() -> None:
    kicked = changed(standing(), hip_flexion_r=bump(110))
    assert "hamstrings" in worst("range", kicked).sentence
    assert worst("range", changed(kicked, knee_angle_r=bump(60))).passed


def test_a_hand_through_the_thigh_is_an_overlap_unless_it_is_meant_to_rest_there() -> None:
    crossed = changed(standing(), arm_add_r=22.0)
    found = [f for f in overlap(Evidence(crossed)) if not f.passed]
    assert {f.where.split(" / ")[0] for f in found} <= {"hand_r", "radius_r", "ulna_r", "humerus_r"}, found
    assert any("hand_r" in f.where for f in found)
    rests = frozenset(frozenset((body, "hand_r")) for body in ("femur_r", "pelvis", "lumbar"))
    meant = Evidence(crossed, excused=rests)
    still = [f for f in overlap(meant) if not f.passed]
    assert not any("hand_r" in f.where for f in still)
    assert len(still) < len(found)


def test_legs_through_each_other_overlap() -> None:
    crossed = changed(standing(), hip_adduction_r=12.0, hip_adduction_l=12.0)
    assert not worst("overlap", crossed).passed


def test_a_lean_costs_margin_and_toes_alone_do_not_carry_an_upright_body() -> None:
    upright, on_toes = standing("hold"), touches(("toe_r", "toe_l"))
    assert worst("balance", upright).value > 30
    assert worst("balance", changed(upright, pelvis_tilt=3.0)).value < worst("balance", upright).value
    assert not worst("balance", replace(upright, touches=on_toes)).passed
    assert PHYSICAL["balance"](Evidence(replace(standing(), touches=on_toes))) == []


def test_one_foot_carries_less_than_two() -> None:
    right = replace(standing("hold"), touches=touches(tuple(n for n in FEET if n.endswith("_r"))))
    found = worst("balance", right)
    assert not found.passed
    assert found.value == pytest.approx(-50, abs=15)


def test_flesh_that_is_pressed_in_carries_as_much() -> None:
    upright = standing("hold")
    pressed = worst("balance", changed(upright, pelvis_ty=-0.008))
    assert pressed.value == pytest.approx(worst("balance", upright).value, abs=5)


def jump(path: np.ndarray) -> Performance:
    grounded, aloft = (
        Passage(0, 1, "move", "stand", False, None, frozenset()),
        Passage(1, PERIOD, "flight", "stand", False, None, frozenset()),
    )
    rising = np.where(SECONDS >= 1, path, 0.0)
    return replace(
        changed(standing(), pelvis_ty=rising), passages=(grounded, aloft), touches=touches(FEET, end=1.0)
    )


def test_a_flight_follows_a_parabola() -> None:
    t = SECONDS - 1
    assert worst("flight", jump(GRAVITY * t * (1 - t) / 2)).value < 3
    floated = worst("flight", jump(0.4 * np.sin(np.pi * t)))
    assert not floated.passed
    assert PHYSICAL["flight"](Evidence(standing())) == []


def test_a_jerk_is_a_kink_at_its_joint() -> None:
    jerk = np.where(np.arange(COUNT) >= 60, 8.0, 0.0) * (1 - np.arange(COUNT) / COUNT)
    found = worst("kink", changed(standing(), elbow_flex_r=20 + jerk))
    assert not found.passed
    assert found.where == "ulna_r"
    assert found.time == pytest.approx(1.0, abs=0.03)


def test_angles_may_jump_where_the_bones_do_not() -> None:
    """With the arm straight out at the side, flexion and rotation turn it about one axis."""
    q = changed(standing(), arm_add_r=-76.0)
    swap = np.where(np.arange(COUNT) >= 60, 30.0, 0.0)
    still = replace(q, coordinates=q.coordinates.copy())
    still.coordinates[:, index("arm_flex_r")] = np.radians(swap)
    still.coordinates[:, index("arm_rot_r")] = np.radians(swap)
    assert worst("kink", still).passed


def test_a_cycle_that_does_not_come_back_does_not_close() -> None:
    drifting = changed(standing(), pelvis_tx=0.03 * SECONDS / PERIOD)
    found = worst("loop", drifting)
    assert not found.passed
    assert found.value == pytest.approx(30, abs=1)


def test_a_cycle_that_comes_back_at_another_speed_does_not_close() -> None:
    ramp = np.minimum(SECONDS / PERIOD, 1 - SECONDS / PERIOD)
    bounce = changed(standing(), elbow_flex_l=10 + 600 * ramp**2 / 2 + 240 * ramp)
    assert "deg/s" in {f.unit for f in PHYSICAL["loop"](Evidence(bounce)) if not f.passed}
    assert worst("loop", changed(standing(), elbow_flex_l=40 + wave(30))).passed


def test_runs_lead_over_the_end_of_a_cycle() -> None:
    mask = np.array([True, False, True, True, False, True])
    assert [list(run) for run in runs(mask)] == [[2, 3], [5, 0]]
    assert [list(run) for run in runs(np.ones(3, dtype=bool))] == [[0, 1, 2, 0]]
    assert list(runs(np.zeros(3, dtype=bool))) == []


def test_nothing_is_said_twice_about_one_body_and_one_surface() -> None:
    found = sinking(Evidence(standing()))
    assert len({f.where for f in found}) == len(found)


def test_take_off_and_landing_may_be_harder_than_what_is_far_from_them() -> None:
    aloft = [Passage(0, 1.6, "move", "stand", False, None, frozenset())]
    aloft.append(Passage(1.6, PERIOD, "flight", "stand", False, None, frozenset()))
    swing = 30 * np.cos(2 * np.pi * SECONDS / 0.25) * bump(1, 0.7, 0.25) + 40
    early = replace(changed(standing(), elbow_flex_r=swing), passages=tuple(aloft))
    late = replace(changed(standing(), elbow_flex_r=np.roll(swing, 63)), passages=tuple(aloft))
    assert worst("kink", early).value == pytest.approx(worst("kink", late).value, rel=0.01)
    assert not worst("kink", early).passed
    assert worst("kink", late).passed
