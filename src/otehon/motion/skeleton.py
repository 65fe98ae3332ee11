"""The body as arrays: bodies, joints, limits and masses of a person of a given stature."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from otehon.motion.joints import JOINTS, other_side
from otehon.motion.proportions import MASSES, REFERENCE_STATURE

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

TRANSLATIONS = ("pelvis_tx", "pelvis_ty", "pelvis_tz")
"""Where the pelvis is, in metres; the first three coordinates of every body."""


@dataclass(frozen=True)
class Skeleton:
    """A person's bones. `nb` bodies, `nd` coordinates: three translations, then angles.

    All of it follows from the stature, so two of one stature are equal.

    Args:
        stature: height in metres, barefoot.
        bodies: names, parents before children.
        parents: (nb,) index of each body's parent, -1 for the pelvis.
        offsets: (nb, 3) place of each body's joint in its parent's frame, metres.
        coordinates: names, in the order of a coordinate vector.
        owners: (nd,) the body that a coordinate moves; the pelvis for the translations.
        axes: (nd, 3) rotation axes in the parent's frame; 0 for the translations.
        lower: (nd,) least value, metres or radians.
        upper: (nd,) greatest value, metres or radians.
        moves: (nb, nd) whether a coordinate moves a body.
        masses: (nb,) fractions of the body's mass, summing to 1.
        centres: (nb, 3) centres of mass in the bodies' frames, metres.
    """

    stature: float
    bodies: tuple[str, ...] = field(compare=False)
    parents: Indices = field(compare=False)
    offsets: Array = field(compare=False)
    coordinates: tuple[str, ...] = field(compare=False)
    owners: Indices = field(compare=False)
    axes: Array = field(compare=False)
    lower: Array = field(compare=False)
    upper: Array = field(compare=False)
    moves: NDArray[np.bool_] = field(compare=False)
    masses: Array = field(compare=False)
    centres: Array = field(compare=False)

    def body(self, name: str) -> int:
        """Index of a body by its name. KeyError when there is none."""
        return _index(self.bodies)[name]

    def coordinate(self, name: str) -> int:
        """Index of a coordinate by its name. KeyError when there is none."""
        return _index(self.coordinates)[name]


@cache
def _index(names: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, name in enumerate(names)}


@cache
def skeleton(stature: float = REFERENCE_STATURE) -> Skeleton:
    """The skeleton of a person of this stature in metres; every length grows in proportion."""
    bodies = tuple(joint.body for joint in JOINTS)
    index = _index(bodies)
    scale = stature / REFERENCE_STATURE
    parents = np.array([-1 if joint.parent is None else index[joint.parent] for joint in JOINTS])
    angles = [(index[joint.body], c) for joint in JOINTS for c in joint.coordinates]
    owners = np.array([0, 0, 0, *(body for body, _ in angles)])
    masses, centres = _masses(bodies)
    return Skeleton(
        stature=stature,
        bodies=bodies,
        parents=parents,
        offsets=np.array([joint.offset for joint in JOINTS]) * scale,
        coordinates=(*TRANSLATIONS, *(c.name for _, c in angles)),
        owners=owners,
        axes=np.array([(0.0, 0.0, 0.0)] * 3 + [c.axis for _, c in angles]),
        lower=np.concatenate([[-np.inf] * 3, np.radians([c.lower for _, c in angles])]),
        upper=np.concatenate([[np.inf] * 3, np.radians([c.upper for _, c in angles])]),
        moves=_moves(parents, owners),
        masses=masses,
        centres=centres * scale,
    )


def _moves(parents: Indices, owners: Indices) -> NDArray[np.bool_]:
    moves = owners[None, :] == np.arange(len(parents))[:, None]
    for body, parent in enumerate(parents):
        if parent >= 0:
            moves[body] |= moves[parent]
    return moves


def _masses(bodies: tuple[str, ...]) -> tuple[Array, Array]:
    rows = [MASSES.get(body) or MASSES[other_side(body)] for body in bodies]
    masses = np.array([mass for mass, _ in rows])
    centres = np.array([centre for _, centre in rows])
    left = np.array([body.endswith("_l") for body in bodies])
    centres[left, 2] *= -1
    return masses / masses.sum(), centres
