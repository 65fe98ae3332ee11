"""What a pose can be asked for: spots that stand, hands that lie on the body, a centre of mass, spots kept
up."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from otehon.motion.kinematics import Pose, centre_of_mass, centre_of_mass_jacobian, jacobian, points
from otehon.motion.skeleton import Array, Indices, Skeleton
from otehon.motion.solver import Rows
from otehon.motion.spots import Spots


@dataclass(frozen=True)
class Standing:
    """Balls whose centres are where they should be.

    Args:
        spots: all spots of the body.
        which: (k,) indices of the standing ones.
        centres: (k, 3), or (n, k, 3) on ground that moves: where their centres belong, metres.
        held: (k, 3) along which world axes.
    """

    spots: Spots
    which: Indices
    centres: Array
    held: NDArray[np.bool_]

    def rows(self, bones: Skeleton, placed: Pose) -> Rows:
        """One row for every held axis of every spot."""
        bodies = self.spots.bodies[self.which]
        world = points(placed, bodies, self.spots.centres[self.which])
        moving = jacobian(bones, placed, bodies, world)
        return Rows(moving[:, self.held], (world - self.centres)[:, self.held])


@dataclass(frozen=True)
class Resting:
    """A spot of a hand lies on a site of the body.

    Args:
        spots: all spots of the body.
        spot: index of the hand's spot.
        site: index of the body that it rests on.
        local: (3,) where the spot's centre belongs in that body's frame, metres.
    """

    spots: Spots
    spot: int
    site: int
    local: Array

    def rows(self, bones: Skeleton, placed: Pose) -> Rows:
        """Three rows: the spot against the site that moves along."""
        bodies = np.array([self.spots.bodies[self.spot], self.site])
        world = points(placed, bodies, np.stack([self.spots.centres[self.spot], self.local]))
        moving = jacobian(bones, placed, bodies, world)
        return Rows(moving[:, 0] - moving[:, 1], world[:, 0] - world[:, 1])


@dataclass(frozen=True)
class Centred:
    """The centre of mass is at (n, 3) `places`, along the world axes that are not NaN there, metres."""

    places: Array

    def rows(self, bones: Skeleton, placed: Pose) -> Rows:
        """One row for every axis that is asked for at any instant."""
        asked = ~np.isnan(self.places)
        used = asked.any(axis=0)
        off = np.where(asked, centre_of_mass(bones, placed) - self.places, 0.0)
        moving = centre_of_mass_jacobian(bones, placed) * asked[..., None]
        return Rows(moving[:, used], off[:, used])


@dataclass(frozen=True)
class Lifted:
    """Spots at given heights, at the instants where they must be kept from sinking.

    Args:
        spots: all spots of the body.
        which: (k,) indices.
        heights: (n, k) of the balls' lowest points above the floor, metres; NaN asks for nothing.
    """

    spots: Spots
    which: Indices
    heights: Array

    def rows(self, bones: Skeleton, placed: Pose) -> Rows:
        """One row for every spot."""
        asked = ~np.isnan(self.heights)
        bodies = self.spots.bodies[self.which]
        world = points(placed, bodies, self.spots.centres[self.which])
        off = np.where(asked, world[..., 1] - self.spots.radii[self.which] - self.heights, 0.0)
        return Rows(jacobian(bones, placed, bodies, world)[:, :, 1] * asked[..., None], off)


def clearance(spots: Spots, which: Indices, placed: Pose) -> Array:
    """(n, k) heights of the balls' lowest points above the floor, metres."""
    world = points(placed, spots.bodies[which], spots.centres[which])
    return world[..., 1] - spots.radii[which]
