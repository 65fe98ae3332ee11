import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.checks.examine import examine
from otehon.motion.perform import perform
from otehon.motion.props import Row
from otehon.studio.rehearsal import rehearsed
from otehon.studio.rods import rods


def hurdled(**changes: float) -> Movement:
    found = catalogue().get("mini_hurdle").movement
    assert found is not None
    row = found.props.hurdles
    assert row is not None
    props = found.props.model_copy(update={"hurdles": row.model_copy(update=changes)})
    return found.model_copy(update={"props": props})


def test_a_row_goes_with_the_ground() -> None:
    row = Row(height=0.15, every=0.5, first=0.2, width=0.5)
    np.testing.assert_allclose(row.places(0.0, 1.0), [-0.8, -0.3, 0.2, 0.7])
    np.testing.assert_allclose(row.places(-0.1, 1.0), [-0.9, -0.4, 0.1, 0.6])
    np.testing.assert_allclose(row.places(-0.5, 1.0), row.places(0.0, 1.0))


@pytest.mark.parametrize("changes", [{"height": 0.35}, {"first": 0.0}])
def test_running_into_a_hurdle_fails(changes: dict[str, float]) -> None:
    spoilt = hurdled(**changes)
    (worst, *_) = examine(spoilt, perform(spoilt)).of("sinking")
    assert not worst.passed
    assert "into a hurdle" in worst.sentence


@pytest.mark.parametrize("drill", ["mini_hurdle", "ladder"])
def test_what_is_drawn_on_the_ground_repeats_with_the_cycle(drill: str) -> None:
    movement = catalogue().get(drill).movement
    assert movement is not None
    there = rehearsed(movement, "both")
    first, last = rods(there, np.array([0.0, there.period]))
    assert len(first) == len(last)
    for ours, theirs in zip(first, last, strict=True):
        np.testing.assert_allclose(ours.points, theirs.points, atol=1e-5)
