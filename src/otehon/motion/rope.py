"""How a skipping rope swings between two hands: one curve an instant."""

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
    """(n, 2, 3) where the rope leaves the right and the left handle, metres."""
    centres, handles = grips(bones, placed)
    return centres + handles * HANDLE


def curve(bones: Skeleton, rope: Rope, placed: Pose, seconds: Array, count: int = 33) -> Array:
    """(n, count, 3) points along the rope from the right handle to the left, metres.

    Args:
        bones, placed: the body at n instants.
        rope: the rope.
        seconds: (n,) the same instants in the cycle.
        count: points along the curve.
    """
    ends = handle_ends(bones, placed)
    right, left = ends[:, :1], ends[:, 1:]
    along = np.linspace(0.0, np.pi, count)
    out = np.sin(along)[None, :, None]
    across = (right - left) / np.linalg.norm(right - left, axis=-1, keepdims=True)
    share = (1 - np.cos(along))[None, :, None] / 2
    line = right + (left - right) * share + across * (FLARE * np.sin(2 * along))[None, :, None]
    turned = 2 * np.pi * (np.asarray(seconds) - rope.under) / rope.turn
    swing = np.stack([-np.sin(turned), -np.cos(turned), np.zeros_like(turned)], axis=-1)
    return line + rope.reach * out**FULLNESS * swing[:, None]
