import numpy as np

from otehon.drills.catalogue import catalogue
from otehon.motion.perform import perform
from otehon.motion.props import BAR_RADIUS
from otehon.studio.directing import direction_of
from otehon.studio.framing import drawn
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage

SIZE = Size(160, 120)


def test_the_bar_is_drawn_between_its_posts_and_in_the_picture() -> None:
    movement = catalogue().get("pull_up").movement
    assert movement is not None
    there = perform(movement)
    assert there.props.bar is not None
    take = stage(there, direction_of(movement, SIZE), Wish())
    rods = take.cords_of(0)
    bar = next(rod for rod in rods if rod.radius == BAR_RADIUS)
    half, height = there.props.bar.width / 2, there.props.bar.height
    np.testing.assert_allclose(bar.points, [[0, height, -half], [0, height, half]], atol=1e-6)
    posts = sorted(float(rod.points[0, 2]) for rod in rods if rod is not bar)
    np.testing.assert_allclose(posts, [-half, half], atol=1e-6)
    seen = drawn(take).centres
    assert seen[:, 1].max() >= height
    assert seen[:, 2].min() <= -half + 1e-6
