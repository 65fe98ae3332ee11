from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.drills.model import Drill, Mistake
from otehon.drills.movement import Movement
from otehon.drills.variants import merged
from otehon.studio.clip import Clip, make_clip
from otehon.studio.contrast import TURN
from otehon.studio.demonstration import Demonstration
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes
from otehon.studio.size import Size
from otehon.studio.splice import rolled
from otehon.studio.take import Take

SIZE = Size(480, 360)
SHOWING = [drill for drill in catalogue() if drill.shown_mistake is not None]
CLEAN = Look(SIZE, text="none")


def slow_jog() -> Drill:
    """A drill of short cycles over moving ground, with a mistake of another stride."""
    drill = catalogue().get("jogging")
    assert drill.movement is not None
    travel = drill.movement.travel.model_copy(update={"forward": drill.movement.travel.forward * 0.7})
    wrong = Mistake(
        ja="歩幅が狭い", en="Short strides", shows=drill.movement.model_copy(update={"travel": travel})
    )
    return drill.model_copy(update={"mistakes": (wrong, *drill.mistakes[1:])})


def clip_of(drill: Drill, look: Look = CLEAN, *, with_mistake: bool = True) -> Clip:
    return make_clip(Order("", drill, drill.dose, with_mistake=with_mistake), look)


def take_of(drill: Drill, *, with_mistake: bool = True) -> Take:
    clip = clip_of(drill, with_mistake=with_mistake)
    assert isinstance(clip, Demonstration)
    return clip.shot.take


@pytest.fixture(params=[*(drill.id for drill in SHOWING[:3]), "slow jog"])
def drill(request: pytest.FixtureRequest) -> Drill:
    return slow_jog() if request.param == "slow jog" else catalogue().get(request.param)


def test_the_right_way_comes_first_and_what_leads_from_one_to_the_other_is_not_judged(drill: Drill) -> None:
    take = take_of(drill)
    right, wrong = take.verdicts
    assert (right.right, wrong.right) == (True, False)
    assert right.first == 0
    assert wrong.first - right.end == TURN == take.frames - wrong.end
    assert take.verdict_at(right.end) is None
    assert drill.shown_mistake is not None
    assert (wrong.words.ja, wrong.words.en) == (drill.shown_mistake.ja, drill.shown_mistake.en)
    assert take.tally is None


def test_every_caption_says_what_is_wrong_while_it_is_wrong(drill: Drill) -> None:
    take = take_of(drill)
    _, wrong = take.verdicts
    during = [one for one in take.phases if one.first < wrong.end and one.end > wrong.first]
    assert {one.ja for one in during} == {f"× {wrong.words.ja}"}
    before = [one for one in take.phases if one.end <= wrong.first - TURN]
    assert before
    assert not any("×" in one.ja for one in before)


def test_the_body_never_jumps_neither_between_the_ways_nor_at_the_loop(drill: Drill) -> None:
    take = take_of(drill)
    shown = take.bones[take.shown][:, :, :, 3]
    steps = np.linalg.norm(np.diff(np.concatenate([shown, shown[:1]]), axis=0), axis=2).max(1)
    turns = np.concatenate([np.arange(one.end - 1, one.end + TURN) % take.frames for one in take.verdicts])
    usual = np.delete(steps, turns)
    assert steps[turns].max() < max(0.05, 1.5 * usual.max()), "metres in a thirtieth of a second"


def test_the_right_half_is_the_drill_itself(drill: Drill) -> None:
    right, plain = take_of(drill), take_of(drill, with_mistake=False)
    frame = right.verdicts[0].end - 1
    place = right.bones[right.shown[frame]]
    nearest = np.abs(plain.bones - place).reshape(len(plain.bones), -1).max(1).min()
    assert nearest < 0.02


def test_ground_that_passes_at_another_speed_fits_too() -> None:
    take = take_of(slow_jog())
    assert take.marks is not None
    assert len(take.marks) == len(take.bones)
    canvas = Planes.empty(*SIZE)
    assert len(list(clip_of(slow_jog()).play(canvas))) == take.frames >= 8 * 30 - 20


def test_the_mistake_leans_on_the_wall_that_is_there() -> None:
    drill = catalogue().get("wall_lean")
    assert drill.movement is not None
    data = drill.movement.model_dump(by_alias=True)
    bent = merged(data, {"poses": {"hold": {"trunk": {"pelvis_tilt": -62}, "both": {"arm_flex": 145}}}})
    mistake = Mistake(ja="腰から折れる", en="Bent", shows=Movement.model_validate(bent))
    take = take_of(drill.model_copy(update={"mistakes": (mistake, *drill.mistakes[1:])}))
    ahead = take.bones[take.shown][:, :, 0, 3].max(1)
    right, wrong = (ahead[one.first : one.end] for one in take.verdicts)
    assert np.ptp(right) < 0.005
    np.testing.assert_allclose(wrong, right.mean(), atol=0.015)


def test_a_drill_without_a_mistake_is_shown_as_usual() -> None:
    drill = next(one for one in catalogue() if one.movement and not one.shown_mistake)
    assert clip_of(drill).verdicts == ()
    assert clip_of(drill).frames == clip_of(drill, with_mistake=False).frames


def test_the_mark_stands_on_the_picture_in_its_colour() -> None:
    drill = SHOWING[0]
    clip = make_clip(Order("", drill, Dose(reps=5), with_mistake=True), Look(SIZE))
    assert isinstance(clip, Demonstration)
    place, canvas = clip.shot.layout.counter, Planes.empty(*SIZE)
    rows, columns = slice(place.top // 2, place.bottom // 2), slice(place.left // 2, place.right // 2)
    found = {True: list[float](), False: list[float](), None: list[float]()}
    for frame in clip.play(canvas):
        verdict = clip.shot.take.verdict_at(frame)
        found[verdict and verdict.right].append(float(canvas.red[rows, columns].mean()))
    assert max(found[True]) < 115, "teal"
    assert min(found[False]) > 150, "red"
    assert all(115 < value < 140 for value in found[None]), "bare"


def test_a_loop_that_begins_later_shows_and_says_the_same() -> None:
    take = replace(take_of(SHOWING[0], with_mistake=False), verdicts=())
    later = rolled(take, 7)
    assert later.shown.tolist() == np.roll(take.shown, -7).tolist()
    said = {frame: one.ja for one in take.phases for frame in range(one.first, one.end)}
    moved = {(frame + 7) % take.frames: one.ja for one in later.phases for frame in range(one.first, one.end)}
    assert moved == said
    assert all(one.end <= other.first for one, other in pairwise(later.phases))
