"""From where a movement is seen: the drill file says it, the studio adds the light."""

from typing import Final

from otehon.drills.movement import Movement
from otehon.studio.camera import FROM_BEHIND, FROM_FRONT, Direction
from otehon.studio.size import Size

LOWER_LEGS: Final = frozenset(f"{body}_{side}" for body in ("tibia", "calcn", "toes") for side in "rl")


def direction_of(movement: Movement, size: Size) -> Direction:
    """The view of a movement in a picture of that size."""
    camera = movement.camera
    upright = size.height > size.width and camera.portrait is not None
    azimuth = camera.portrait if upright and camera.portrait is not None else camera.azimuth
    # Seen from behind, the usual light would leave hands and face dark.
    light = FROM_BEHIND if azimuth < -10 else FROM_FRONT
    bodies = None if camera.fills == "all" else LOWER_LEGS
    return Direction(azimuth, camera.elevation, light, bodies, movement.props.terrain.degrees)
