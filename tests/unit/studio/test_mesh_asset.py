from typing import get_args

import numpy as np
import pytest

from otehon.motion.flesh import HandShape
from otehon.studio.figure.asset import asset
from otehon.studio.sculpt.assemble import fingerprint
from otehon.studio.sculpt.solid import Solid

SHAPES: tuple[HandShape, ...] = get_args(HandShape)


@pytest.mark.parametrize("hands", SHAPES)
def test_the_stored_mesh_is_made_of_todays_flesh(hands: HandShape) -> None:
    assert asset(hands).fingerprint == fingerprint(hands), "the flesh has changed: run `make meshes`"


@pytest.mark.parametrize("hands", SHAPES)
def test_every_vertex_lies_on_the_skin(hands: HandShape) -> None:
    mesh = asset(hands).mesh
    distance, _ = Solid.of(hands, mesh.rest).distance(mesh.vertices)

    assert np.abs(distance).max() < 0.0005


@pytest.mark.parametrize("hands", SHAPES)
def test_the_skin_is_closed(hands: HandShape) -> None:
    mesh = asset(hands).mesh
    same = np.arange(len(mesh.vertices))
    same[mesh.twins[:, 1]] = mesh.twins[:, 0]
    corners = same[mesh.triangles]
    sides = np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]), 1)
    _, uses = np.unique(sides, axis=0, return_counts=True)

    assert (uses % 2 == 0).all()


def test_a_working_muscle_is_tinted_on_its_own_side_only() -> None:
    coach = asset("fist")
    plain, tinted = coach.albedo({}), coach.albedo({"quadriceps_r": 1.0})
    changed = np.abs(tinted - plain).max(0) > 0.05
    z = coach.mesh.vertices[changed, 2]

    assert changed.sum() > 50
    assert (z > 0).all()
