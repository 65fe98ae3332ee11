"""Triangles are cut along the lines where materials meet, so that hems and soles are crisp."""

from dataclasses import dataclass

import numpy as np

from otehon.studio.arrays import Doubles, Floats, Ints
from otehon.studio.sculpt.solid import Solid

HALVINGS = 8
# A cut nearer than this to a corner would leave slivers.
LEAST = 0.04


@dataclass(frozen=True)
class Pieces:
    """A mesh whose every triangle has one material. twins (w, 2) are vertices at one place."""

    vertices: Floats
    triangles: Ints
    shares: Doubles
    material: Ints
    twins: Ints


def cut(solid: Solid, vertices: Floats, triangles: Ints, shares: Doubles) -> Pieces:
    """Cut every triangle whose corners differ in material; each cut point is doubled, once a material."""
    material = solid.materials(vertices)
    edges = _crossing(triangles, material)
    share = _where(solid, vertices, material, edges)
    a, b = edges.T
    points = solid.snap((vertices[a] + (vertices[b] - vertices[a]) * share[:, None]).astype(np.float32), 2)
    between = shares[a] * (1 - share[:, None]) + shares[b] * share[:, None]
    n, k = len(vertices), len(edges)
    cuts = {(int(i), int(j)): (n + e, n + k + e) for e, (i, j) in enumerate(edges)}
    return Pieces(
        np.concatenate([vertices, points, points]).astype(np.float32),
        np.array([piece for triangle in triangles for piece in _split(triangle, material, cuts)], np.int32),
        np.concatenate([shares, between, between]),
        np.concatenate([material, material[a], material[b]]),
        np.stack([n + np.arange(k), n + k + np.arange(k)], 1).astype(np.int32),
    )


def _crossing(triangles: Ints, material: Ints) -> Ints:
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = np.unique(np.sort(pairs, 1), axis=0)
    return edges[material[edges[:, 0]] != material[edges[:, 1]]]


def _where(solid: Solid, vertices: Floats, material: Ints, edges: Ints) -> Doubles:
    """How far along each edge the first corner's material ends."""
    a, b = vertices[edges[:, 0]], vertices[edges[:, 1]]
    low, high = np.zeros(len(edges)), np.ones(len(edges))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        same = solid.materials((a + (b - a) * middle[:, None]).astype(np.float32)) == material[edges[:, 0]]
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return np.clip((low + high) / 2, LEAST, 1 - LEAST)


Cuts = dict[tuple[int, int], tuple[int, int]]


def _split(triangle: Ints, material: Ints, cuts: Cuts) -> list[tuple[int, int, int]]:
    """One triangle as pieces of one material each; with three materials it takes its first corner's."""
    p, q, r = (int(v) for v in triangle)
    kinds = material[p], material[q], material[r]
    if len(set(kinds)) != 2:
        return [(p, q, r)]
    if kinds[0] == kinds[1]:
        p, q, r = r, p, q
    elif kinds[0] == kinds[2]:
        p, q, r = q, r, p
    pq, qp = _cut(cuts, p, q)
    pr, rp = _cut(cuts, p, r)
    return [(p, pq, pr), (qp, q, r), (qp, r, rp)]


def _cut(cuts: Cuts, i: int, j: int) -> tuple[int, int]:
    """The two vertices at the cut of an edge: the one with i's material, and the one with j's."""
    first, second = cuts[min(i, j), max(i, j)]
    return (first, second) if i < j else (second, first)
