"""The lines on the ground that a travelling body passes."""

from typing import Final

import numpy as np

from otehon.motion.performance import Performance
from otehon.studio.arrays import Doubles, Floats
from otehon.studio.scene.floor import Still

SPACING: Final = 0.6
"""Metres between lines, about: a cycle passes a whole number of them, so that a loop has no seam."""
BEYOND: Final = 3.2
"""Metres ahead and behind in which there are lines."""
HALF_LANE: Final = 0.61
"""Metres from the middle to either end of a line: as wide as the lane."""
BROAD: Final = 2.0
"""The same where the body goes sideways and crosses no lane."""


def still_lines(performance: Performance) -> Still:
    """Which of the floor's own lines stay where they are."""
    ahead, _, aside = performance.ground
    if not ahead and not aside:
        return "all"
    return "none" if aside else "along"


def marks(performance: Performance, times: Doubles) -> Floats | None:
    """(n, m, 2, 3) both ends of every line at each instant, metres; None where the ground is still."""
    ground = np.array(performance.ground)
    axis = int(np.abs(ground).argmax())
    stride = ground[axis] * performance.period
    if not stride:
        return None
    spacing = abs(stride) / max(1, round(abs(stride) / SPACING))
    count = int(2 * BEYOND / spacing)
    place = (np.arange(count) * spacing + ground[axis] * times[:, None]) % (count * spacing)
    place -= count * spacing / 2
    lines = np.zeros((len(times), count, 2, 3), np.float32)
    lines[..., axis] = place[..., None]
    lines[..., 2 - axis] = np.array([-1, 1]) * (HALF_LANE if axis == 0 else BROAD)
    return lines
