"""What fills the picture: the whole figure, or the lower legs where nothing else moves."""

from otehon.drills.catalogue import catalogue
from otehon.motion.perform import perform
from otehon.studio.camera import fit
from otehon.studio.directing import direction_of
from otehon.studio.framing import drawn
from otehon.studio.size import Size
from otehon.studio.staging import Wish, stage

PICTURE = Size(960, 720)


def test_feet_that_curl_fill_the_picture() -> None:
    movement = catalogue().get("toe_grip").movement
    assert movement is not None
    played = perform(movement)
    whole = movement.model_copy(update={"camera": movement.camera.model_copy(update={"fills": "all"})})
    near, far = (
        fit(drawn(stage(played, direction, Wish())), direction, PICTURE).distance
        for direction in (direction_of(movement, PICTURE), direction_of(whole, PICTURE))
    )
    assert near < 0.6 * far
    tops = drawn(stage(played, direction_of(movement, PICTURE), Wish())).centres[:, 1]
    assert tops.max() < 0.6
