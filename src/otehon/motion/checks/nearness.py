"""Where the drawn skin comes near a surface, and how near."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from otehon.motion.checks.balls import Balls
from otehon.motion.checks.drawn import drawn_distance
from otehon.motion.checks.surfaces import Surface
from otehon.motion.kinematics import Pose
from otehon.motion.skeleton import Array, Indices

WITHIN: Final = 0.035
"""Metres; nothing is measured where the bare capsules stay further from the surface than this."""
_STEPS: Final = 3
"""Steps towards the skin; each goes as far as the field allows, the third moved it by under 0.1 mm."""


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


def nearness(flesh: Balls, placed: Pose, surface: Surface) -> Nearness:
    """Every ball that comes near the surface, with the skin that it shows towards it."""
    world = flesh.world(placed)
    bare = surface.distance(world) - flesh.radii
    instants, near = np.nonzero(bare < WITHIN)
    centres = world[instants, near]
    outward = surface.outward(centres)
    skin = centres - flesh.radii[near, None] * outward
    for _ in range(_STEPS):
        skin = skin + drawn_distance(flesh.shape, placed, instants, skin)[:, None] * outward
    return Nearness(instants, near, skin, surface.distance(skin), bare[instants, near])
