import numpy as np
import pytest

from otehon.motion.flesh import GATES, HandShape, flesh
from otehon.motion.skeleton import skeleton

BONES = skeleton()
SHAPES: list[HandShape] = ["flat", "fist", "grip"]


@pytest.mark.parametrize("hands", SHAPES)
def test_every_capsule_has_its_own_name_and_rides_on_a_body(hands: HandShape) -> None:
    capsules = flesh(hands)
    assert len({c.name for c in capsules}) == len(capsules)
    assert {c.body for c in capsules} <= set(BONES.bodies)


@pytest.mark.parametrize("hands", SHAPES)
def test_capsules_are_solid(hands: HandShape) -> None:
    for capsule in flesh(hands):
        assert min(capsule.radius) > 0.004, capsule.name
        assert min(capsule.width) >= 0
        assert np.linalg.norm(capsule.across) == pytest.approx(1)
        axis = np.subtract(capsule.end, capsule.start)
        if max(capsule.width):
            assert abs(axis @ capsule.across) <= 0.05 * np.linalg.norm(axis), capsule.name


@pytest.mark.parametrize("hands", SHAPES)
def test_the_left_is_the_right_reflected(hands: HandShape) -> None:
    capsules = {c.name: c for c in flesh(hands)}
    for name, right in capsules.items():
        if right.side != "r":
            continue
        left = capsules[name[:-1] + "l"]
        assert left.side == "l"
        assert left.body[-2:] == ("_l" if right.body.endswith("_r") else right.body[-2:])
        np.testing.assert_allclose(left.start, np.multiply(right.start, [1, 1, -1]))
        assert left.tints == right.tints


def test_flesh_grows_with_stature() -> None:
    small, tall = flesh("fist", 1.5), flesh("fist", 1.8)
    for a, b in zip(small, tall, strict=True):
        np.testing.assert_allclose(np.multiply(a.end, 1.8 / 1.5), b.end)
        assert b.radius[0] == pytest.approx(a.radius[0] * 1.2)


def test_every_limb_has_a_gate() -> None:
    groups = {c.group for c in flesh()} - {"trunk"}
    assert groups == {gate.group for gate in GATES}
