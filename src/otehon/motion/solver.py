"""Wanted angles + contacts -> the nearest angles at which every contact holds; many instants at once.

One step goes as far towards the wanted coordinates, e = wanted - q, as the linearised contacts c + J d = 0
allow: d = e - W Jᵀ (J W Jᵀ + ε)⁻¹ (c + J e) with W = 1 / stiffness; a joint at its limit drops out (W = 0).
Steps repeat until nothing moves. (Whitney's weighted pseudo-inverse with the task as hard rows; Nakamura,
Advanced Robotics, 1991.)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np

from otehon.motion.kinematics import Base, Pose, pose
from otehon.motion.skeleton import Array, Skeleton

DAMPING: Final = 1e-8
"""ε relative to the mean diagonal of J W Jᵀ: 1e-7 left planted feet 1.3 mm off, 1e-9 was unstable."""
CLOSE_ENOUGH: Final = 2e-5
"""Metres or radians at which a step counts as no movement."""
LONGEST_TURN: Final = 0.35
"""Radians that a joint may turn in one step."""
LONGEST_SHIFT: Final = 0.3
"""Metres that the pelvis may travel in one step."""
STEPS: Final = 60
STAGNANT: Final = 8
"""Steps without a better fit after which contradicting contacts are given up."""


@dataclass(frozen=True)
class Rows:
    """Linearised demands on n instants.

    Args:
        jacobian: (n, m, nd).
        off: (n, m) how far each is from being met, metres.
    """

    jacobian: Array
    off: Array


class Demand(Protocol):
    """Something that must hold at every instant of a batch."""

    def rows(self, bones: Skeleton, placed: Pose) -> Rows:
        """How far it is from holding, and what moves it."""
        ...


@dataclass(frozen=True)
class Body:
    """Who is being posed.

    Args:
        bones: the skeleton.
        base: how the body lies when every angle is 0.
        stiffness: (nd,) from `stiffness`.
    """

    bones: Skeleton
    base: Base
    stiffness: Array


@dataclass(frozen=True)
class Solution:
    """Coordinates (n, nd) and how far the worst demand of each instant is from being met, (n,) metres."""

    coordinates: Array
    off: Array = field(repr=False)


def solve(body: Body, wanted: Array, start: Array, demands: Sequence[Demand]) -> Solution:
    """The coordinates nearest to `wanted` (n, nd) at which the demands hold; NaN wants nothing.

    `start` (n, nd) is where the search begins; unmet demands are reported, not raised.
    """
    q = np.clip(start, body.bones.lower, body.bones.upper)
    best, since = np.inf, 0
    rows = _rows(body, q, demands)
    for _ in range(STEPS):
        step = _step(body, wanted, q, rows)
        q = np.clip(q + step, body.bones.lower, body.bones.upper)
        rows = _rows(body, q, demands)
        off = float(np.abs(rows.off).max(initial=0.0))
        best, since = (off, 0) if off < 0.9 * best else (best, since + 1)
        settled = float(np.abs(step).max(initial=0.0)) < CLOSE_ENOUGH
        if settled and (off < CLOSE_ENOUGH or since >= STAGNANT):
            break
    return Solution(q, np.abs(rows.off).max(axis=1, initial=0.0))


def _rows(body: Body, q: Array, demands: Sequence[Demand]) -> Rows:
    placed = pose(body.bones, q, body.base)
    rows = [demand.rows(body.bones, placed) for demand in demands]
    n, nd = q.shape
    jacobian = np.concatenate([np.zeros((n, 0, nd)), *(row.jacobian for row in rows)], axis=1)
    return Rows(jacobian, np.concatenate([np.zeros((n, 0)), *(row.off for row in rows)], axis=1))


def _step(body: Body, wanted: Array, q: Array, rows: Rows) -> Array:
    error = np.where(np.isnan(wanted), 0.0, wanted - q)
    at_lower, at_upper = q <= body.bones.lower + 1e-9, q >= body.bones.upper - 1e-9
    stuck = (at_lower & (error < 0)) | (at_upper & (error > 0))
    step = _projected(np.where(stuck, 0.0, 1 / body.stiffness), np.where(stuck, 0.0, error), rows)
    for _ in range(3):
        blocked = ~stuck & ((at_upper & (step > 1e-9)) | (at_lower & (step < -1e-9)))
        if not blocked.any():
            break
        stuck |= blocked
        step = _projected(np.where(stuck, 0.0, 1 / body.stiffness), np.where(stuck, 0.0, error), rows)
    return _shortened(step)


def _projected(give: Array, error: Array, rows: Rows) -> Array:
    if not rows.off.shape[1]:
        return error
    jacobian = rows.jacobian
    weighted = jacobian * give[:, None, :]
    system = weighted @ jacobian.swapaxes(1, 2)
    diagonal = np.einsum("nii->ni", system)
    diagonal += DAMPING * (1 + diagonal.mean(axis=1, keepdims=True))
    unmet = rows.off + np.einsum("nmd,nd->nm", jacobian, error)
    pull = np.asarray(np.linalg.solve(system, unmet[..., None]), dtype=np.float64)
    return error - np.einsum("nmd,nmo->nd", weighted, pull)


def _shortened(step: Array) -> Array:
    turn = np.abs(step[:, 3:]).max(axis=1, keepdims=True)
    shift = np.abs(step[:, :3]).max(axis=1, keepdims=True)
    scale = np.minimum(LONGEST_TURN / np.maximum(turn, 1e-9), LONGEST_SHIFT / np.maximum(shift, 1e-9))
    return step * np.minimum(scale, 1.0)
