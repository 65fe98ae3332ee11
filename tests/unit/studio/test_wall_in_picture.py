"""A wall never hides the body: the camera goes round, or the wall is cut off at the floor."""

from functools import cache

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.motion.perform import Side, perform
from otehon.motion.performance import Performance
from otehon.motion.props import Wall
from otehon.studio.camera import Balls, Camera, Direction, fit
from otehon.studio.directing import direction_of
from otehon.studio.framing import drawn
from otehon.studio.scene.room import NEVER, Room
from otehon.studio.scene.wall import stand_wall
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage
from otehon.studio.take import Take

SIZE = Size(160, 120)
WALLS = (Wall(0.6, "front"), Wall(-0.4, "back"), Wall(0.5, "right"), Wall(-0.5, "left"))
BODY = Balls(np.array([[0.0, 0.1, 0.0], [0.0, 1.6, 0.0]]), np.full(2, 0.6))


@cache
def swing(side: Side) -> Performance:
    movement = catalogue().get("leg_swing").movement
    assert movement is not None
    return perform(movement, side=side)


def filmed(side: Side, mirror: bool = False) -> Take:
    movement = catalogue().get("leg_swing").movement
    assert movement is not None
    return stage(swing(side), direction_of(movement, SIZE), Wish(mirror=mirror))


def seen_through(take: Take) -> bool:
    """Whether the camera stands behind the wall."""
    wall = take.furniture.props.wall
    assert wall is not None
    return float(take.direction.to_camera() @ np.array(wall.normal)) < 0


def camera(wall: Wall, from_behind: bool) -> Camera:
    x, _, z = np.array(wall.normal) * (-1 if from_behind else 1)
    return fit(BODY, Direction(float(np.degrees(np.arctan2(x, z))) + 20, 8), SIZE)


def painted(wall: Wall, from_behind: bool) -> Room:
    room = Room.empty(camera(wall, from_behind), SIZE)
    stand_wall(room, wall, ())
    return room


def test_the_camera_goes_round_where_the_other_leg_acts() -> None:
    assert not seen_through(filmed("right"))
    assert not seen_through(filmed("left"))
    assert filmed("left").direction == filmed("right").direction.mirrored("upright")


def test_in_a_mirror_it_is_seen_through_the_wall() -> None:
    for side in ("right", "left"):
        assert filmed(side, mirror=True).direction == filmed(side).direction.mirrored("upright")
        assert seen_through(filmed(side, mirror=True))


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_is_behind_the_body_whose_face_we_see(wall: Wall) -> None:
    room = painted(wall, from_behind=False)
    body = float(-room.camera.eye @ room.camera.axes[2])
    assert (room.depth < NEVER).mean() > 0.2
    assert body < room.depth[SIZE.height // 2, SIZE.width // 2] < NEVER


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_seen_from_behind_hides_nothing_and_leaves_its_foot(wall: Wall) -> None:
    room = painted(wall, from_behind=True)
    assert (room.depth == NEVER).all()
    assert 0 < (room.colour > 0).any(axis=2).mean() < 0.1


def test_the_edge_of_the_wall_is_in_the_picture() -> None:
    take = filmed("right")
    wall = take.furniture.props.wall
    assert wall is not None
    points = drawn(take).centres
    assert ((points - np.array(wall.point)) @ np.array(wall.normal) < -0.03).any()
