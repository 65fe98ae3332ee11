"""A slope, grass and bare feet."""

import numpy as np
import pytest

from otehon.motion.props import Props, Terrain
from otehon.studio.camera import Balls, Direction, fit, leaned
from otehon.studio.figure.material import MATERIALS, NAMES, palette
from otehon.studio.scene.floor import lay_floor
from otehon.studio.scene.room import NEVER, Room
from otehon.studio.scene.scene import Furniture, build_scene
from otehon.studio.scene.terrain import FAR_EDGE, NEAR_EDGE, raise_slope
from otehon.studio.size import Size

SIZE = Size(160, 120)
BODY = Balls(np.array([[0.0, 0.0, 0.66], [0.0, -0.2, 0.66], [0.0, 1.7, 0.0]]), np.full(3, 0.1))


def test_the_camera_stays_level_on_a_slope() -> None:
    camera = fit(BODY, Direction(0, 8, slope=5.0), SIZE)
    level = np.array([[-0.5, 0.0, 0.0], [0.5, 0.0, 0.0]]) @ leaned(5.0).T
    behind, ahead = camera.project(level)
    assert ahead[1] == pytest.approx(behind[1])


def test_ground_that_rises_ahead_rises_in_the_picture() -> None:
    camera = fit(BODY, Direction(0, 8, slope=5.0), SIZE)
    behind, ahead = camera.project(np.array([[-0.5, 0.0, 0.0], [0.5, 0.0, 0.0]]))
    assert np.degrees(np.arctan2(behind[1] - ahead[1], ahead[0] - behind[0])) == pytest.approx(5.0, abs=0.3)


def test_shadows_fall_on_the_ramp_and_not_beside_it() -> None:
    room = Room.empty(fit(BODY, Direction(0, 8, slope=5.0), SIZE), SIZE)
    lay_floor(room)
    raise_slope(room, 5.0)
    fallen = np.abs(room.ground_z) < NEVER
    assert fallen.any()
    assert room.ground_z[fallen].max() <= NEAR_EDGE
    assert room.ground_z[fallen].min() >= -FAR_EDGE


def test_grass_is_green_near_the_runner() -> None:
    camera = fit(BODY, Direction(20, 8), SIZE)
    plain, green = (
        build_scene(camera, SIZE, Furniture(Props(terrain=Terrain(grass=grass)))) for grass in (False, True)
    )
    x, y = (round(float(part) / 2) for part in camera.project(np.zeros((1, 3)))[0])
    at = (y, x)
    assert green.ground.red[at] < plain.ground.red[at] - 5
    assert green.ground.blue[at] < plain.ground.blue[at] - 5
    np.testing.assert_array_equal(green.ground.luma[0], plain.ground.luma[0])


def test_bare_feet_are_skin() -> None:
    bare = palette(barefoot=True)
    skin = np.array(MATERIALS["skin"], np.float32)
    np.testing.assert_array_equal(bare[NAMES.index("shoe")], skin)
    np.testing.assert_array_equal(bare[NAMES.index("sole")], skin)
    np.testing.assert_array_equal(bare[NAMES.index("cap")], palette()[NAMES.index("cap")])
