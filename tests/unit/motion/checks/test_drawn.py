import numpy as np
import pytest

from otehon.motion.checks.balls import balls
from otehon.motion.checks.drawn import FAR, drawn_distance
from otehon.motion.checks.figure import figure
from otehon.motion.checks.nearness import footprint, nearest
from otehon.motion.checks.surfaces import FLOOR
from otehon.motion.flesh import HandShape
from otehon.motion.kinematics import pose
from otehon.motion.proportions import ANKLE_HEIGHT, SHANK, THIGH
from otehon.motion.skeleton import Array
from otehon.motion.skin import capsule_distance
from otehon.studio.sculpt.solid import Solid

SHAPE = figure()
STANDING = ANKLE_HEIGHT + SHANK + THIGH + 0.035


def coordinates(height: float = STANDING, count: int = 1) -> Array:
    q = np.zeros((count, len(SHAPE.bones.coordinates)))
    q[:, SHAPE.bones.coordinate("pelvis_ty")] = height
    return q


@pytest.mark.parametrize("name", ["shank_r", "sole_l", "brim", "hips"])
def test_the_balls_of_a_capsule_fill_it(name: str) -> None:
    capsule, flesh = SHAPE.named(name), balls()
    own = flesh.capsules == capsule
    spread = np.random.default_rng(1).normal(scale=0.1, size=(400, 3)) + SHAPE.centres[capsule]
    apart = np.linalg.norm(spread[:, None] - flesh.centres[own], axis=2) - flesh.radii[own]
    exact = capsule_distance(SHAPE.capsules[capsule], spread)
    close = (exact > 0) & (exact < 0.05)
    assert np.abs(apart.min(1) - exact)[close].max() < 0.005


@pytest.mark.parametrize("hands", ["fist", "flat", "grip"])
def test_every_ball_lies_within_the_drawn_figure(hands: HandShape) -> None:
    flesh = balls(hands)
    placed = pose(flesh.shape.bones, coordinates())
    centres = flesh.world(placed)[0]
    inside = drawn_distance(flesh.shape, placed, np.zeros(len(centres), np.intp), centres)
    assert (inside + flesh.radii).max() < 0.0015


def test_the_skin_stands_out_where_capsules_melt_into_one_another() -> None:
    placed = pose(SHAPE.bones, coordinates())
    crotch = np.array([[0.0, STANDING - 0.14, 0.0]])
    bare = min(
        float(
            capsule_distance(SHAPE.capsules[i], (crotch - placed.origin[0, body]) @ placed.rotation[0, body])[
                0
            ]
        )
        for i, body in enumerate(SHAPE.bodies)
    )
    drawn = float(drawn_distance(SHAPE, placed, np.zeros(1, np.intp), crotch)[0])
    assert drawn < bare - 0.005


def test_far_from_the_body_is_far() -> None:
    placed = pose(SHAPE.bones, coordinates())
    away = drawn_distance(SHAPE, placed, np.zeros(1, np.intp), np.array([[3.0, 0, 0]]))
    assert away[0] > FAR - 0.1


def test_the_nearest_skin_to_the_floor_is_that_of_the_soles() -> None:
    flesh = balls()
    deep = coordinates(STANDING - 0.015)
    near = nearest(flesh, pose(SHAPE.bones, np.concatenate([coordinates(), deep])), FLOOR)
    standing, sunk = (near.gaps[near.instants == i].min() for i in (0, 1))
    assert -0.010 < standing < 0.001
    assert sunk == pytest.approx(standing - 0.015, abs=3e-4)
    touched = {SHAPE.capsules[int(i)].body for i in np.unique(flesh.capsules[near.balls[near.bare < 0.005]])}
    assert touched == {"calcn_r", "calcn_l", "toes_r", "toes_l"}


def test_a_footprint_lies_on_the_skin() -> None:
    flesh = balls()
    q = coordinates()
    q[:, SHAPE.bones.coordinate("ankle_angle_r")] = np.radians(-25)
    placed = pose(SHAPE.bones, q)
    near = footprint(flesh, placed, FLOOR)
    assert np.abs(drawn_distance(SHAPE, placed, near.instants, near.skin)).max() < 1e-3


def test_the_skin_that_is_measured_is_the_skin_that_is_painted() -> None:
    flesh, q = balls(), coordinates()
    for name, angle in {
        "hip_flexion_r": 70,
        "knee_angle_r": 90,
        "arm_flex_l": 60,
        "elbow_flex_l": 100,
    }.items():
        q[:, SHAPE.bones.coordinate(name)] = np.radians(angle)
    placed = pose(SHAPE.bones, q)
    around = flesh.world(placed)[0] + np.random.default_rng(2).normal(scale=0.05, size=flesh.centres.shape)
    bones = np.concatenate([placed.rotation[0], placed.origin[0][:, :, None]], axis=-1)
    painted, _ = Solid.of("fist", bones.astype(np.float32)).distance(around.astype(np.float32))
    measured = drawn_distance(SHAPE, placed, np.zeros(len(around), np.intp), around)
    off = np.abs(painted - measured)[np.abs(measured) < 0.03]
    assert len(off) > 300
    assert np.median(off) < 0.0002
    assert off.max() < 0.004
