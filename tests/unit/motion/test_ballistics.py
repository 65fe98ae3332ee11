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
STILL = np.zeros(3)
FLYING = arcs(hopping(), MASSES, STILL)


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
    assert arcs(Timeline(("a", "a"), (span,), "same"), MASSES[:2], STILL) == ()
    assert np.isnan(centres((), np.array([0.5]))).all()


def jumping() -> Timeline:
    """Lands into a hold across the seam, stands up, dips to a stop, leaves and flies."""
    kinds: list[tuple[float, float, Kind, bool]] = [
        (0.0, 0.3, "move", False),
        (0.3, 1.0, "hold", False),
        (1.0, 1.6, "move", True),
        (1.6, 2.0, "move", False),
        (2.0, 2.4, "flight", False),
    ]
    spans = tuple(Span(a, b, kind, frozenset(), stops=stops, caption=None) for a, b, kind, stops in kinds)
    return Timeline(("touch", "land", "land", "dip", "leave", "touch"), spans, "same")


HEIGHTS = np.array([1.0, 0.75, 0.75, 0.65, 1.05, 1.0])
AHEAD = np.array([-0.5, 0.0, 0.0, -0.05, 0.0, -0.5])
JUMP = arcs(jumping(), np.stack([AHEAD, HEIGHTS, np.zeros(6)], axis=1), STILL)


def test_between_the_rests_of_a_stretch_on_the_ground_nothing_is_asked() -> None:
    t = np.linspace(0.0, 2.3999, 2400)
    asked = ~np.isnan(centres(JUMP, t)[:, 0])
    np.testing.assert_array_equal(asked, (t < 0.3) | (t >= 1.6))


def test_a_rest_is_reached_and_left_without_speed_and_without_a_jerk() -> None:
    h = 1e-4
    for at, key, side in ((0.3, 1, -1), (1.6, 3, 1)):
        t = at + side * h * np.array([1e-6, 1.0, 2.0])
        place = centres(JUMP, np.sort(t))
        np.testing.assert_allclose(centres(JUMP, t)[0, :2], [AHEAD[key], HEIGHTS[key]], atol=1e-4)
        assert np.abs(np.diff(place, axis=0) / h).max() < 0.01
        assert np.abs(np.diff(place, 2, axis=0) / h**2).max() < 1.0


def test_a_flight_takes_over_from_the_push_and_hands_over_to_the_landing() -> None:
    h = 1e-4
    for at in (2.0, 2.4):
        t = at + h * np.array([-3.0, -2, -1, 0, 1, 2, 3])
        speed = np.diff(centres(JUMP, np.where(t < 2.4, t, t - 2.4))[:, :2], axis=0) / h
        acceleration = np.diff(speed, axis=0) / h
        np.testing.assert_allclose(acceleration[:, 1], -GRAVITY, atol=0.5)
        np.testing.assert_allclose(acceleration[:, 0], 0.0, atol=0.5)


def test_a_body_that_travels_rests_on_its_ground() -> None:
    ground = np.array([-0.2, 0.0, 0.0])
    places = centres(
        arcs(jumping(), np.stack([AHEAD, HEIGHTS, np.zeros(6)], axis=1), ground), np.array([1.6, 1.601])
    )
    assert (places[1, 0] - places[0, 0]) / 0.001 == pytest.approx(-0.2, abs=0.01)
