"""The drawn figure as arrays: every capsule's shape and its place on the skeleton."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from otehon.motion.flesh import GATES, Capsule, Gate, Group, HandShape, flesh
from otehon.motion.proportions import REFERENCE_STATURE
from otehon.motion.skeleton import Array, Indices, Skeleton, skeleton

GROUPS: Final[tuple[Group, ...]] = ("trunk", *(gate.group for gate in GATES))
"""The trunk and the limbs, in the order in which they are joined."""


@dataclass(frozen=True)
class Figure:
    """A person's bones and `k` capsules of flesh. Metres, in the frames of the bodies.

    Args:
        bones: the skeleton.
        capsules: the capsules as they are drawn.
        bodies: (k,) the body that carries each.
        groups: (k,) index into `GROUPS`.
        starts, axes: (k, 3) where the line begins and how far it runs.
        centres: (k, 3) middle of a ball round each capsule.
        reaches: (k,) that ball's radius.
        gates: where the limbs melt into the trunk, at this stature.
    """

    bones: Skeleton
    capsules: tuple[Capsule, ...]
    bodies: Indices
    groups: Indices
    starts: Array
    axes: Array
    centres: Array
    reaches: Array
    gates: tuple[Gate, ...]

    def named(self, name: str) -> int:
        """Index of a capsule by its name. KeyError when there is none."""
        return {capsule.name: i for i, capsule in enumerate(self.capsules)}[name]


@cache
def figure(hands: HandShape = "fist", stature: float = REFERENCE_STATURE) -> Figure:
    """The figure with hands of this shape, of this stature in metres."""
    bones, capsules = skeleton(stature), flesh(hands, stature)
    starts = np.array([c.start for c in capsules])
    axes = np.array([c.end for c in capsules]) - starts
    thickest = np.array([max(c.radius) + c.bulge + max(c.width) for c in capsules])
    scale = stature / REFERENCE_STATURE
    return Figure(
        bones=bones,
        capsules=capsules,
        bodies=np.array([bones.body(c.body) for c in capsules]),
        groups=np.array([GROUPS.index(c.group) for c in capsules]),
        starts=starts,
        axes=axes,
        centres=starts + axes / 2,
        reaches=np.linalg.norm(axes, axis=1) / 2 + thickest,
        gates=tuple(Gate(g.group, g.body, g.reach * scale, g.blend * scale) for g in GATES),
    )
