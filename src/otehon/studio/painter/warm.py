"""Runs every kernel once, so that it is compiled and kept."""

from collections.abc import Iterator

import numpy as np

from otehon.studio.camera import Balls, Direction, fit
from otehon.studio.painter.marks import draw_marks
from otehon.studio.painter.mesh import Mesh
from otehon.studio.painter.painter import Cord, Figure, Painter
from otehon.studio.painter.primitives import Primitives
from otehon.studio.scene.scene import Furniture, build_scene
from otehon.studio.size import Size


def warm_kernels(mesh: Mesh, primitives: Primitives) -> Iterator[str]:
    """Paint the figure at rest with a cord in a tiny picture; yields when the painter is ready."""
    size = Size(64, 48)
    camera = fit(
        Balls(mesh.vertices.astype(np.float64), np.zeros(len(mesh.vertices))), Direction(30, 10), size
    )
    scene = build_scene(camera, size, Furniture())
    figure = Figure(mesh, primitives, np.full((3, len(mesh.vertices)), 0.5, np.float32))
    for luma in (scene.background.luma.copy(), np.zeros((48, 80), np.uint8)[:, :64]):
        # Of a width that the encoder pads, its canvas is a part of an array.
        draw_marks(np.zeros((1, 2, 3), np.float32), scene.view, scene.bare, luma)
    cord = Cord(mesh.vertices[:4].copy(), 0.01, np.array([128, 128, 128], np.float32))
    Painter(figure, scene).paint(mesh.rest, scene.background.copied(), (cord,))
    yield "painter"
