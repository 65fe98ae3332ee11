"""A wall on any side of the body: where it comes to stand, what leans on it, and what its mirror image is."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from pydantic import ValidationError

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.drills.staging import WallSide
from otehon.motion.checks.examine import examine
from otehon.motion.checks.finding import Finding
from otehon.motion.kinematics import centre_of_mass
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.motion.props import Wall

FLIP = np.array([1.0, 1.0, -1.0])


def movement(drill: str) -> Movement:
    found = catalogue().get(drill).movement
    assert found is not None
    return found


@cache
def performed(drill: str) -> Performance:
    return perform(movement(drill))


def wall_of(there: Performance) -> Wall:
    assert there.props.wall is not None
    return there.props.wall


def failures(drill: str, there: Performance) -> dict[str, Finding]:
    """The worst failure of each check that fails."""
    failed = [finding for finding in examine(movement(drill), there).findings if not finding.passed]
    return {finding.check: finding for finding in reversed(failed)}


@pytest.mark.parametrize("side", ["front", "back", "right", "left"])
def test_a_wall_faces_the_body_whichever_side_it_stands_on(side: WallSide) -> None:
    ways: dict[WallSide, tuple[float, float, float]]
    ways = {"front": (1, 0, 0), "back": (-1, 0, 0), "right": (0, 0, 1), "left": (0, 0, -1)}
    there = np.array(ways[side])
    wall = Wall(0.4 * float(there.sum()), side)
    np.testing.assert_allclose(wall.point, 0.4 * there)
    np.testing.assert_allclose(wall.normal, -there)


def test_mirroring_moves_a_wall_at_the_side_to_the_other_side() -> None:
    assert Wall(-0.4, "left", slides=True).mirrored(FLIP) == Wall(0.4, "right", slides=True)
    assert Wall(0.6, "front").mirrored(FLIP) == Wall(0.6, "front")
    assert Wall(0.6, "front").mirrored(np.array([-1.0, 1.0, 1.0])) == Wall(-0.6, "back")


@pytest.mark.parametrize(
    ("drill", "side"), [("wall_drill", "front"), ("wall_sit", "back"), ("leg_swing", "left")]
)
def test_the_wall_stands_where_the_body_meets_it(drill: str, side: WallSide) -> None:
    there = performed(drill)
    wall = wall_of(there)
    leaning = [touch.place for touch in there.touches if touch.surface == "wall"]
    mass = centre_of_mass(there.bones, there.pose(0.0))[0]
    assert wall.side == side
    assert leaning
    np.testing.assert_allclose([place[wall.axis] for place in leaning], wall.at, atol=1e-4)
    assert (mass - np.array(wall.point)) @ np.array(wall.normal) > 0.1


def test_the_left_leg_swings_beside_a_wall_at_the_right() -> None:
    right, left = performed("leg_swing"), perform(movement("leg_swing"), side="left")
    assert wall_of(left) == Wall(-wall_of(right).at, "right")
    assert {touch.spot for touch in left.touches if touch.surface == "wall"} == {
        "palm_r",
        "knuckle_in_r",
        "knuckle_out_r",
    }


def test_a_back_that_slides_up_the_wall_slides_only_where_it_may() -> None:
    there = performed("toe_raise")
    risen = np.ptp(there.coordinates[:, there.bones.coordinate("pelvis_ty")])
    held = replace(there, props=replace(there.props, wall=replace(wall_of(there), slides=False)))
    assert risen > 0.015
    assert failures("toe_raise", there) == {}
    assert "on the wall" in failures("toe_raise", held)["slide"].sentence


def test_a_back_that_may_not_slide_cannot_follow_the_heels() -> None:
    data = movement("toe_raise").model_dump(by_alias=True, exclude_unset=True, mode="json")
    data["props"]["wall"]["slides"] = False
    still = perform(Movement.model_validate(data))
    assert np.ptp(still.coordinates[:, still.bones.coordinate("pelvis_ty")]) < 0.01


@pytest.mark.parametrize(
    ("drill", "axis", "metres", "check"),
    [
        ("wall_sit", "pelvis_tx", -0.02, "sinking"),
        ("wall_sit", "pelvis_tx", 0.02, "contact"),
        ("leg_swing", "pelvis_tz", -0.02, "sinking"),
        ("leg_swing", "pelvis_tz", 0.02, "contact"),
    ],
)
def test_a_body_too_near_to_its_wall_or_too_far_from_it(
    drill: str, axis: str, metres: float, check: str
) -> None:
    there = performed(drill)
    q = there.coordinates.copy()
    q[:, there.bones.coordinate(axis)] += metres
    assert "the wall" in failures(drill, replace(there, coordinates=q))[check].sentence


def test_a_seat_without_its_wall_falls() -> None:
    there = performed("wall_sit")
    feet = tuple(touch for touch in there.touches if touch.surface == "floor")
    assert failures("wall_sit", replace(there, touches=feet))["balance"].value < -100


def test_whoever_has_a_wall_at_one_side_does_not_take_turns() -> None:
    data = movement("leg_swing").model_dump(by_alias=True, exclude_unset=True, mode="json")
    with pytest.raises(ValidationError, match="does not take turns"):
        Movement.model_validate(data | {"repeat": "alternate"})


def test_a_wall_with_a_place_of_its_own_stands_there() -> None:
    data = movement("wall_sit").model_dump(by_alias=True, exclude_unset=True, mode="json")
    data["props"]["wall"]["at"] = -0.7
    there = perform(Movement.model_validate(data))
    assert wall_of(there) == Wall(-0.7, "back")
    assert failures("wall_sit", there) == {}
