import numpy as np
import pytest

from otehon.motion.kinematics import (
    BASES,
    MIRROR,
    MIRRORED_BASE,
    Base,
    centre_of_mass,
    centre_of_mass_jacobian,
    jacobian,
    mirrored,
    points,
    pose,
)
from otehon.motion.skeleton import Array, skeleton

BONES = skeleton()
EVERYWHERE = np.arange(len(BONES.bodies))


def random_coordinates(n: int, seed: int = 1) -> Array:
    rng = np.random.default_rng(seed)
    return rng.uniform(np.maximum(BONES.lower, -1), np.minimum(BONES.upper, 1), (n, len(BONES.coordinates)))


def test_rotations_are_rotations() -> None:
    placed = pose(BONES, random_coordinates(5))
    product = placed.rotation @ placed.rotation.swapaxes(-1, -2)
    np.testing.assert_allclose(product, np.broadcast_to(np.eye(3), product.shape), atol=1e-12)


@pytest.mark.parametrize("base", BASES)
def test_the_jacobian_is_the_derivative(base: Base) -> None:
    q = random_coordinates(1)
    local = np.random.default_rng(2).normal(0, 0.1, (len(EVERYWHERE), 3))
    placed = pose(BONES, q, base)
    exact = jacobian(BONES, placed, EVERYWHERE, points(placed, EVERYWHERE, local))[0]
    step = 1e-6
    for k in range(len(BONES.coordinates)):
        there, back = q.copy(), q.copy()
        there[0, k] += step
        back[0, k] -= step
        change = points(pose(BONES, there, base), EVERYWHERE, local) - points(
            pose(BONES, back, base), EVERYWHERE, local
        )
        np.testing.assert_allclose(exact[:, :, k], change[0] / (2 * step), atol=1e-8)


def test_the_jacobian_of_the_centre_of_mass_is_its_derivative() -> None:
    q = random_coordinates(1)
    exact = centre_of_mass_jacobian(BONES, pose(BONES, q))[0]
    for k in range(len(BONES.coordinates)):
        there = q.copy()
        there[0, k] += 1e-6
        change = centre_of_mass(BONES, pose(BONES, there)) - centre_of_mass(BONES, pose(BONES, q))
        np.testing.assert_allclose(exact[:, k], change[0] / 1e-6, atol=1e-5)


@pytest.mark.parametrize("base", BASES)
def test_mirroring_reflects_every_body_onto_its_partner(base: Base) -> None:
    q = random_coordinates(3)
    image = pose(BONES, mirrored(BONES, q, base), MIRRORED_BASE[base])
    partner = [BONES.body(_partner(name)) for name in BONES.bodies]
    expected = pose(BONES, q, base).origin[:, partner] * MIRROR[base]
    np.testing.assert_allclose(image.origin, expected, atol=1e-12)


def _partner(name: str) -> str:
    return {"r": name[:-1] + "l", "l": name[:-1] + "r"}[name[-1]] if name[-2:] in ("_r", "_l") else name


def test_mirroring_twice_changes_nothing() -> None:
    q = random_coordinates(4)
    np.testing.assert_allclose(mirrored(BONES, mirrored(BONES, q)), q)


def test_lying_bases_put_the_head_and_the_face_where_they_say() -> None:
    head, face = np.array([BONES.body("head")] * 2), np.array([[0.0, 0, 0], [0.1, 0, 0]])
    q = np.zeros(len(BONES.coordinates))
    where = {base: points(pose(BONES, q, base), head, face)[0] for base in BASES}
    assert where["prone"][0, 0] > 0.4
    assert where["supine"][0, 0] < -0.4
    assert where["side_right"][0, 0] < -0.4
    assert where["side_left"][0, 0] > 0.4
    gaze = {base: (ends[1] - ends[0]) / 0.1 for base, ends in where.items()}
    np.testing.assert_allclose(gaze["prone"], [0, -1, 0], atol=1e-9)
    np.testing.assert_allclose(gaze["supine"], [0, 1, 0], atol=1e-9)
    np.testing.assert_allclose(gaze["side_right"], [0, 0, 1], atol=1e-9)
    np.testing.assert_allclose(gaze["side_left"], [0, 0, 1], atol=1e-9)


def test_lying_on_the_right_side_puts_the_right_hip_below() -> None:
    origin = pose(BONES, np.zeros(len(BONES.coordinates)), "side_right").origin[0]
    assert origin[BONES.body("femur_r"), 1] < origin[BONES.body("femur_l"), 1]


@pytest.mark.parametrize("stature", [1.5, 1.72, 1.9])
def test_the_body_is_as_tall_as_it_should_be_and_its_mass_lies_where_de_leva_has_it(stature: float) -> None:
    bones = skeleton(stature)
    placed = pose(bones, np.zeros(len(bones.coordinates)))
    sole = placed.origin[0, bones.body("toes_r"), 1] - 0.012 * stature / 1.72
    crown = points(placed, np.array([bones.body("head")]), np.array([[0, 0.21 * stature / 1.72, 0]]))[0, 0, 1]
    assert (crown - sole) / stature == pytest.approx(1.0, abs=0.02)
    height = (centre_of_mass(bones, placed)[0, 1] - sole) / stature
    assert 0.54 < height < 0.585


def test_masses_are_a_whole_and_alike_on_both_sides() -> None:
    assert BONES.masses.sum() == pytest.approx(1.0)
    for name in BONES.bodies:
        i, j = BONES.body(name), BONES.body(_partner(name))
        assert BONES.masses[i] == BONES.masses[j]
        np.testing.assert_allclose(BONES.centres[i], BONES.centres[j] * [1, 1, -1 if i != j else 1])
