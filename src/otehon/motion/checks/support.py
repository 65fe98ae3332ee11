"""The support polygon and how far inside it a point lies."""

import numpy as np

from otehon.motion.skeleton import Array


def hull(points: Array) -> Array:
    """(h, 2) corners of the convex hull of (k, 2) points, counter-clockwise; two where they are on a line."""
    ordered = np.unique(np.round(points, 6), axis=0)
    if len(ordered) < 3:
        return ordered
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return np.array([*lower[:-1], *upper[:-1]])


def _chain(ordered: Array) -> list[Array]:
    chain: list[Array] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Array, b: Array, c: Array) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def margin(point: Array, corners: Array) -> float:
    """Distance from a point (2,) to the edge of a hull, negative outside; -inf where there is no support."""
    if len(corners) == 0:
        return -np.inf
    edges = np.roll(corners, -1, axis=0) - corners
    outside = float(_to_segments(point, corners, edges).min())
    turns = edges[:, 0] * (point - corners)[:, 1] - edges[:, 1] * (point - corners)[:, 0]
    return outside if len(corners) > 2 and bool((turns >= 0).all()) else -outside


def _to_segments(point: Array, starts: Array, edges: Array) -> Array:
    length2 = np.maximum((edges**2).sum(1), 1e-18)
    along = np.clip(((point - starts) * edges).sum(1) / length2, 0, 1)
    return np.linalg.norm(starts + along[:, None] * edges - point, axis=1)
