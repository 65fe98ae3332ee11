import numpy as np

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.studio.clip import make_clip
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes
from otehon.studio.series import Series
from otehon.studio.size import Size

SIZE = Size(320, 240)


def test_a_class_of_drills_shows_some_of_its_drills_one_after_the_other() -> None:
    family = catalogue().get("running_drill_generic")
    clip = make_clip(Order("", family, Dose(seconds=30)), Look(SIZE, text="none"))
    canvas = Planes.empty(*SIZE)
    seen, last = list[int](), canvas.copied()
    changes = list[float]()
    for frame in clip.play(canvas):
        seen.append(frame)
        changes.append(float(np.abs(canvas.luma.astype(int) - last.luma).mean()))
        last = canvas.copied()
    assert not clip.is_card
    assert clip.title == family.names.ja
    assert seen == list(range(clip.frames))
    assert 3 * 4 * 30 <= clip.frames <= 3 * 6 * 30
    assert [phase.first for phase in clip.phases] == sorted(phase.first for phase in clip.phases)
    assert isinstance(clip, Series)
    first, second, _ = (shot.take.frames for shot in clip.shots)
    cuts = (first, first + second)
    assert min(changes[int(cut)] for cut in cuts) > 1.5 * float(np.median(changes))


def test_the_interval_run_goes_on_to_the_jog_between() -> None:
    drill = catalogue().get("interval_run")
    clip = make_clip(Order("", drill, Dose(seconds=180)), Look(SIZE, text="none"))
    assert isinstance(clip, Series)
    fast, easy = clip.shots
    assert clip.title == drill.names.ja
    assert clip.frames == fast.take.frames + easy.take.frames <= 12 * 30
    assert clip.phases[-1].ja == "つなぎ：ジョギング"
    assert (clip.phases[-1].first, clip.phases[-1].end) == (fast.take.frames, clip.frames)
    burned = make_clip(Order("", drill, Dose(seconds=180)), Look(SIZE))
    assert isinstance(burned, Series)
    assert [bool(shot.counters) for shot in burned.shots] == [True, False]
    assert list(burned.play(Planes.empty(*SIZE))) == list(range(burned.frames))
    assert [movement.travel.forward for movement in catalogue().movements(drill)] == [
        drill.movement and drill.movement.travel.forward,
        (jog := catalogue().get("jogging").movement) and jog.travel.forward,
    ]
    boards = [shot.take.furniture.props.pace_board for shot in clip.shots]
    assert boards[0] is not None
    assert boards[0] == boards[1]
