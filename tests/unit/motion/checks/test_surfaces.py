import numpy as np
import pytest

from otehon.motion.checks.surfaces import FLOOR, Box, Plane, Rod

WALL = Plane("wall", (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0))
BAR = Rod("bar", (0.0, 2.0, 0.0), 0.02, 1.0)
STEP = Box("step", (0.0, 0.0, -0.5), (0.4, 0.2, 0.5))


def test_a_plane_measures_along_its_normal() -> None:
    at = np.array([[0.7, 0.3, 5.0], [1.1, -0.1, 0.0]])
    np.testing.assert_allclose(FLOOR.distance(at), [0.3, -0.1])
    np.testing.assert_allclose(WALL.distance(at), [0.3, -0.1])
    np.testing.assert_allclose(WALL.outward(at), [[-1, 0, 0], [-1, 0, 0]])


@pytest.mark.parametrize(
    ("at", "distance", "outward"),
    [
        ((0.2, 0.5, 0.0), 0.3, (0, 1, 0)),
        ((-0.1, 0.1, 0.0), 0.1, (-1, 0, 0)),
        ((0.2, 0.15, 0.0), -0.05, (0, 1, 0)),
        ((0.38, 0.1, 0.0), -0.02, (1, 0, 0)),
        ((0.2, 0.1, -0.49), -0.01, (0, 0, -1)),
        ((-0.3, 0.6, 0.0), 0.5, (-0.6, 0.8, 0)),
    ],
)
def test_a_box_measures_to_its_nearest_face_or_edge(
    at: tuple[float, float, float], distance: float, outward: tuple[float, float, float]
) -> None:
    point = np.array([[at]])
    assert STEP.distance(point)[0, 0] == pytest.approx(distance)
    np.testing.assert_allclose(STEP.outward(point)[0, 0], outward, atol=1e-9)


@pytest.mark.parametrize(
    ("at", "distance", "outward"),
    [
        ((0.0, 2.1, 0.3), 0.08, (0, 1, 0)),
        ((-0.01, 2.0, 0.0), -0.01, (-1, 0, 0)),
        ((0.03, 1.96, -0.5), 0.03, (0.6, -0.8, 0)),
        ((0.0, 2.0, 0.6), 0.08, (0, 0, 1)),
    ],
)
def test_a_rod_measures_to_its_round_skin_and_its_ends(
    at: tuple[float, float, float], distance: float, outward: tuple[float, float, float]
) -> None:
    point = np.array([at])
    assert BAR.distance(point)[0] == pytest.approx(distance)
    np.testing.assert_allclose(BAR.outward(point)[0], outward, atol=1e-9)
