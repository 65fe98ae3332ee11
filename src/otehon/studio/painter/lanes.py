"""Scratch rows for a block of vertices that are worked on together, so that the loops vectorise."""

from typing import NamedTuple

import numpy as np

from otehon.studio.arrays import Floats

LANES = 32


class Points(NamedTuple):
    """Places or directions, three rows of (LANES,)."""

    x: Floats
    y: Floats
    z: Floats


class Field(NamedTuple):
    """Signed distance and its gradient, four rows of (LANES,)."""

    d: Floats
    x: Floats
    y: Floats
    z: Floats


class Lanes(NamedTuple):
    """A block's vertices, the tap outside them, the normals, the field of the trunk and of one limb, and
    light."""

    point: Points
    tap: Points
    normal: Points
    whole: Field
    limb: Field
    occlusion: Floats
    albedo: Points
    colour: Points


def lanes() -> Lanes:
    """Fresh scratch."""
    rows = list(np.zeros((24, LANES), np.float32))
    take = iter(rows)

    def points() -> Points:
        return Points(next(take), next(take), next(take))

    def field() -> Field:
        return Field(next(take), next(take), next(take), next(take))

    return Lanes(points(), points(), points(), field(), field(), next(take), points(), points())
