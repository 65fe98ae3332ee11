import numpy as np
import pytest

from otehon.motion.support import hull, margin, moved_inside, support

SQUARE = hull([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.5), (0.2, 0.7)])


def test_the_hull_keeps_only_the_corners() -> None:
    assert {tuple(corner) for corner in SQUARE} == {(0, 0), (1, 0), (1, 1), (0, 1)}


@pytest.mark.parametrize(
    ("point", "inside"), [((0.5, 0.5), 0.5), ((0.9, 0.5), 0.1), ((1.2, 0.5), -0.2), ((0.5, -0.3), -0.3)]
)
def test_the_margin_is_the_distance_to_the_nearest_edge(point: tuple[float, float], inside: float) -> None:
    assert margin(np.array(point), SQUARE) == pytest.approx(inside)


def test_nothing_carries_a_body_without_contact() -> None:
    assert margin(np.zeros(2), hull([])) == -np.inf


def test_a_point_is_moved_no_farther_than_asked() -> None:
    moved = moved_inside(np.array([1.4, 0.5]), SQUARE, 0.1)
    assert margin(moved, SQUARE) == pytest.approx(0.1, abs=1e-5)
    np.testing.assert_allclose(moved_inside(np.array([0.4, 0.5]), SQUARE, 0.1), [0.4, 0.5])


def test_a_ball_carries_a_little_around_its_touch() -> None:
    area = support(np.array([[0.0, 0, 0], [0.2, 0, 0], [0.1, 0, 0.2]]), np.array([0.01, 0.01, 0.01]))
    assert margin(np.array([0.1, 0.05]), area) > 0.05
    assert margin(np.array([0.0, 0.0]), area) == pytest.approx(0.008, abs=0.001)
