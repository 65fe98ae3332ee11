"""How a rope swings between two hands: one curve an instant."""

import numpy as np

from otehon.motion.flesh import GRIP
from otehon.motion.joints import other_side
from otehon.motion.kinematics import Pose, points
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.props import Rope
from otehon.motion.skeleton import Array, Skeleton

HANDLE = 0.11
"""Metres of handle that stand out of the hand on the thumb's side; ours."""
FLARE = 0.10
"""Metres by which the rope runs wider than the hands on its way out; ours, after the look of a real one."""
FULLNESS = 0.7
"""Exponent of the curve: 1 is a half ellipse, less is squarer at the corners."""
NARROW, ROUND = 0.03, 0.9
"""As `FLARE` and `FULLNESS`, of a rope swung beside the body by hands that are close together; ours."""
LAG = 0.5
"""Radians by which the far end of a rope that is swung beside the body comes behind the hands; ours."""
CROSSING = 0.5
"""Radians of half a turn by which it changes sides later than overhead: in front of the face; ours."""


def grips(bones: Skeleton, placed: Pose) -> tuple[Array, Array]:
    """What the hands hold, right then left: (n, 2, 3) middle in the palm, (n, 2, 3) unit vector of the
    handle."""
    body, middle, direction = GRIP
    hands = np.array([bones.body(body), bones.body(other_side(body))])
    sides = np.array([[1.0, 1, 1], [1, 1, -1]])
    centres = points(placed, hands, np.array(middle) * sides * bones.stature / REFERENCE_STATURE)
    handles = np.einsum("nkij,kj->nki", placed.rotation[:, hands], np.array(direction) * sides)
    return centres, handles


def handle_ends(bones: Skeleton, placed: Pose) -> Array:
    """(n, 2, 3) where a skipping rope leaves the right and the left handle, metres."""
    centres, handles = grips(bones, placed)
    return centres + handles * HANDLE


def curve(bones: Skeleton, rope: Rope, placed: Pose, seconds: Array, count: int = 33) -> Array:
    """(n, count, 3) points along the rope from the right hand to the left, metres.

    Args:
        bones, placed: the body at n instants.
        rope: the rope.
        seconds: (n,) the same instants in the cycle.
        count: points along the curve.
    """
    ends = grips(bones, placed)[0] if rope.lean else handle_ends(bones, placed)
    right, left = ends[:, :1], ends[:, 1:]
    along = np.linspace(0.0, np.pi, count)
    out = np.sin(along)
    across = (right - left) / np.linalg.norm(right - left, axis=-1, keepdims=True)
    share = (1 - np.cos(along))[None, :, None] / 2
    wider, fullness = (NARROW, ROUND) if rope.lean else (FLARE, FULLNESS)
    line = right + (left - right) * share + across * (wider * np.sin(2 * along))[None, :, None]
    return line + rope.reach * (out**fullness)[None, :, None] * _away(rope, np.asarray(seconds), out)


def _away(rope: Rope, seconds: Array, out: Array) -> Array:
    """(n, count, 3) unit vectors from the hands to points that are `out` (count,) of the way to the far
    end."""
    behind = LAG * out if rope.lean else np.zeros_like(out)
    turned = 2 * np.pi * (seconds - rope.under)[:, None] / rope.turn - behind
    away = np.stack([-np.sin(turned), -np.cos(turned), rope.lean * np.cos(turned / 2 - CROSSING)], axis=-1)
    return away / np.linalg.norm(away, axis=-1, keepdims=True)
