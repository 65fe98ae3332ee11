"""How dearly each coordinate is kept near the coach's angle where a contact pulls at it.

Tried out on the catalogue's movements: trunk and shoulder blades give last, toes and wrists first.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from otehon.drills.movement import Movement
from otehon.motion.poses import coordinates_of
from otehon.motion.skeleton import Array, Skeleton

TRANSLATION: Final = 1e-3
PELVIS_UPRIGHT: Final = 6.0
PELVIS_LYING: Final = 0.01

USUAL: Final[Mapping[str, float]] = {
    "lumbar": 4.0,
    "thorax": 4.0,
    "hip_adduction": 1.5,
    "hip_rotation": 2.0,
    "ankle_angle": 0.5,
    "subtalar_angle": 0.7,
    "mtp_angle": 0.05,
    "clavicle": 3.0,
    "pro_sup": 0.5,
    "wrist_flex": 0.3,
    "wrist_dev": 0.5,
}
"""By how a coordinate's name begins; 1 for the rest."""


def stiffness(movement: Movement, bones: Skeleton) -> Array:
    """(nd,) cost of leaving the wanted value."""
    cost = np.array([_usual(name) for name in bones.coordinates])
    cost[:3] = TRANSLATION
    pelvis = [bones.coordinate(f"pelvis_{action}") for action in ("tilt", "list", "rotation")]
    cost[pelvis] = PELVIS_UPRIGHT if movement.base == "upright" else PELVIS_LYING
    for word, value in movement.stiff.items():
        for name, _ in coordinates_of(word):
            cost[bones.coordinate(name)] = value
    return cost


def _usual(name: str) -> float:
    return next((cost for start, cost in USUAL.items() if name.startswith(start)), 1.0)
