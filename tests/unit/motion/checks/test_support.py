import numpy as np
import pytest

from otehon.motion.checks.support import hull, margin

SQUARE = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1]])


def test_the_hull_keeps_the_corners_alone() -> None:
    inner = np.array([[0.5, 0.5], [0.5, 0.0], [0.2, 0.9]])
    corners = hull(np.concatenate([inner, SQUARE[::-1], SQUARE]))
    assert {tuple(corner) for corner in corners} == {tuple(corner) for corner in SQUARE}


@pytest.mark.parametrize(
    ("point", "expected"),
    [((0.5, 0.4), 0.4), ((0.9, 0.5), 0.1), ((1.2, 0.5), -0.2), ((1.3, 1.4), -0.5), ((0.5, 0.0), 0.0)],
)
def test_the_margin_is_the_distance_to_the_edge(point: tuple[float, float], expected: float) -> None:
    assert margin(np.array(point), hull(SQUARE)) == pytest.approx(expected)


def test_on_a_line_or_a_point_nothing_is_inside() -> None:
    assert margin(np.array([0.5, 0.3]), hull(np.array([[0.0, 0], [1, 0]]))) == pytest.approx(-0.3)
    assert margin(np.array([3.0, 4.0]), hull(np.zeros((1, 2)))) == pytest.approx(-5)
    assert margin(np.zeros(2), hull(np.zeros((0, 2)))) == -np.inf
