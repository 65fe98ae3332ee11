"""What holds for every movement of the catalogue."""

from functools import cache

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement, Travel
from otehon.errors import InvalidDrill
from otehon.motion.frames import solve_frames
from otehon.motion.keys import solve_keys
from otehon.motion.kinematics import points
from otehon.motion.perform import Side, perform
from otehon.motion.performance import Performance
from otehon.motion.setting import setting
from otehon.motion.skeleton import Array, skeleton
from otehon.motion.spots import spots
from otehon.motion.timeline import Pace, timeline

# A hold, a wall, a jump, sides in turn, halves that run into each other, hands on the body, moving ground.
# That every movement of the catalogue keeps its bounds is measured in the integration tests.
MOVING = ["squat", "plank", "high_knees", "wall_drill", "calf_raise", "jump_rope", "toe_walk"]
EVERY = pytest.mark.parametrize("drill", MOVING)


def movement(drill: str) -> Movement:
    found = catalogue().get(drill).movement
    assert found is not None
    return found


@cache
def performed(drill: str, side: Side = "both", stature: float = 1.72) -> Performance:
    return perform(movement(drill), side=side, stature=stature)


def instants(there: Performance) -> Array:
    return np.arange(len(there.coordinates)) * there.period / len(there.coordinates)


def drift(there: Performance) -> float:
    """Metres that the worst touching spot is off its place."""
    t, found = instants(there), spots(there.bones, there.hands)
    world = points(there.pose(t), found.bodies, found.centres)
    worst = 0.0
    for touch in there.touches:
        during = (t >= touch.start - 1e-9) & (t < touch.end - 1e-9)
        spot = found.names.index(touch.spot)
        normal = np.array([-1.0, 0, 0]) if touch.surface == "wall" else np.array([0.0, 1, 0])
        place = np.array(touch.place) + t[during, None] * np.array(there.ground)
        ball = place + normal * found.radii[spot]
        off = np.linalg.norm(world[during, spot] - ball, axis=-1)
        worst = max(worst, float(off.max(initial=0.0)))
    return worst


@EVERY
def test_what_is_planted_stays_planted(drill: str) -> None:
    there = performed(drill)
    assert there.touches
    assert drift(there) < 0.0005


@pytest.mark.parametrize("stature", [1.52, 1.88])
@EVERY
def test_small_and_tall_bodies_keep_their_feet_still_too(drill: str, stature: float) -> None:
    assert drift(performed(drill, stature=stature)) < 0.0005


@EVERY
def test_joints_stay_within_their_range(drill: str) -> None:
    there = performed(drill)
    assert (there.coordinates >= there.bones.lower - 1e-9).all()
    assert (there.coordinates <= there.bones.upper + 1e-9).all()


@EVERY
def test_the_end_runs_on_into_the_beginning(drill: str) -> None:
    q = performed(drill).coordinates
    steps = np.abs(np.diff(np.concatenate([q[-2:], q[:2]]), axis=0)).max(axis=1)
    usual = np.abs(np.diff(q, axis=0)).max()
    assert steps.max() <= usual * 1.05 + 1e-6


@EVERY
def test_phases_fill_the_cycle_without_gaps(drill: str) -> None:
    there = performed(drill)
    ends = [0.0, *(passage.end for passage in there.passages)]
    assert [passage.start for passage in there.passages] == pytest.approx(ends[:-1])
    assert ends[-1] == pytest.approx(there.period)


@EVERY
def test_an_instant_depends_on_its_time_alone(drill: str) -> None:
    block = movement(drill)
    line = timeline(block, Pace())
    keys = solve_keys(setting(block, skeleton()), line)
    t = np.linspace(0.0, line.times[-1], 24, endpoint=False)
    together = solve_frames(keys, line, t).coordinates
    alone = np.concatenate([solve_frames(keys, line, t[i : i + 1]).coordinates for i in (1, 8, 17)])
    np.testing.assert_allclose(together[[1, 8, 17]], alone, atol=2e-4)


@pytest.mark.parametrize("drill", MOVING[:-1])
def test_right_and_left_alone_are_mirror_images(drill: str) -> None:
    right, left = performed(drill, "right"), performed(drill, "left")
    np.testing.assert_allclose(right.mirrored().coordinates, left.coordinates, atol=1e-9)
    assert right.period == left.period


@pytest.mark.parametrize("side", ["right", "left"])
@EVERY
def test_one_side_alone_is_a_cycle_too(drill: str, side: Side) -> None:
    there = performed(drill, side)
    q = there.coordinates
    steps = np.abs(np.diff(np.concatenate([q[-2:], q[:2]]), axis=0)).max(axis=1)
    assert steps.max() <= np.abs(np.diff(q, axis=0)).max() * 1.05 + 1e-6
    assert drift(there) < 0.0005


def test_whoever_travels_steps_as_far_as_the_file_says() -> None:
    there, step = performed("toe_walk"), movement("toe_walk").travel.forward
    right = sorted(touch.place[0] for touch in there.touches if touch.spot == "ball_in_r")
    left = sorted(touch.place[0] for touch in there.touches if touch.spot == "ball_in_l")
    # Across the seam the left foot's touch is told twice, a stride of two steps apart.
    assert left[-1] - left[0] == pytest.approx(2 * step, abs=1e-6)
    assert right[0] - left[0] == pytest.approx(step, abs=1e-6)
    assert there.ground[0] * there.period == pytest.approx(-2 * step, abs=1e-6)


def test_a_foot_that_is_never_lifted_cannot_travel() -> None:
    block = movement("squat").model_copy(update={"travel": Travel(forward=0.3)})
    with pytest.raises(InvalidDrill, match="planted all the time although the body travels"):
        perform(block)


def test_high_knees_of_the_right_leg_lift_only_the_right_knee() -> None:
    there = performed("high_knees", "right")
    bent = there.coordinates[:, [there.bones.coordinate(f"hip_flexion_{side}") for side in "rl"]].max(axis=0)
    assert there.side == "right"
    assert np.degrees(bent[0]) > 85
    assert np.degrees(bent[1]) < 30


def test_halves_that_run_into_each_other_are_shown_together_where_no_side_stands_alone() -> None:
    block = movement("high_knees").model_copy(update={"alone": None})
    there = perform(block, side="left")
    assert there.side is None
    assert there.repetitions == 2


@pytest.mark.parametrize("drill", [d for d in MOVING if movement(d).repeat == "alternate"])
def test_the_second_half_of_an_alternating_drill_mirrors_the_first(drill: str) -> None:
    whole = performed(drill)
    half = len(whole.coordinates) // 2
    assert whole.repetitions == 2
    np.testing.assert_allclose(whole.mirrored().coordinates[half:], whole.coordinates[:half], atol=1e-9)
    assert {p.mirrored for p in whole.passages} == {True, False}


@EVERY
def test_a_slower_pace_stretches_moves_and_holds_but_never_a_flight(drill: str) -> None:
    block = movement(drill)
    usual, slow = timeline(block, Pace()), timeline(block, Pace(moves=2.0, holds=3.0))
    factors = {"move": 2.0, "hold": 3.0, "flight": 1.0}
    for a, b in zip(usual.spans, slow.spans, strict=True):
        assert b.end - b.start == pytest.approx((a.end - a.start) * factors[a.kind])


def test_contacts_that_no_body_can_meet_are_refused() -> None:
    data = movement("squat").model_dump(by_alias=True)
    data["poses"]["low"]["both"] = {"knee_angle": 0, "hip_flexion": 0}
    data["on_body"] = {"hands": "ear"}
    data["phases"][0]["planted"] = ["feet", "head"]
    with pytest.raises(InvalidDrill, match="missed by"):
        perform(Movement.model_validate(data))


def test_a_cycle_that_ends_elsewhere_is_refused() -> None:
    data = movement("squat").model_dump(by_alias=True)
    data["phases"] = data["phases"][:1]
    with pytest.raises(InvalidDrill, match="starts at stand and ends at low"):
        perform(Movement.model_validate(data))


def test_an_angle_that_no_joint_reaches_is_refused() -> None:
    data = movement("squat").model_dump(by_alias=True)
    data["poses"]["low"]["both"]["knee_angle"] = 170
    with pytest.raises(InvalidDrill, match="knee_angle_r is 170"):
        perform(Movement.model_validate(data))
