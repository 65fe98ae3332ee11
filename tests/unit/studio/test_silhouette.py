import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.studio.arrays import Doubles, Flags
from otehon.studio.camera import Camera
from otehon.studio.clip import demonstrated
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.painter.painter import Painter
from otehon.studio.sculpt.solid import Solid
from otehon.studio.shot import Shot
from otehon.studio.size import Size

SIZE = Size(384, 288)
# The silhouette is sampled at pixel centres: a ray must pass this deep through the flesh to count as inside,
# metres.
DEEP = 0.004


def shot_of(drill_id: str) -> Shot:
    drill = catalogue().get(drill_id)
    assert drill.movement is not None
    return demonstrated(Order("", drill, Dose()), drill, drill.movement, Look(SIZE, text="none"))


def depth_along(solid: Solid, camera: Camera, pixels: Flags) -> Doubles:
    """The least distance to the flesh, metres, along the rays of those pixels."""
    rays = camera.rays(*SIZE)[pixels]
    far = np.full(len(rays), 0.5)
    least = np.full(len(rays), 9.0)
    for _ in range(90):
        distance, _ = solid.distance((camera.eye + rays * far[:, None]).astype(np.float32))
        least = np.minimum(least, distance)
        far += np.maximum(np.abs(distance) * 0.9, 0.002)
    return least


@pytest.mark.parametrize(
    ("drill_id", "share"), [("squat", 0.45), ("high_knees", 0.1), ("plank", 0.0), ("jump_rope", 0.6)]
)
def test_no_background_shows_through_the_body(drill_id: str, share: float) -> None:
    shot = shot_of(drill_id)
    pose = int(shot.take.shown[int(shot.take.frames * share)])
    painter = Painter(shot.figure, shot.scene)
    box = painter.paint(shot.take.bones[pose], shot.scene.background.copied())
    covered = painter.covered(box).astype(bool)
    near = np.zeros_like(covered)
    near[box.top : box.bottom, box.left : box.right] = True

    holes = near & ~covered
    holes[holes] = depth_along(Solid.of(shot.take.hands, shot.take.bones[pose]), shot.camera, holes) < -DEEP

    assert covered.sum() > 3000
    assert holes.sum() == 0
