"""The flesh as a cloud of balls: each capsule is the union of the balls along and across its line."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from otehon.motion.checks.figure import Figure, figure
from otehon.motion.flesh import Capsule, HandShape
from otehon.motion.kinematics import Pose, points
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.skeleton import Array, Indices
from otehon.motion.skin import radius

_SPACING: Final = 0.8
"""Distance of neighbouring balls in radii: between them the surface is missed by at most 8 % of the radius,
and by nothing on a flat floor."""


@dataclass(frozen=True)
class Balls:
    """`k` balls that fill a figure's flesh.

    Args:
        shape: the figure.
        capsules: (k,) the capsule that each belongs to.
        bodies: (k,) the body that carries it.
        centres: (k, 3) in that body's frame, metres.
        radii: (k,) metres.
        along: (k,) place 0..1 on the capsule's line.
        across: (k,) place -1..1 over its width; 0 where it has none.
    """

    shape: Figure
    capsules: Indices
    bodies: Indices
    centres: Array
    radii: Array
    along: Array
    across: Array

    def world(self, placed: Pose) -> Array:
        """(n, k, 3) the centres in the world."""
        return points(placed, self.bodies, self.centres)


@cache
def balls(hands: HandShape = "fist", stature: float = REFERENCE_STATURE) -> Balls:
    """The balls of the figure with hands of this shape, of this stature in metres."""
    shape = figure(hands, stature)
    places = [_places(capsule) for capsule in shape.capsules]
    owners = np.repeat(np.arange(len(places)), [len(place) for place in places])
    along, across = np.concatenate(places).T
    rows = zip(shape.capsules, places, strict=True)
    filled = [_fill(capsule, *place.T) for capsule, place in rows]
    return Balls(
        shape=shape,
        capsules=owners,
        bodies=shape.bodies[owners],
        centres=np.concatenate([centres for centres, _ in filled]),
        radii=np.concatenate([radii for _, radii in filled]),
        along=along,
        across=across,
    )


def _places(capsule: Capsule) -> Array:
    """(m, 2) places along and across."""
    step = _SPACING * min(capsule.radius)
    length = float(np.linalg.norm(np.subtract(capsule.end, capsule.start)))
    along = np.linspace(0, 1, 1 + max(1, int(np.ceil(length / step))))
    wide = int(np.ceil(2 * max(capsule.width) / step))
    across = np.linspace(-1, 1, wide + 1) if wide else np.zeros(1)
    return np.stack(np.meshgrid(along, across, indexing="ij"), -1).reshape(-1, 2)


def _fill(capsule: Capsule, along: Array, across: Array) -> tuple[Array, Array]:
    start, end = np.asarray(capsule.start), np.asarray(capsule.end)
    width = capsule.width[0] + (capsule.width[1] - capsule.width[0]) * along
    aside = (across * width)[:, None] * np.asarray(capsule.across)
    return start + along[:, None] * (end - start) + aside, radius(capsule, along)
