"""Where a coordinate vector puts every body, and how that changes with each coordinate; many instants at
once."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from otehon.motion.joints import other_side
from otehon.motion.skeleton import Array, Indices, Skeleton

Base = Literal["upright", "prone", "supine", "side_right", "side_left"]
"""How the body lies when every angle is 0; `side_right` lies on its right side."""

BASES: Final[dict[Base, Array]] = {
    "upright": np.eye(3),
    "prone": np.array([[0.0, 1, 0], [-1, 0, 0], [0, 0, 1]]),
    "supine": np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]]),
    "side_right": np.array([[0.0, -1, 0], [0, 0, -1], [1, 0, 0]]),
    "side_left": np.array([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]]),
}
"""Columns: where the body's own x, y and z point in the world. Prone: head to +x; supine: head to -x;
on the side: face to +z, the head to -x (right side) or +x (left side)."""

MIRRORED_BASE: Final[dict[Base, Base]] = {
    "upright": "upright",
    "prone": "prone",
    "supine": "supine",
    "side_right": "side_left",
    "side_left": "side_right",
}

MIRROR: Final[dict[Base, Array]] = {
    base: np.array([-1.0, 1, 1]) if base.startswith("side") else np.array([1.0, 1, -1]) for base in BASES
}
"""What mirroring does to world x, y, z: lying on the side it keeps the face to +z, else it exchanges right
and left."""


@dataclass(frozen=True)
class Pose:
    """A body at n instants.

    Args:
        base: how the body lies when every angle is 0.
        coordinates: (n, nd) metres and radians.
        rotation: (n, nb, 3, 3) body frame -> world.
        origin: (n, nb, 3) each body's joint in the world, metres.
        axis: (n, nd, 3) world axis of each angle; the world axes for the translations.
    """

    base: Base
    coordinates: Array
    rotation: Array
    origin: Array
    axis: Array


def pose(bones: Skeleton, coordinates: Array, base: Base = "upright") -> Pose:
    """Forward kinematics of (n, nd) coordinates; (nd,) is one instant, n = 1."""
    q = np.atleast_2d(coordinates)
    n, nb = len(q), len(bones.bodies)
    rotation, origin, axis = np.empty((n, nb, 3, 3)), np.empty((n, nb, 3)), np.empty((n, q.shape[1], 3))
    axis[:, :3] = np.eye(3)
    turns = _turns(bones.axes, q)
    for body in range(nb):
        parent = bones.parents[body]
        turned = np.broadcast_to(BASES[base], (n, 3, 3)) if parent < 0 else rotation[:, parent]
        carried = q[:, :3] if parent < 0 else origin[:, parent] + turned @ bones.offsets[body]
        for k in _angles(bones, body):
            axis[:, k] = turned @ bones.axes[k]
            turned = turned @ turns[:, k]
        rotation[:, body], origin[:, body] = turned, carried
    return Pose(base, q, rotation, origin, axis)


def _angles(bones: Skeleton, body: int) -> Indices:
    owned = np.flatnonzero(bones.owners == body)
    return owned[owned >= 3]


def _turns(axes: Array, q: Array) -> Array:
    """Rodrigues: (n, nd, 3, 3) rotations by q about the axes."""
    x, y, z = axes.T
    o = np.zeros_like(x)
    cross = np.array([[o, -z, y], [z, o, -x], [-y, x, o]]).transpose(2, 0, 1)
    sin, cos = np.sin(q)[..., None, None], np.cos(q)[..., None, None]
    return np.eye(3) + sin * cross + (1 - cos) * (cross @ cross)


def points(placed: Pose, bodies: Indices, local: Array) -> Array:
    """(n, k, 3) world places of k points that are given in their bodies' frames, (k, 3) metres."""
    return placed.origin[:, bodies] + np.einsum("nkij,kj->nki", placed.rotation[:, bodies], local)


def jacobian(bones: Skeleton, placed: Pose, bodies: Indices, world: Array) -> Array:
    """(n, k, 3, nd) change of k points that ride on their bodies, now at `world` (n, k, 3), with each
    coordinate."""
    pivots = placed.origin[:, bones.owners]
    lever = world[:, :, None] - pivots[:, None]
    turning = np.cross(placed.axis[:, None], lever)
    turning[:, :, :3] = np.eye(3)
    turning *= bones.moves[bodies][None, :, :, None]
    return turning.swapaxes(2, 3)


def centre_of_mass(bones: Skeleton, placed: Pose) -> Array:
    """(n, 3) the whole body's centre of mass in the world, metres."""
    everywhere = np.arange(len(bones.bodies))
    return np.einsum("b,nbi->ni", bones.masses, points(placed, everywhere, bones.centres))


def centre_of_mass_jacobian(bones: Skeleton, placed: Pose) -> Array:
    """(n, 3, nd) change of the centre of mass with each coordinate."""
    everywhere = np.arange(len(bones.bodies))
    world = points(placed, everywhere, bones.centres)
    return np.einsum("b,nbij->nij", bones.masses, jacobian(bones, placed, everywhere, world))


def mirrored(bones: Skeleton, coordinates: Array, base: Base = "upright") -> Array:
    """The (..., nd) coordinates of the mirror image, right and left exchanged.

    To be posed in `MIRRORED_BASE[base]`; the image is taken across the plane that `MIRROR[base]` turns over.
    """
    source = [bones.coordinate(other_side(name)) for name in bones.coordinates]
    image = coordinates[..., source] * np.array([_mirror_sign(name) for name in bones.coordinates])
    image[..., :3] = coordinates[..., :3] * MIRROR[base]
    return image


def _mirror_sign(name: str) -> float:
    sided = name.endswith(("_r", "_l"))
    return -1.0 if not sided and name.endswith(("_list", "_rotation", "_bending")) else 1.0
