"""Names that the catalogue does not have, and words that only hold a name."""

import pytest

from otehon.advice.reader import read_prescriptions


def drills(section: str) -> list[str]:
    return [prescription.drill for prescription in read_prescriptions(section)]


def test_an_unknown_name_with_a_long_vowel_is_listed_with_its_words() -> None:
    first, second = read_prescriptions("・バーピー：10回\n・もも上げ 20回")
    assert (first.name, first.drill, first.dose.reps) == ("バーピー", "unknown", 10)
    assert first.words == "・バーピー：10回"
    assert second.drill == "high_knees"


def test_shin_splints_are_no_sprint() -> None:
    assert drills("シンスプリント予防にはカーフレイズを20回行いましょう。") == ["calf_raise"]


@pytest.mark.parametrize("between", ["20秒×3、", " 20回×2セット、", "(30秒)、", "各15秒 / "])
def test_a_list_goes_on_behind_a_dose(between: str) -> None:
    assert drills(f"・プランク{between}キャットカウ") == ["plank", "cat_cow"]


def test_a_drill_may_be_described_instead_of_named() -> None:
    assert drills("タオルを足の指で手繰り寄せる動きを5分行いましょう。") == ["towel_gather"]
