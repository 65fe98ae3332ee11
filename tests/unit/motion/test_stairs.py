"""Stairs that rise behind a step."""

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.drills.variants import merged
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.sinking import sinking
from otehon.motion.perform import perform
from otehon.motion.props import Box, Props


def stair_jump(change: object) -> Movement:
    movement = catalogue().get("stair_jump").movement
    assert movement is not None
    written = movement.model_dump(mode="json", by_alias=True, exclude_none=True)
    return Movement.model_validate(merged(written, change))


def test_each_further_step_is_as_deep_and_as_high_as_the_first() -> None:
    props = perform(stair_jump({})).props
    assert props.step is not None
    assert [step.height for step in props.stairs] == pytest.approx([0.4, 0.6, 0.8])
    assert [step.x[0] for step in props.stairs] == pytest.approx([0.46, 0.81, 1.16])


def test_in_a_mirror_the_stairs_are_on_the_other_side() -> None:
    stairs = (Box((0.3, 0.6), (-0.5, 0.2), 0.4),)
    assert Props(stairs=stairs).mirrored(np.array([1.0, 1, -1])).stairs[0].z == (-0.2, 0.5)


def test_a_foot_that_runs_into_the_next_step_is_seen() -> None:
    straight = {"poses": {"reach": {"right": {"knee_angle": 60}}}}
    deep = [finding for finding in sinking(Evidence(perform(stair_jump(straight)))) if not finding.passed]
    assert any("step 2" in finding.sentence for finding in deep)
