"""Where the drawn skin comes near a surface, and how near."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from otehon.motion.checks.balls import Balls
from otehon.motion.checks.drawn import drawn_distance
from otehon.motion.checks.surfaces import Surface
from otehon.motion.kinematics import Pose
from otehon.motion.skeleton import Array, Indices

WITHIN: Final = 0.022
"""Metres; nothing is measured where a bare capsule stays further from the surface: where capsules melt the
skin stands out by a quarter of their blend, 17 mm at most."""
_STEPS: Final = 4
_EXACT: Final = 1e-4
"""Metres from the skin at which a step towards it is the last."""
_SEARCH: Final = (0.014, 0.006)
"""Metres to the sides at which the skin may be deeper than right under a ball: about the distance of two
balls, and half of it."""
_COMPASS: Final = np.stack([np.cos(np.arange(8) * np.pi / 4), np.sin(np.arange(8) * np.pi / 4)], axis=1)


@dataclass(frozen=True)
class Nearness:
    """Places on the skin near one surface, `m` of them over all instants.

    Args:
        instants: (m,) index of the instant.
        balls: (m,) the ball of flesh whose skin it is.
        skin: (m, 3) the place, in the world.
        gaps: (m,) metres from there to the surface; negative inside it.
        bare: (m,) the same from the ball alone. Of places at one gap, the ball with the least is the flesh
            that is really there; the others look through it.
    """

    instants: Indices
    balls: Indices
    skin: Array
    gaps: Array
    bare: Array


def nearest(flesh: Balls, placed: Pose, surface: Surface) -> Nearness:
    """Of every capsule that comes near the surface, at every instant, the skin that is nearest to it."""
    bare = _bare(flesh, placed, surface)
    firsts = np.flatnonzero(np.diff(flesh.capsules, prepend=-1))
    least = np.minimum.reduceat(bare, firsts, axis=1)
    instants, capsules = np.nonzero(least < WITHIN)
    ends = np.append(firsts[1:], len(flesh.capsules))
    balls = np.empty(len(instants), np.intp)
    for capsule in np.unique(capsules):
        mine = capsules == capsule
        first = firsts[capsule]
        balls[mine] = first + bare[instants[mine], first : ends[capsule]].argmin(axis=1)
    return _traced(flesh, placed, surface, instants, balls)


def deepest(flesh: Balls, placed: Pose, surface: Surface, near: Nearness, picked: Indices) -> Array:
    """(p,) least gap, in metres, of the skin at and around some of the near places."""
    instants, at = near.instants[picked], near.skin[picked]
    for reach in _SEARCH:
        outward = surface.outward(at)
        asides = reach * np.einsum("ck,kmi->cmi", _COMPASS, _tangents(outward))
        tried = np.concatenate([at[None], at + asides])
        again, along = np.tile(instants, len(tried)), np.tile(-outward, (len(tried), 1))
        skin = to_skin(flesh, placed, again, tried.reshape(-1, 3), along).reshape(tried.shape)
        at = skin[surface.distance(skin).argmin(axis=0), np.arange(len(at))]
    return surface.distance(at)


def _tangents(normal: Array) -> Array:
    """(2, m, 3) two unit vectors across each of (m, 3) unit vectors."""
    upright = np.abs(normal[:, 1:2]) > 0.7
    first: Array = np.cross(normal, np.where(upright, [1.0, 0, 0], [0, 1.0, 0]))
    first = first / np.linalg.norm(first, axis=1, keepdims=True)
    return np.stack([first, np.cross(normal, first)])


def footprint(flesh: Balls, placed: Pose, surface: Surface) -> Nearness:
    """Every ball that comes near the surface, at few instants, with the skin that it shows towards it."""
    instants, balls = np.nonzero(_bare(flesh, placed, surface) < WITHIN)
    return _traced(flesh, placed, surface, instants, balls)


def to_skin(flesh: Balls, placed: Pose, instants: Indices, start: Array, along: Array) -> Array:
    """(m, 3) where lines from points (m, 3) in or near the flesh, along unit vectors, come to its skin."""
    at, open_ = start.copy(), np.arange(len(start))
    for _ in range(_STEPS):
        off = drawn_distance(flesh.shape, placed, instants[open_], at[open_])
        at[open_] -= off[:, None] * along[open_]
        open_ = open_[np.abs(off) > _EXACT]
    return at


def _bare(flesh: Balls, placed: Pose, surface: Surface) -> Array:
    """(n, k) metres between each ball and the surface."""
    return surface.distance(flesh.world(placed)) - flesh.radii


def _traced(flesh: Balls, placed: Pose, surface: Surface, instants: Indices, balls: Indices) -> Nearness:
    bodies = flesh.bodies[balls]
    turned = np.einsum("mij,mj->mi", placed.rotation[instants, bodies], flesh.centres[balls])
    centres = placed.origin[instants, bodies] + turned
    outward = surface.outward(centres)
    start = centres - flesh.radii[balls, None] * outward
    skin = to_skin(flesh, placed, instants, start, -outward)
    bare = surface.distance(centres) - flesh.radii[balls]
    return Nearness(instants, balls, skin, surface.distance(skin), bare)
