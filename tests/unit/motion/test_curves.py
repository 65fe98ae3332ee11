import numpy as np
import pytest

from otehon.motion.curves import agreed, bends, kept_above, quintic, slopes

TIMES = np.array([0.0, 1.0, 1.5, 3.0])
VALUES = np.array([[0.0], [1.0], [2.0], [2.0]])


def test_a_key_on_the_way_is_passed_at_speed_and_a_turn_or_a_rest_is_not() -> None:
    speeds = slopes(TIMES, VALUES, np.array([-1.0]), np.array([0.0]))
    assert speeds[0, 0] == 0
    assert 1.0 < speeds[1, 0] < 2.0
    assert speeds[2, 0] == 0


def test_the_curve_meets_its_keys_with_their_speeds_and_accelerations() -> None:
    speeds = np.array([[0.0], [1.3], [0.0], [0.0]])
    bent = np.array([[2.0], [-1.0], [0.0], [0.0]])
    h = 1e-4
    for k, t in enumerate(TIMES[:-1]):
        q = quintic(TIMES, VALUES, speeds, bent, np.array([t, t + h, t + 2 * h]))[:, 0]
        assert q[0] == pytest.approx(VALUES[k, 0])
        assert (q[1] - q[0]) / h == pytest.approx(speeds[k, 0], abs=1e-3)
        assert (q[2] - 2 * q[1] + q[0]) / h**2 == pytest.approx(bent[k, 0], abs=0.05)


def test_between_rests_the_curve_never_overshoots() -> None:
    q = quintic(
        np.array([0.0, 1.0]),
        np.array([[0.0], [1.0]]),
        np.zeros((2, 1)),
        np.zeros((2, 1)),
        np.linspace(0, 1, 101),
    )
    assert (np.diff(q[:, 0]) >= -1e-12).all()
    assert q.max() <= 1.0


def test_a_height_is_kept_above_the_floor_without_a_kink() -> None:
    height = np.linspace(-0.05, 0.05, 2001)
    kept = kept_above(height, 0.01)
    assert kept.min() >= 0
    assert (kept >= height - 1e-12).all()
    np.testing.assert_allclose(kept[height >= 0.01], height[height >= 0.01])
    assert np.abs(np.diff(np.diff(kept) / np.diff(height))).max() < 0.01


def test_a_turn_keeps_its_acceleration_and_a_passage_or_a_rest_has_none() -> None:
    times, values = np.array([0.0, 1.0, 2.0]), np.array([[0.0], [1.0], [0.0]])
    start, end = bends(times, values, np.zeros((3, 1)))
    assert agreed(end[:1], start[1:])[0, 0] == pytest.approx(-6.0)
    assert agreed(np.array([3.0]), np.array([-2.0])) == 0
    assert agreed(np.array([3.0]), np.array([0.0])) == 0
