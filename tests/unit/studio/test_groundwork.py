import numpy as np

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.motion.performance import Performance
from otehon.studio.clip import demonstrated
from otehon.studio.film import ground_of
from otehon.studio.groundwork import marks
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes
from otehon.studio.rehearsal import rehearsed
from otehon.studio.shoot import photograph, shoot
from otehon.studio.shot import Shot
from otehon.studio.size import Size

SIZE = Size(320, 240)


def walking() -> Performance:
    movement = catalogue().get("toe_walk").movement
    assert movement is not None
    return rehearsed(movement, "both")


def shot(drill: str, **look: str) -> Shot:
    found = catalogue().get(drill)
    assert found.movement is not None
    return demonstrated(Order("", found, Dose()), found, found.movement, Look(SIZE, **look))  # pyright: ignore[reportArgumentType]


def test_lines_pass_at_the_speed_of_the_ground() -> None:
    there = walking()
    lines = marks(there, np.array([0.0, 0.1]))
    assert lines is not None
    moved = (lines[1] - lines[0])[:, 0, 0]
    assert np.isclose(moved, there.ground[0] * 0.1, atol=1e-5).sum() >= len(moved) - 1


def test_a_cycle_passes_a_whole_number_of_lines() -> None:
    there = walking()
    lines = marks(there, np.array([0.0, there.period]))
    assert lines is not None
    first, last = (np.sort(instant[:, 0, 0]) for instant in lines)
    np.testing.assert_allclose(first, last, atol=1e-4)


def test_who_stays_in_place_passes_no_lines() -> None:
    movement = catalogue().get("squat").movement
    assert movement is not None
    assert marks(rehearsed(movement, "both"), np.array([0.0])) is None


def test_frames_of_a_film_are_the_stills_and_leave_nothing_behind() -> None:
    filmed = shot("toe_walk", text="none")
    canvas = Planes.empty(*SIZE)
    frames = [canvas.copied() for _ in shoot(filmed, canvas)]
    for i in (0, 5, 17):
        for ours, theirs in zip(frames[i], photograph(filmed, i), strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_lines_do_not_run_over_the_words() -> None:
    filmed = shot("toe_walk", text="burned")
    ground = ground_of(filmed.take, filmed.scene)
    assert ground is not None
    frame, words = filmed.scene.background.copied(), filmed.scene.bare == 0
    ground.draw(0, frame)
    assert words.any()
    assert (frame.luma != filmed.scene.background.luma).any()
    np.testing.assert_array_equal(frame.luma[words], filmed.scene.background.luma[words])
