"""All steps from the flesh to the mesh asset."""

import hashlib
from dataclasses import dataclass

import numpy as np

from otehon.motion.flesh import GATES, HandShape, flesh
from otehon.motion.joints import JOINTS
from otehon.motion.skeleton import skeleton
from otehon.studio.arrays import Bytes, Doubles, Flags, Floats, Ints
from otehon.studio.figure.material import NAMES
from otehon.studio.painter.mesh import Mesh
from otehon.studio.sculpt.borders import Pieces, cut
from otehon.studio.sculpt.polygonise import polygonise
from otehon.studio.sculpt.rest import ANGLES, rest_bones
from otehon.studio.sculpt.solid import Solid
from otehon.studio.sculpt.thin import TRIANGLES, thin
from otehon.studio.sculpt.weights import bone_weights, strongest, tints

# Where bones that turn far against each other share the skin like this, it folds.
FOLDS = 0.70
# Between these bones it does not: they turn little, or about their own length.
STIFF = ({"pelvis", "lumbar", "thorax"}, {"neck", "head"}, {"ulna_r", "radius_r"}, {"ulna_l", "radius_l"})
# Capsules nearer than this to a bone's skin at rest may shape it, metres.
SHAPING = 0.085


@dataclass(frozen=True)
class Sculpture:
    """The mesh with its materials (n,) and muscle tints (n,) per muscle and side, 0..255."""

    mesh: Mesh
    material: Bytes
    tints: dict[str, Bytes]


def fingerprint(hands: HandShape) -> str:
    """Changes whenever the mesh of that hand shape must be made again."""
    source = (flesh(hands), GATES, JOINTS, sorted(ANGLES.items()), TRIANGLES, NAMES)
    return hashlib.sha256(repr(source).encode()).hexdigest()[:16]


def sculpt(hands: HandShape) -> Sculpture:
    """Make the mesh of the coach with hands of that shape; takes some seconds."""
    bones = rest_bones()
    solid = Solid.of(hands, bones)
    vertices, triangles = thin(*polygonise(solid), bones, hands)
    vertices = solid.snap(vertices)
    triangles = _outwards(solid, vertices, triangles)
    shares = bone_weights(solid, vertices, triangles)
    return _assembled(solid, bones, _ordered(cut(solid, vertices, triangles, shares)))


def _outwards(solid: Solid, vertices: Floats, triangles: Ints) -> Ints:
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    _, normal = solid.distance(a)
    facing = (np.cross(b - a, c - a) * normal).sum()
    return triangles if facing > 0 else triangles[:, ::-1].copy()


def _ordered(pieces: Pieces) -> Pieces:
    """Vertices of one bone together, neighbours near each other, so that a block of 32 is small."""
    owner = pieces.shares.argmax(1)
    order = np.concatenate(
        [_nearby(pieces.vertices, np.flatnonzero(owner == b).astype(np.int32)) for b in np.unique(owner)]
    )
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order))
    return Pieces(
        pieces.vertices[order],
        place[pieces.triangles],
        pieces.shares[order],
        pieces.material[order],
        place[pieces.twins],
    )


def _nearby(vertices: Floats, chosen: Ints) -> Ints:
    """The chosen vertices, halved again and again across their longest side."""
    if len(chosen) <= 32:
        return chosen
    points = vertices[chosen]
    chosen = chosen[np.argsort(points[:, np.ptp(points, 0).argmax()], kind="stable")]
    half = -(-len(chosen) // 64) * 32
    return np.concatenate([_nearby(vertices, chosen[:half]), _nearby(vertices, chosen[half:])])


def _assembled(solid: Solid, bones: Floats, pieces: Pieces) -> Sculpture:
    bone_of, weight = strongest(pieces.shares)
    owner = bone_of[:, 0].copy()
    mesh = Mesh(
        vertices=pieces.vertices,
        bone_of=bone_of,
        weight=weight,
        owner=owner,
        rest=bones,
        triangles=pieces.triangles,
        joint=np.any(_folds(pieces.shares)[pieces.triangles], axis=1).astype(np.uint8),
        edges=_edges(pieces),
        twins=pieces.twins,
        shapes=_shapes(solid, pieces.vertices, owner),
    )
    return Sculpture(
        mesh, pieces.material.astype(np.uint8), tints(solid, pieces.vertices, pieces.triangles, pieces.twins)
    )


def _folds(shares: Doubles) -> Flags:
    """(n,) where the skin folds."""
    names = skeleton().bodies
    joined = shares.copy()
    for stiff in STIFF:
        chosen = [names.index(name) for name in sorted(stiff)]
        joined[:, chosen[0]] = shares[:, chosen].sum(1)
    return joined.max(1) < FOLDS


def _edges(pieces: Pieces) -> Ints:
    """(e, 5) both vertices, both triangles, 1 where materials meet; twins count as one vertex."""
    same = np.arange(len(pieces.vertices))
    same[pieces.twins[:, 1]] = pieces.twins[:, 0]
    corners = same[pieces.triangles]
    pairs = np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]), 1)
    faces = np.tile(np.arange(len(corners)), 3)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    pairs, faces = pairs[order], faces[order]
    shared = np.flatnonzero((pairs[1:] == pairs[:-1]).all(1))
    left, right = faces[shared], faces[shared + 1]
    material = pieces.material[pieces.triangles[:, 0]]
    return np.stack([*pairs[shared].T, left, right, material[left] != material[right]], 1).astype(np.int32)


def _shapes(solid: Solid, vertices: Floats, owner: Ints) -> Bytes:
    """(bones, capsules): those near the bone's skin at rest, and all of its own limb, which may fold onto
    it."""
    gaps = solid.gaps(vertices)
    out = np.zeros((len(skeleton().bodies), len(solid.parts)), np.uint8)
    for bone in np.unique(owner):
        out[bone] = gaps[owner == bone].min(0) < SHAPING
        for group in set(solid.group[solid.bone == bone].tolist()) - {0}:
            out[bone] |= solid.group == group
    return out
