"""The right way and the usual mistake in turn, as one take that loops without a seam."""

from dataclasses import replace
from typing import Final

import numpy as np

from otehon.drills.text import Text
from otehon.motion.performance import Performance
from otehon.motion.props import Props
from otehon.motion.skeleton import Array
from otehon.studio.camera import Direction
from otehon.studio.encoder import FRAME_RATE
from otehon.studio.length import SHORTEST
from otehon.studio.splice import joined, moved, rolled
from otehon.studio.staging import Cut, Wish, cut_for, stage
from otehon.studio.take import Take, Verdict

RIGHT: Final = Text(ja="正しい動き", en="The right way")
CROSS: Final = "× "
"""Before a caption that says what is wrong: read alone it must not sound like advice."""
TURN: Final = 12
"""Frames in which the body goes over from one way to the other; they are judged neither right nor wrong."""


def in_turn(right: Performance, wrong: Performance, mistake: Text, view: Direction, wish: Wish) -> Take:
    """Whole cycles of the right way, then of the mistake, each about as long as a clip must be.

    The clip begins where the right way is clean: the frames that lead back to it are its last ones. While the
    mistake is shown every caption says what is wrong. Nothing is counted: a mistake is no repetition.
    """
    told = _told(_placed(wrong, right), mistake)
    good, bad = _part(right, told, view, wish), _part(told, right, view, wish)
    said = bad.phases[0]
    wrong_words = Text(ja=said.ja.removeprefix(CROSS), en=said.en.removeprefix(CROSS))
    verdicts = (
        Verdict(TURN, good.frames, True, RIGHT),
        moved(Verdict(TURN, bad.frames, False, wrong_words), good.frames),
    )
    return rolled(replace(joined((good, bad)), verdicts=verdicts), TURN)


def _told(performance: Performance, mistake: Text) -> Performance:
    """The performance with what is wrong as the words of every phase."""
    words = Text(ja=CROSS + mistake.ja, en=CROSS + mistake.en)
    return replace(performance, passages=tuple(replace(one, caption=words) for one in performance.passages))


def _placed(wrong: Performance, right: Performance) -> Performance:
    """The mistake where the right way is: what stands stays when the body goes over.

    A wall stays where it is, so the mistake comes to it. Where there are other things in the room both are
    solved in the same one, and stay where they are.
    """
    if right.props.wall is not None and wrong.props.wall is not None:
        return _shifted(wrong, np.subtract(right.props.wall.point, wrong.props.wall.point))
    if replace(right.props, mat=None, band=None) != Props():
        return wrong
    here, there = ({touch.spot: touch.place for touch in one.touching(0.0)} for one in (right, wrong))
    apart = [np.subtract(here[spot], there[spot]) for spot in here.keys() & there.keys()]
    return _shifted(wrong, np.mean(apart, axis=0)) if apart else wrong


def _shifted(performance: Performance, by: Array) -> Performance:
    """The same, (3,) metres further along the floor."""
    coordinates = performance.coordinates.copy()
    coordinates[:, [0, 2]] += by[[0, 2]]
    return replace(performance, coordinates=coordinates)


def _part(shown: Performance, before: Performance, view: Direction, wish: Wish) -> Take:
    """Whole cycles, into whose first the body comes over from what was shown before."""
    cut = cut_for(shown, SHORTEST)
    led = stage(_led(shown, before, cut.frames), view, wish, Cut(1, cut.frames))
    if cut.cycles == 1:
        return led
    return joined((led, stage(shown, view, wish, Cut(cut.cycles - 1, cut.frames))))


def _led(shown: Performance, before: Performance, frames: int) -> Performance:
    """A cycle that begins as the other one does, and goes over; sampled so that its frames are exact."""
    times = np.arange(2 * frames) * shown.period / (2 * frames)
    share = _eased(times * FRAME_RATE / TURN)[:, None]
    return replace(shown, coordinates=(1 - share) * before.at(times) + share * shown.at(times))


def _eased(share: Array) -> Array:
    """0 to 1 without a jolt at either end; 1 afterwards."""
    part = np.clip(share, 0, 1)
    return part * part * (3 - 2 * part)
