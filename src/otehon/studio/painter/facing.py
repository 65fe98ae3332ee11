"""Which vertices are worth shading: those of triangles that face the camera, or may after the snap."""

import numpy as np

from otehon.studio.arrays import Bytes, Floats
from otehon.studio.jit import kernel
from otehon.studio.painter.mesh import Mesh
from otehon.studio.painter.view import project

# The snap moves a vertex by pixels, so a triangle that turns away by less than this (twice its area) may turn
# back.
MARGIN = np.float32(6)


@kernel
def mark_facing(mesh: Mesh, view: Floats, points: Floats, screen: Floats, needed: Bytes) -> None:
    """Set `needed` (n,) to 1 where a vertex must be shaded; `screen` (2, n) is scratch."""
    for i in range(points.shape[1]):
        across, down, _ = project(view, points[0, i], points[1, i], points[2, i])
        screen[0, i] = across
        screen[1, i] = down
        needed[i] = 0
    for t in range(mesh.triangles.shape[0]):
        a, b, c = mesh.triangles[t, 0], mesh.triangles[t, 1], mesh.triangles[t, 2]
        ab = (screen[0, b] - screen[0, a]) * (screen[1, c] - screen[1, a])
        ac = (screen[1, b] - screen[1, a]) * (screen[0, c] - screen[0, a])
        if mesh.joint[t] or ab - ac < MARGIN:
            needed[a] = 1
            needed[b] = 1
            needed[c] = 1
    for t in range(mesh.twins.shape[0]):
        a, b = mesh.twins[t, 0], mesh.twins[t, 1]
        if needed[a] or needed[b]:
            needed[a] = 1
            needed[b] = 1
