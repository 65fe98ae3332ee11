"""A bar to hang from: what carries is the hands, and the weight hangs under them."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from pydantic import ValidationError

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.examine import examine
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.places import place
from otehon.motion.kinematics import centre_of_mass, points, pose
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.motion.props import BAR_RADIUS
from otehon.motion.skeleton import Array
from otehon.motion.spots import spots

GRIPS = {"grip_thumb_r", "grip_little_r", "grip_thumb_l", "grip_little_l"}


def pull_up() -> Movement:
    found = catalogue().get("pull_up").movement
    assert found is not None
    return found


@cache
def performed(stature: float = 1.72) -> Performance:
    return perform(pull_up(), stature=stature)


def failures(there: Performance) -> dict[str, Finding]:
    """The worst failure of each check that fails."""
    failed = [finding for finding in examine(pull_up(), there).findings if not finding.passed]
    return {finding.check: finding for finding in reversed(failed)}


def moved(**added: Array | float) -> dict[str, Finding]:
    """What the checks find after something is added to solved coordinates: metres, or degrees."""
    there = performed()
    q = there.coordinates.copy()
    for name, amount in added.items():
        metres = name in ("pelvis_tx", "pelvis_ty", "pelvis_tz")
        q[:, there.bones.coordinate(name)] += amount if metres else np.radians(amount)
    return failures(replace(there, coordinates=q))


def grips_at_every_instant(there: Performance) -> Array:
    """(n, 4, 3) where the closed hands hold the bar."""
    found = spots(there.bones, there.hands)
    which = found.index(sorted(GRIPS))
    placed = pose(there.bones, there.coordinates, there.base)
    return points(placed, found.bodies[which], found.centres[which])


@pytest.mark.parametrize("stature", [1.52, 1.72, 1.88])
def test_nothing_but_the_hands_carries_and_they_stay_on_the_bar(stature: float) -> None:
    there = performed(stature)
    bar = there.props.bar
    assert bar is not None
    assert {touch.surface for touch in there.touches} == {"bar"}
    assert {touch.spot for touch in there.touches} == GRIPS
    held = grips_at_every_instant(there)
    np.testing.assert_allclose(held[..., 0], 0.0, atol=1e-3)
    np.testing.assert_allclose(held[..., 1], bar.height, atol=1e-3)
    assert np.ptp(held[..., 2], axis=0).max() < 1e-3
    assert np.abs(held[..., 2]).max() < bar.width / 2


def test_feet_are_off_the_floor_and_the_chin_goes_over_the_bar() -> None:
    there = performed()
    assert there.props.bar is not None
    placed = pose(there.bones, there.coordinates, there.base)
    assert place(there.bones, placed, "toes")[:, 1].min() > 0.08
    chin = place(there.bones, placed, "chin")[:, 1] - there.props.bar.height
    assert chin.min() < -0.5
    assert chin.max() > BAR_RADIUS


def test_the_weight_is_under_the_bar_in_every_key_pose() -> None:
    there = performed()
    for name, q in there.key_poses.items():
        mass = centre_of_mass(there.bones, pose(there.bones, q, there.base))[0]
        np.testing.assert_allclose(mass[[0, 2]], 0.0, atol=1e-3, err_msg=name)


def test_the_palms_face_away_and_the_thumbs_inwards() -> None:
    there = performed()
    rotation = pose(there.bones, there.key_poses["hang"], there.base).rotation[0]
    right = rotation[there.bones.body("hand_r")]
    assert right[0, 0] > 0.9
    assert right[2, 2] < -0.9


def test_legs_that_swing_forward_take_the_weight_from_under_the_bar() -> None:
    found = moved(hip_flexion_r=40, hip_flexion_l=40)
    assert "outside the support" in found["balance"].sentence
    assert "form" in found


def test_hands_that_leave_the_bar_do_not_meet_it() -> None:
    for axis in ("pelvis_tx", "pelvis_ty"):
        assert "off the bar" in moved(**{axis: -0.006})["contact"].sentence


def test_hands_that_creep_along_the_bar_slide() -> None:
    count = len(performed().coordinates)
    hill = 0.012 * (1 - np.cos(2 * np.pi * np.arange(count) / count)) / 2
    assert "on the bar" in moved(pelvis_tz=hill)["slide"].sentence


def test_a_head_in_the_bar_is_seen() -> None:
    assert "head" in moved(neck_extension=-30, head_extension=10)["sinking"].sentence


def test_who_lets_go_is_carried_by_nothing() -> None:
    there = performed()
    gone = replace(there, touches=tuple(replace(touch, end=1.0) for touch in there.touches))
    assert "nothing carries" in failures(gone)["contact"].sentence


def test_hanging_needs_a_bar_and_closed_hands() -> None:
    data = pull_up().model_dump(by_alias=True, exclude_unset=True, mode="json")
    with pytest.raises(ValidationError, match="on_bar"):
        Movement.model_validate(data | {"hands": "fist"})
    with pytest.raises(ValidationError, match="on_bar"):
        Movement.model_validate(data | {"props": {}})
