"""What the coach's skin and clothes are made of."""

from typing import Final

import numpy as np

from otehon.motion.flesh import Material
from otehon.studio.arrays import Floats

MATERIALS: Final[dict[Material, tuple[float, float, float]]] = {
    "skin": (0.50, 0.485, 0.475),
    "shorts": (0.040, 0.055, 0.10),
    "shirt": (0.018, 0.20, 0.30),
    "shoe": (0.80, 0.84, 0.90),
    "sole": (0.95, 0.35, 0.08),
    "cap": (0.03, 0.20, 0.27),
    "glasses": (0.030, 0.040, 0.060),
}
"""Linear RGB albedo, 0..1."""

WORKING: Final = (0.90, 0.20, 0.05)
"""Linear RGB albedo of a working muscle."""

NAMES: Final[tuple[Material, ...]] = tuple(MATERIALS)
"""The materials in the order of their numbers in a mesh."""


def palette(barefoot: bool = False) -> Floats:
    """(materials, 3) linear RGB by a material's number; barefoot, shoes and soles are skin."""
    bare = {"shoe": MATERIALS["skin"], "sole": MATERIALS["skin"]} if barefoot else {}
    return np.array([bare.get(name, colour) for name, colour in MATERIALS.items()], np.float32)
