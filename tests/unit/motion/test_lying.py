"""Bodies on their side and on their back: which leg is up, and what the words of a bridge rest on."""

import numpy as np
import pytest
from pydantic import ValidationError

from otehon.drills.anatomy import Place
from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.balance import balance
from otehon.motion.checks.contact import contact
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.excused import excused
from otehon.motion.checks.places import place
from otehon.motion.checks.sinking import sinking
from otehon.motion.kinematics import points
from otehon.motion.perform import Side, perform
from otehon.motion.spots import spots

ON_THE_LEFT = {
    "base": "side_left",
    "acts": "right",
    "poses": {"down": {}, "up": {"right": {"hip_adduction": -35}}},
    "start": "down",
    "phases": [{"to": "up", "time": 2, "planted": ["left elbow"]}, {"to": "down", "time": 2}],
    "camera": {"azimuth": 90, "elevation": 12},
}


def test_whoever_lies_on_the_left_lifts_the_right_leg() -> None:
    movement = Movement.model_validate(ON_THE_LEFT)
    turns: list[tuple[Side, Place]] = [("right", "right ankle"), ("left", "left ankle")]
    for side, upper in turns:
        played = perform(movement, side=side)
        heights = place(played.bones, played.pose(np.array([0.0, 2.0])), upper)[:, 1]
        assert heights[1] - heights[0] > 0.3


def test_whoever_lies_on_one_side_does_not_take_turns() -> None:
    with pytest.raises(ValidationError, match="does not take turns"):
        Movement.model_validate(ON_THE_LEFT | {"repeat": "alternate"})


def test_a_bridge_rests_on_the_top_of_its_back_and_not_on_its_head() -> None:
    movement = catalogue().get("bridge").movement
    assert movement is not None
    played = perform(movement)
    found = spots(played.bones, played.hands)
    which = found.index(["nape", "head", "seat_r"])
    centres = points(played.pose(np.array([0.0])), found.bodies[which], found.centres[which])
    nape, head, seat = centres[0, :, 1] - found.radii[which]
    assert nape == pytest.approx(0, abs=1e-3)
    assert head > -0.01
    assert seat > 0.1


def test_a_side_lies_on_the_drawn_shoulder_hip_and_shin() -> None:
    movement = catalogue().get("clamshell").movement
    assert movement is not None
    evidence = Evidence(perform(movement), excused=excused(movement))
    assert max(f.value for f in contact(evidence)) < 3
    deepest = max(f.value for f in sinking(evidence) if f.where in ("femur_l", "tibia_l", "humerus_l"))
    assert -1 < deepest < 8


def test_fists_rest_on_their_own_thighs_and_the_body_on_its_seat() -> None:
    movement = catalogue().get("toe_grip").movement
    assert movement is not None
    evidence = Evidence(perform(movement), excused=excused(movement))
    placed, bones = evidence.placed, evidence.performance.bones
    for side in ("right", "left"):
        wrist, knee = (place(bones, placed, word) for word in places_of(side))
        assert np.linalg.norm(wrist - knee, axis=1).max() < 0.3
    assert max(f.value for f in contact(evidence)) < 3
    assert all(f.passed for f in balance(evidence))


def places_of(side: str) -> tuple[Place, Place]:
    return ("right wrist", "right knee") if side == "right" else ("left wrist", "left knee")
