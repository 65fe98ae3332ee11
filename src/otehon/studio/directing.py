"""From where each kind of movement is seen best."""

from typing import Final

from otehon.motion.kinematics import Base
from otehon.motion.performance import Performance
from otehon.studio.camera import FROM_BEHIND, Direction

BY_BASE: Final[dict[Base, Direction]] = {
    # A little from the front: joint angles read nearly true, both legs stand apart, and the face is seen.
    "upright": Direction(30, 9),
    # From the side and above: lower and the far arm vanishes, higher and the back's line is lost.
    "prone": Direction(14, 15),
    "supine": Direction(12, 14),
    "side_right": Direction(8, 12),
    "side_left": Direction(-8, 12),
}

AT_WALL: Final = Direction(-24, 10, FROM_BEHIND)
"""From behind the wall's plane, or one looks at the wall's back."""

ON_STEP: Final = Direction(-34, 13)
"""From behind, where heels and calves are seen."""


def direction_of(performance: Performance) -> Direction:
    """The view of a movement."""
    if performance.props.wall is not None:
        return AT_WALL
    if performance.props.step is not None and performance.base == "upright":
        return ON_STEP
    return BY_BASE[performance.base]
