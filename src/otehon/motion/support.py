"""The area that carries a standing body, and how far inside it a point lies."""

from collections.abc import Sequence

import numpy as np

from otehon.motion.skeleton import Array

RING = np.linspace(0.0, 2 * np.pi, 8, endpoint=False)
TREAD = 0.8
"""Share of a ball's radius that its flattened flesh carries on all sides; ours."""


def support(places: Array, radii: Array) -> Array:
    """(m, 2) corners of the convex area, counter-clockwise in (x, z), under (k, 3) touching balls of (k,)
    radii."""
    ring = np.stack([np.cos(RING), np.sin(RING)], axis=1)
    treads = places[:, None, [0, 2]] + TREAD * radii[:, None, None] * ring
    return hull([(float(x), float(z)) for x, z in treads.reshape(-1, 2)])


def hull(corners: Sequence[tuple[float, float]]) -> Array:
    """Convex hull of points, counter-clockwise (Andrew 1979)."""
    ordered = sorted(set(corners))
    if len(ordered) < 3:
        return np.array(ordered).reshape(-1, 2)
    return np.array(_chain(ordered) + _chain(ordered[::-1]))


def _chain(ordered: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def margin(point: Array, corners: Array) -> float:
    """Metres that a point (2,) lies inside a convex area; negative outside, -inf where nothing carries."""
    if len(corners) < 3:
        return -float(min((np.hypot(*(point - corner)) for corner in corners), default=np.inf))
    edge = np.roll(corners, -1, axis=0) - corners
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1) / np.linalg.norm(edge, axis=1, keepdims=True)
    return float(((point - corners) * inward).sum(axis=1).min())


def moved_inside(point: Array, corners: Array, inside: float) -> Array:
    """(2,) the point, moved towards the area's middle until it lies that many metres inside, or at the
    middle."""
    middle = corners.mean(axis=0)
    if margin(point, corners) >= inside or margin(middle, corners) <= inside:
        return point if margin(point, corners) >= inside else middle
    low, high = 0.0, 1.0
    for _ in range(24):
        share = (low + high) / 2
        if margin(point + share * (middle - point), corners) >= inside:
            high = share
        else:
            low = share
    return point + high * (middle - point)
