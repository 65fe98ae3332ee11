"""Which bones move which vertex, and which muscles tint it."""

import numpy as np

from otehon.motion.skeleton import skeleton
from otehon.studio.arrays import Bytes, Doubles, Floats, Ints
from otehon.studio.sculpt.solid import Solid

# How fast a bone loses its say with the distance to its flesh, metres, and how often that is smoothed.
REACH, ROUNDS = 0.010, 6
# A muscle's tint fades out where its flesh lies this much deeper than the skin, metres.
TINT_REACH, TINT_ROUNDS = 0.020, 3


def bone_weights(solid: Solid, vertices: Floats, triangles: Ints) -> Doubles:
    """(n, bones) shares that sum to 1, smooth over the mesh."""
    near = np.exp(-np.maximum(solid.gaps(vertices), 0) / REACH)
    shares = np.zeros((len(vertices), len(skeleton().bodies)))
    np.add.at(shares.T, solid.bone, near.T)
    shares /= shares.sum(1, keepdims=True)
    return smoothed(shares, triangles)


def smoothed(values: Doubles, triangles: Ints, rounds: int = ROUNDS) -> Doubles:
    """Values (n, k) of the vertices, each drawn half-way to its neighbours' mean, several times."""
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    one, two = np.concatenate([pairs, pairs[:, ::-1]]).T
    degree = np.bincount(one, minlength=len(values))[:, None]
    for _ in range(rounds):
        total = np.zeros_like(values)
        np.add.at(total, one, values[two])
        values = 0.5 * values + 0.5 * total / np.maximum(degree, 1)
    return values


def tints(solid: Solid, vertices: Floats, triangles: Ints, twins: Ints) -> dict[str, Bytes]:
    """Per muscle and side (`quadriceps_r`) how strongly each vertex shows it (n,), 0..255."""
    gaps = solid.gaps(vertices)
    depth = gaps - gaps.min(1, keepdims=True)
    own = solid.group[gaps.argmin(1)]
    out: dict[str, Doubles] = {}
    for i, part in enumerate(solid.parts):
        for region, strength in part.tints:
            near = np.clip(1 - depth[:, i] / TINT_REACH, 0, 1) * (own == solid.group[i])
            name = f"{region}_{part.side}" if part.side else region
            shown = strength * near * near * (3 - 2 * near) * _ends(solid, i, vertices)
            out[name] = np.maximum(out.get(name, np.zeros(len(vertices))), shown)
    names = sorted(out)
    welded = np.arange(len(vertices), dtype=np.int32)
    welded[twins[:, 1]] = twins[:, 0]
    soft = smoothed(np.stack([out[name] for name in names], 1), welded[triangles], TINT_ROUNDS)[welded]
    return {name: np.round(values * 255).astype(np.uint8) for name, values in zip(names, soft.T, strict=True)}


def _ends(solid: Solid, i: int, vertices: Floats) -> Doubles:
    """A muscle's tint fades over the last fifth of a long capsule at both ends."""
    p = solid.posed[i].astype(np.float64)
    if p[6] > 1 / 0.06**2:
        return np.ones(len(vertices))
    h = (vertices - p[0:3]) @ p[3:6] * p[6]
    return np.clip(np.minimum(h, 1 - h) * 5 + 0.35, 0, 1)


def strongest(shares: Doubles) -> tuple[Ints, Floats]:
    """The four strongest bones (n, 4) of each vertex and their shares (n, 4), summing to 1."""
    bones = np.argsort(-shares, 1)[:, :4]
    kept = np.take_along_axis(shares, bones, 1)
    return bones.astype(np.int32), (kept / kept.sum(1, keepdims=True)).astype(np.float32)
