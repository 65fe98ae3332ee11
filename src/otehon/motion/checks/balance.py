"""Whoever holds a pose does not fall: the centre of mass lies over what carries it."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence, runs
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.nearness import Nearness, footprint
from otehon.motion.kinematics import centre_of_mass, pose
from otehon.motion.skeleton import Array, Indices
from otehon.motion.support import hull, margin

BOUND: Final = 0.0
"""Millimetres inside the support, at least."""
_TOUCHES: Final = 0.005
"""Metres of air between skin and surface up to which the skin carries; what is pressed in carries too."""
_AROUND: Final = 0.040
"""Metres round a planted spot within which the skin that touches belongs to its contact: half the width of a
sole."""
_LOOKS: Final = 3
"""Instants at which a hold is looked at: nothing but breath moves in it."""

_GROUND = [0, 2]


def balance(evidence: Evidence) -> list[Finding]:
    """One finding for each hold with a support; a movement that only holds is one hold."""
    only_holds = evidence.performance.repetitions == 0
    held = np.ones(len(evidence.seconds), dtype=bool) if only_holds else evidence.kind("hold")
    found = (_hold(evidence, run) for run in runs(held))
    return [finding for finding in found if finding is not None]


def _hold(evidence: Evidence, run: Indices) -> Finding | None:
    looked = run[np.unique(np.linspace(0, len(run) - 1, _LOOKS).astype(np.intp))]
    margins = margins_at(evidence, looked)
    worst = int(margins.argmin())
    if np.isinf(margins[worst]):
        return None
    instant, value = int(looked[worst]), float(margins[worst] * 1e3)
    time, name = float(evidence.seconds[instant]), evidence.pose_at(instant)
    passed = value >= BOUND
    saw = f"the centre of mass is {abs(value):.0f} mm {'inside' if passed else 'outside'} the support"
    do = f"shift the body over its feet, or under its hands, in '{name}', or ask for it under `balance`"
    sentence = f"{saw} at {time:.2f} s" + ("" if passed else f": {do}.")
    return Finding("balance", passed, value, BOUND, "mm", name, time, sentence)


def margins_at(evidence: Evidence, looked: Indices) -> Array:
    """(k,) metres that the centre of mass is inside the support at k instants; -inf where nothing carries.

    A planted wall can only push back: the centre of mass may lie anywhere between it and the feet, so its
    touching places count with the ground under them.
    """
    played = evidence.performance
    placed = pose(played.bones, played.coordinates[looked], played.base)
    mass = centre_of_mass(played.bones, placed)[:, _GROUND]
    prints = {name: footprint(evidence.flesh, placed, solid) for name, solid in evidence.surfaces.items()}
    supports = (_support(evidence, prints, row, int(i)) for row, i in enumerate(looked))
    return np.array([margin(at, corners) for at, corners in zip(mass, supports, strict=True)])


def _support(evidence: Evidence, prints: Mapping[str, Nearness], row: int, instant: int) -> Array:
    """(h, 2) corners in x and z of the area that carries the body at an instant, the prints' row-th."""
    standing = [plant for plant in evidence.plants if plant.down[instant]]
    carrying = [_carrying(prints[plant.surface.name], row, plant.skin[instant]) for plant in standing]
    return hull([(float(x), float(z)) for places in carrying for x, z in places])


def _carrying(near: Nearness, row: int, spot: Array) -> Array:
    touching = near.skin[(near.instants == row) & (near.gaps < _TOUCHES)]
    return touching[np.linalg.norm(touching - spot, axis=1) < _AROUND][:, _GROUND]
