"""A body that walks or runs goes forward at one speed; the poses alone would let it surge."""

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.kinematics import centre_of_mass
from otehon.motion.perform import perform

ON_THE_SPOT_MM = 5
"""The ground passes under the body, so a steady one keeps its place in the picture."""


def _movement(drill: str) -> Movement:
    movement = catalogue().get(drill).movement
    assert movement is not None
    return movement


def _drift_mm(movement: Movement) -> float:
    played = perform(movement)
    mass = centre_of_mass(played.bones, played.pose(played.frames(60)))
    return 1000 * float(np.ptp(mass[:, 0]))


@pytest.mark.parametrize(
    "drill", ["walking_drill", "heel_walk", "toe_walk", "jogging", "mini_hurdle", "b_skip"]
)
def test_a_steady_gait_neither_surges_nor_stops(drill: str) -> None:
    assert _drift_mm(_movement(drill)) < ON_THE_SPOT_MM


@pytest.mark.parametrize("drill", ["toe_walk", "jogging"])
def test_what_need_not_be_steady_goes_as_its_poses_have_it(drill: str) -> None:
    movement = _movement(drill)
    free = movement.model_copy(update={"travel": movement.travel.model_copy(update={"steady": False})})
    assert _drift_mm(free) > 10 * ON_THE_SPOT_MM
