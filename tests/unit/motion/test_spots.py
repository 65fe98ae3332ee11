from typing import get_args

import numpy as np
import pytest

from otehon.drills.anatomy import CentralAngle, Patch, SidedAngle
from otehon.motion.flesh import HandShape, flesh
from otehon.motion.kinematics import points, pose
from otehon.motion.skeleton import skeleton
from otehon.motion.skin import distance
from otehon.motion.spots import spots, spots_of

BONES = skeleton()
SHAPES: list[HandShape] = ["flat", "fist", "grip"]


def test_standing_balls_and_heel_touch_one_plane() -> None:
    placed = pose(BONES, np.zeros(len(BONES.coordinates)))
    found = spots(BONES, "fist")
    index = found.index(spots_of(["feet"]))
    below = points(placed, found.bodies[index], found.centres[index])[0, :, 1] - found.radii[index]
    assert np.ptp(below) < 0.001


@pytest.mark.parametrize("hands", SHAPES)
def test_balls_lie_inside_the_flesh_and_reach_its_surface(hands: HandShape) -> None:
    found = spots(BONES, hands)
    for name, body, centre, radius in zip(found.names, found.bodies, found.centres, found.radii, strict=True):
        if name.startswith("grip"):
            continue
        own = [c for c in flesh(hands) if c.body == BONES.bodies[body]]
        depth = -distance(own, centre[None])[0]
        assert depth > 0.005, name
        assert radius >= depth - 1e-4, name
        assert radius < 0.13, name


def test_every_contact_word_of_the_format_has_spots() -> None:
    known = {name for hands in SHAPES for name in spots(BONES, hands).names}
    for patch in get_args(Patch):
        assert spots_of([patch]) <= known, patch


def test_what_a_closed_hand_holds_lies_between_palm_and_fingers() -> None:
    found = spots(BONES, "grip")
    hand = [capsule for capsule in flesh("grip") if capsule.body == "hand_r"]
    held = found.centres[found.index(["grip_thumb_r", "grip_little_r"])]
    assert found.radii[found.index(["grip_thumb_r", "grip_little_r"])].tolist() == [0.0, 0.0]
    assert (distance(hand, held) > 0.0).all()
    for x, y in ((0.018, 0.0), (-0.018, 0.0), (0.0, -0.03)):
        assert (distance(hand, held + np.array([x, y, 0.0])) < 0.002).all(), (x, y)


def test_the_formats_angles_are_the_skeletons() -> None:
    sided = {name[:-2] for name in BONES.coordinates if name.endswith(("_r", "_l"))}
    assert set(get_args(SidedAngle)) == sided
    central = {name for name in BONES.coordinates if not name.endswith(("_r", "_l"))}
    shared = {name for name in get_args(CentralAngle) if name.startswith(("spine_", "gaze_"))}
    assert set(get_args(CentralAngle)) - shared == {n for n in central if not n.startswith("pelvis_t")} | {
        "pelvis_tilt"
    }
