from hypothesis import given
from hypothesis import strategies as st

from otehon.studio.overlay.wrap import wrap


def by_letter(text: str) -> float:
    return float(len(text))


def test_words_are_not_torn_apart() -> None:
    assert wrap("keep your knees over toes", 10, by_letter) == ["keep your", "knees over", "toes"]


def test_a_full_stop_never_begins_a_japanese_line() -> None:
    assert wrap("背すじを伸ばす。軽く", 7, by_letter) == ["背すじを伸ば", "す。軽く"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert max(map(len, wrap("Donaudampfschifffahrtsgesellschaft", 10, by_letter))) <= 10


@given(st.text(max_size=60), st.integers(4, 30))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = wrap(text, width, by_letter)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width or len(line) <= 4 for line in lines)
