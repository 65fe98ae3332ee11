from dataclasses import replace

import numpy as np
import pytest

from otehon.drills.dose import Dose
from otehon.drills.text import Text
from otehon.motion.performance import Passage, Performance
from otehon.motion.props import Props
from otehon.motion.skeleton import skeleton
from otehon.studio.camera import Direction
from otehon.studio.staging import Wish, cut_for, stage

VIEW = Direction(30, 9)


def performance(period: float, repetitions: int) -> Performance:
    """A right arm that is raised and lowered once a period."""
    bones = skeleton()
    n = 2 * round(period * 30)
    q = np.zeros((n, len(bones.coordinates)))
    q[:, bones.coordinate("arm_flex_r")] = (1 - np.cos(2 * np.pi * np.arange(n) / n)) / 2
    caption = Text(ja="右手を上げる", en="Raise the right hand")
    passage = Passage(0.0, period, "move", "up", False, caption, frozenset({"deltoid_r"}))
    props = Props()
    return Performance(
        bones, "upright", "fist", period, repetitions, None, q, (passage,), (), {}, frozenset(), props
    )


@pytest.mark.parametrize(
    ("period", "wanted", "seconds"),
    [
        (1.5, 5.0, 4.5),
        (3.6, 5.0, 7.2),
        (3.6, 8.0, 7.2),
        (1.5, 1.0, 4.5),
        (5.0, 60.0, 10.0),
        (14.0, 5.0, 14.0),
    ],
)
def test_a_clip_shows_whole_repetitions_nearest_to_its_length(
    period: float, wanted: float, seconds: float
) -> None:
    cut = cut_for(performance(period, 1), wanted)

    assert cut.cycles * cut.frames == round(seconds * 30)


@pytest.mark.parametrize("wanted", [4.0, 5.0, 8.0, 12.0])
def test_a_hold_lasts_exactly_as_long_as_wanted_and_counts_its_seconds(wanted: float) -> None:
    take = stage(performance(3.2, 0), VIEW, Wish(seconds=wanted))

    assert take.frames == pytest.approx(wanted * 30, abs=take.frames / 60)
    assert take.count[:31].tolist() == [1] * 30 + [2]
    assert take.holds


def test_the_last_frame_leads_back_to_the_first() -> None:
    take = stage(performance(1.5, 1), VIEW, Wish())
    bones = take.bones[take.shown]
    usual = np.abs(np.diff(bones, axis=0)).max()

    assert np.abs(bones[0] - bones[-1]).max() <= usual


def test_a_pose_that_comes_again_is_kept_once() -> None:
    take = stage(performance(1.5, 1), VIEW, Wish())

    assert len(take.bones) <= 45
    assert take.frames == 135


def test_repetitions_are_counted_up_to_the_dose() -> None:
    take = stage(performance(1.5, 1), VIEW, Wish(Dose(reps=10)))

    assert take.count[[0, 44, 45, 134]].tolist() == [1, 1, 2, 3]
    assert take.total == 10


def test_left_and_right_in_turn_count_once_where_the_dose_is_for_each_side() -> None:
    alternating = performance(2.0, 2)

    assert (
        stage(alternating, VIEW, Wish(Dose(reps=10))).count.max()
        == 2 * stage(alternating, VIEW, Wish(Dose(reps=10, side="both"))).count.max()
    )


def test_seconds_are_counted_where_the_dose_gives_seconds() -> None:
    take = stage(performance(1.5, 1), VIEW, Wish(Dose(seconds=30)))

    assert (take.holds, take.total, take.count.max()) == (True, 30, 5)


def test_a_mirrored_clip_exchanges_sides_in_body_words_and_tint() -> None:
    plain, turned = (stage(performance(1.5, 1), VIEW, Wish(mirror=mirror)) for mirror in (False, True))
    body = skeleton().body
    top = plain.frames // 6

    assert plain.bones[plain.shown[top], body("hand_r"), 1, 3] > plain.bones[0, body("hand_r"), 1, 3] + 0.05
    assert (
        turned.bones[turned.shown[top], body("hand_l"), 1, 3] > turned.bones[0, body("hand_l"), 1, 3] + 0.05
    )
    assert turned.phases[0].ja == "左手を上げる"
    assert turned.phases[0].en == "Raise the left hand"
    assert set(turned.working) == {"deltoid_l"}
    assert turned.direction.azimuth == 180 - VIEW.azimuth


def test_a_mirrored_clip_of_one_side_keeps_that_side() -> None:
    one_sided = replace(performance(1.5, 1), side="right")
    take = stage(one_sided, VIEW, Wish(mirror=True))

    assert take.phases[0].ja == "右手を上げる"
    assert take.direction.azimuth == 180 - VIEW.azimuth
