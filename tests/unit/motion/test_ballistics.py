import numpy as np
import pytest

from otehon.motion.ballistics import GRAVITY, arcs, centres
from otehon.motion.skeleton import Array
from otehon.motion.timeline import Kind, Span, Timeline


def hopping() -> Timeline:
    kinds: list[tuple[float, float, Kind]] = [
        (0.0, 0.2, "move"),
        (0.2, 0.35, "flight"),
        (0.35, 0.5, "flight"),
    ]
    spans = tuple(Span(a, b, kind, frozenset(), stops=False, caption=None) for a, b, kind in kinds)
    return Timeline(("land", "leave", "top", "land"), spans, "same")


MASSES = np.array([[0.0, 0.995, 0.0], [0.0, 1.0, 0.01], [0.0, 5.0, 0.0], [0.0, 0.995, 0.0]])
FLYING = arcs(hopping(), MASSES)


def height(t: Array) -> Array:
    return centres(FLYING, t)[:, 1]


def test_a_flight_falls_with_gravity_and_rises_by_what_its_time_says() -> None:
    t = np.linspace(0.2, 0.499, 300)
    y = height(t)
    np.testing.assert_allclose(np.diff(y, 2) / np.diff(t)[0] ** 2, -GRAVITY, rtol=1e-4)
    assert y.max() - 0.9975 == pytest.approx(GRAVITY * 0.3**2 / 8, abs=0.001)


def test_height_speed_and_acceleration_run_on_where_the_feet_leave_and_land() -> None:
    h = 1e-4
    for at in (0.2, 0.5):
        t = at + h * np.array([-3.0, -2, -1, 0, 1, 2, 3])
        y = height(np.where(t < 0.5, t, t - 0.5))
        speed = np.diff(y) / h
        assert np.abs(np.diff(speed)).max() < 2 * GRAVITY * h
        acceleration = np.diff(speed) / h
        np.testing.assert_allclose(acceleration, -GRAVITY, atol=1.0)


def test_on_the_ground_the_feet_only_push() -> None:
    t = np.linspace(0.0, 0.1999, 200)
    acceleration = np.diff(height(t), 2) / np.diff(t)[0] ** 2
    assert (acceleration >= -GRAVITY - 0.01).all()
    assert height(t).min() < 0.97


def test_without_a_flight_nothing_is_asked() -> None:
    span = Span(0.0, 1.0, "move", frozenset(), stops=False, caption=None)
    assert arcs(Timeline(("a", "a"), (span,), "same"), MASSES[:2]) == ()
    assert np.isnan(centres((), np.array([0.5]))).all()
