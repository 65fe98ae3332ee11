import numpy as np

from otehon.drills.catalogue import catalogue
from otehon.motion.perform import perform
from otehon.motion.props import Box
from otehon.studio.camera import Balls, Direction, fit
from otehon.studio.directing import direction_of
from otehon.studio.scene.room import NEVER, Room
from otehon.studio.scene.step import stand_step
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage

SIZE = Size(160, 120)
ROUND = Balls(np.array([[0.0, 0.25, 0.0]]), np.array([0.6]))
BOX = Box((-0.2, 0.2), (-0.4, 0.4), 0.44)
BENCH = Box((-0.2, 0.2), (-0.4, 0.4), 0.44, lower=0.38)


def painted(box: Box) -> Room:
    room = Room.empty(fit(ROUND, Direction(90, 8), SIZE), SIZE)
    stand_step(room, box)
    return room


def test_a_bench_stands_on_legs_and_is_open_between_them() -> None:
    room = painted(BENCH)
    column, row = (int(v) for v in room.camera.project(np.array([[0.2, 0.2, 0.0]]))[0])
    foot, line = (int(v) for v in room.camera.project(np.array([[0.16, 0.1, 0.35]]))[0])
    assert room.depth[row, column] == NEVER
    assert room.depth[line, foot] < NEVER
    assert (painted(BOX).depth < NEVER).sum() > 1.5 * (room.depth < NEVER).sum()


def test_who_lies_the_other_way_round_is_seen_from_the_other_end() -> None:
    movement = catalogue().get("copenhagen").movement
    assert movement is not None
    view = direction_of(movement, SIZE)
    right, left = (stage(perform(movement, side=side), view, Wish()) for side in ("right", "left"))
    assert right.direction == view
    assert left.direction == view.mirrored("side_right")
    assert left.direction.azimuth == -view.azimuth
