"""A bench: a step with room under it, on which the inner edge of a foot rests."""

from dataclasses import replace
from functools import cache

import numpy as np

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.examine import examine
from otehon.motion.checks.finding import Finding
from otehon.motion.kinematics import points, pose
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.motion.spots import spots


def plank() -> Movement:
    found = catalogue().get("copenhagen").movement
    assert found is not None
    return found


@cache
def performed() -> Performance:
    return perform(plank())


def failures(there: Performance) -> dict[str, Finding]:
    """The worst failure of each check that fails."""
    failed = [finding for finding in examine(plank(), there).findings if not finding.passed]
    return {finding.check: finding for finding in reversed(failed)}


def test_the_upper_foot_lies_on_the_bench_with_its_inner_edge() -> None:
    there = performed()
    step = there.props.step
    assert step is not None
    on_it = {touch.spot: touch.place for touch in there.touches if touch.surface == "step"}
    assert set(on_it) == {"inner_heel_r", "inner_ball_r"}
    np.testing.assert_allclose([place[1] for place in on_it.values()], step.height, atol=1e-4)
    assert all(step.x[0] < x < step.x[1] and step.z[0] < z < step.z[1] for x, _, z in on_it.values())


def test_the_inner_edges_are_those_between_the_feet() -> None:
    bones, found = performed().bones, spots(performed().bones, "fist")
    standing = pose(bones, np.zeros(len(bones.coordinates)))
    world = points(standing, found.bodies, found.centres)[0]
    depth = {name: world[i, 2] for i, name in enumerate(found.names)}
    assert depth["inner_ball_r"] < depth["edge_ball_r"]
    assert depth["inner_ball_l"] > depth["edge_ball_l"]
    assert depth["inner_ball_l"] < 0 < depth["inner_ball_r"]


def test_the_lower_leg_has_room_under_a_bench_and_none_in_a_box() -> None:
    there = performed()
    step = there.props.step
    assert step is not None
    assert step.lower == step.height - 0.06
    box = replace(there, props=replace(there.props, step=replace(step, lower=0.0)))
    assert failures(there) == {}
    assert "inside the step" in failures(box)["sinking"].sentence


def test_a_bench_that_hangs_too_low_is_in_the_lower_leg() -> None:
    there = performed()
    step = there.props.step
    assert step is not None
    thick = replace(there, props=replace(there.props, step=replace(step, lower=0.2)))
    assert failures(thick)["sinking"].where.endswith("_l")


def test_without_its_bench_the_body_falls() -> None:
    there = performed()
    floor = tuple(touch for touch in there.touches if touch.surface == "floor")
    assert failures(replace(there, touches=floor))["balance"].value < -100
