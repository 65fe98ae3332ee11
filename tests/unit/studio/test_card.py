import numpy as np
import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.studio.card import NOT_YET
from otehon.studio.clip import make_clip
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes
from otehon.studio.size import NAMES, SizeName, size_of

WORDS = "逆立ちで壁に沿って10歩進みます。" * 20


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_drill_gets_a_still_card_that_says_so(name: SizeName) -> None:
    look = Look(size_of(name), text="none")
    card = make_clip(Order("逆立ちウォーク", None, Dose(reps=10), WORDS), look)
    canvas = Planes.empty(*look.size)
    frames = [canvas.luma.copy() for _ in card.play(canvas)]

    assert card.is_card
    assert card.title == "逆立ちウォーク"
    assert len(frames) == card.frames == 150
    assert (frames[0] == frames[-1]).all()
    assert [(phase.ja, phase.en) for phase in card.phases] == [(NOT_YET.ja, NOT_YET.en)]


def test_the_advices_words_are_on_the_card() -> None:
    look = Look(size_of("640x360"))
    with_words, without = (
        make_clip(Order("逆立ち", None, Dose(), words), look).poster() for words in (WORDS, "")
    )

    assert (np.abs(with_words.luma.astype(int) - without.luma) > 80).sum() > 500


def test_no_other_drills_movement_is_shown_for_one_without_a_movement() -> None:
    drill = catalogue().get("squat").model_copy(update={"movement": None})

    assert make_clip(Order("", drill, Dose()), Look(size_of("640x360"))).is_card
