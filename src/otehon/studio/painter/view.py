"""The camera and the light as one packed row for the kernels."""

import numpy as np

from otehon.studio.arrays import Floats, Number
from otehon.studio.jit import kernel

# Places in the packed row: vectors of three, the size of a pixel at unit depth, the picture's centre, the
# light.
EYE, RIGHT, UP, AHEAD, PIXEL, CENTRE_X, CENTRE_Y, LIGHT = 0, 3, 6, 9, 12, 13, 14, 15
LENGTH = 18


@kernel
def project(view: Floats, x: Number, y: Number, z: Number) -> tuple[float, float, float]:
    """World metres to picture: x, y in pixels and the depth in metres."""
    dx, dy, dz = x - view[0], y - view[1], z - view[2]
    depth = dx * view[9] + dy * view[10] + dz * view[11]
    scale = np.float32(1) / (view[12] * depth)
    across = view[13] + scale * (dx * view[3] + dy * view[4] + dz * view[5])
    down = view[14] - scale * (dx * view[6] + dy * view[7] + dz * view[8])
    return across, down, depth


@kernel
def project_all(view: Floats, points: Floats, out: Floats) -> None:
    """Project points (n, 3): x, y and depth into the first columns of `out`."""
    for i in range(points.shape[0]):
        across, down, depth = project(view, points[i, 0], points[i, 1], points[i, 2])
        out[i, 0] = across
        out[i, 1] = down
        out[i, 2] = depth
