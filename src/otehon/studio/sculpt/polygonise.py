"""The resting flesh as a dense closed mesh: its field is sampled near the skin, then marching cubes."""

from collections.abc import Callable
from typing import cast

import numpy as np
import skimage.measure

from otehon.studio.arrays import Floats, Ints
from otehon.studio.sculpt.solid import Solid

VOXEL = 0.004
COARSE = 4
MARGIN = 0.03

_Surface = Callable[[Floats, float], tuple[Floats, Ints, Floats, Floats]]


def polygonise(solid: Solid) -> tuple[Floats, Ints]:
    """Vertices (n, 3), metres, and triangles (t, 3)."""
    low, shape = _extent(solid)
    volume = _sample(solid, low, shape)
    marching_cubes = cast(_Surface, skimage.measure.marching_cubes)
    vertices, triangles, _, _ = marching_cubes(volume, 0.0)
    return (vertices * VOXEL + low + VOXEL / 2).astype(np.float32), triangles.astype(np.int32)


def _extent(solid: Solid) -> tuple[Floats, tuple[int, int, int]]:
    ends = np.concatenate([solid.posed[:, :3], solid.posed[:, :3] + solid.posed[:, 3:6]])
    thick = solid.posed[:, 7:9].max() + solid.posed[:, 13:15].max() + MARGIN
    low, high = ends.min(0) - thick, ends.max(0) + thick
    cells = np.ceil((high - low) / (VOXEL * COARSE)).astype(int)
    return low, (int(cells[0]), int(cells[1]), int(cells[2]))


def _sample(solid: Solid, low: Floats, shape: tuple[int, int, int]) -> Floats:
    """The field on the fine grid: exact near the skin, the coarse cell's value elsewhere."""
    side = VOXEL * COARSE
    cells = np.indices(shape).reshape(3, -1).T
    coarse, _ = solid.distance((low + (cells + 0.5) * side).astype(np.float32))
    near = cells[np.abs(coarse) < side * 1.5]
    volume = coarse.reshape(shape)
    for axis in range(3):
        volume = np.repeat(volume, COARSE, axis)
    inner = np.indices((COARSE,) * 3).reshape(3, -1).T
    fine = (near[:, None] * COARSE + inner[None]).reshape(-1, 3)
    volume[tuple(fine.T)], _ = solid.distance((low + (fine + 0.5) * VOXEL).astype(np.float32))
    return volume
