"""The marble that the toes pick up."""

import numpy as np
import pytest
from pydantic import ValidationError

from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement
from otehon.motion.perform import perform
from otehon.motion.performance import Performance
from otehon.studio.arrays import Doubles
from otehon.studio.marbles import MARBLE_RADIUS, SLICES, marbles


def _written() -> Movement:
    movement = catalogue().get("marble_pickup").movement
    assert movement is not None
    return movement


def _middles(there: Performance, times: Doubles) -> Doubles:
    """(n, k, 3) of the marbles, from what is drawn."""
    drawn = marbles(there, there.pose(times), times)
    points = np.array([[cord.points for cord in row] for row in drawn], np.float64)
    return points.reshape(len(times), -1, SLICES * 2, 3).mean(axis=2)


def _lifted(there: Performance) -> float:
    held = next(p for p in there.passages if p.kind == "hold" and p.pose == "lifted")
    return (held.start + held.end) / 2


def test_one_marble_goes_up_with_the_toes_and_the_others_lie() -> None:
    there = perform(_written())
    lying, up = _middles(there, np.array([0.0, _lifted(there)]))
    assert up[0, 1] > 0.05
    np.testing.assert_allclose(up[1:], lying[1:], atol=1e-6)
    np.testing.assert_allclose(lying[:, 1], MARBLE_RADIUS, atol=1e-6)


def test_it_keeps_its_place_at_the_toes_and_jumps_nowhere() -> None:
    there = perform(_written())
    way = _middles(there, np.linspace(0, 2 * there.period, 400))[:, 0]
    assert np.linalg.norm(np.diff(way, axis=0), axis=1).max() < 0.006
    np.testing.assert_allclose(way[0], way[-1], atol=1e-6)


def test_the_left_toes_pick_up_the_mirror_image() -> None:
    there = perform(_written())
    at = np.array([_lifted(there)])
    mirrored = _middles(there.mirrored(), at)
    np.testing.assert_allclose(mirrored, _middles(there, at) * [1, 1, -1], atol=1e-6)


@pytest.mark.parametrize("change", [{"until": "closed"}, {"since": "nowhere"}])
def test_a_hold_that_never_ends_is_refused(change: dict[str, str]) -> None:
    data = _written().model_dump(by_alias=True, mode="json")
    data["props"]["held"].update(change)
    with pytest.raises(ValidationError, match="`held` needs"):
        Movement.model_validate(data)
