import pytest

from otehon.drills.catalogue import catalogue
from otehon.drills.folding import fold
from otehon.drills.search import search


@pytest.mark.parametrize(
    "query",
    ["カーフレイズ", "かーふれいず", "ｶｰﾌﾚｲｽﾞ", "カーフ・レイズ", "calf raise", "CALF RAISE", "calf_raise"],
)
def test_a_drill_is_found_however_it_is_spelt(query: str) -> None:
    assert search(catalogue(), query)[0].id == "calf_raise"


def test_kanji_finds_a_drill_and_an_exact_name_comes_first() -> None:
    found = [drill.id for drill in search(catalogue(), "縄跳び")]

    assert found[0] == "jump_rope"


def test_what_is_not_there_is_not_found() -> None:
    assert search(catalogue(), "水泳") == []


def test_a_query_without_letters_finds_everything() -> None:
    assert len(search(catalogue(), " ・")) == len(catalogue())


def test_folding_keeps_different_words_apart() -> None:
    assert fold("カーフ") != fold("カーブ")
    assert fold("バー") != fold("パー")
