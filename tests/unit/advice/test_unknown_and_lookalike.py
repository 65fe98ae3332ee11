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


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("踵をお尻に引き上げる動きを20回行いましょう。", ["butt_kick"]),
        ("仰向けになり、膝を立ててお尻を持ち上げます。15回繰り返しましょう。", ["hip_lift"]),
        ("プランクを30秒。次に、横向きに寝て上の足を上げる運動を10回。", ["plank", "side_leg_raise"]),
        ("・プランク 30秒\n・踵をお尻に引きつける動き 20回", ["plank", "butt_kick"]),
        ("走るときは踵をお尻に引き上げる意識を持ちましょう。", []),
        ("プランク：肘を床につき、体を一直線に保って30秒。", ["plank"]),
        ("デッドバグ\n仰向けで両足を上げ、片方ずつ下ろします。10回。", ["dead_bug"]),
    ],
)
def test_a_description_counts_where_it_stands_for_a_drill(section: str, wanted: list[str]) -> None:
    assert drills(section) == wanted


def test_a_and_b_before_metres_are_the_skips() -> None:
    first, second = read_prescriptions("スキップはA30m×5本とB50m×3本。")
    assert (first.drill, first.dose.metres, first.dose.reps) == ("a_skip", 30, 5)
    assert (second.drill, second.dose.metres, second.dose.reps) == ("b_skip", 50, 3)


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("- スクワット\n- バーピー", "バーピー"),
        ("火・金：フロッグポンプ 20回", "フロッグポンプ"),
        ("【メニュー2】コアツイスト\n・左右20回", "コアツイスト"),
        ("おすすめは「ニートゥエルボー」。左右10回。", "ニートゥエルボー"),
    ],
)
def test_where_an_unknown_name_may_stand(section: str, name: str) -> None:
    assert (name, "unknown") in [(item.name, item.drill) for item in read_prescriptions(section)]


@pytest.mark.parametrize(
    "line", ["- ストレッチ", "- 水分補給", "・膝を伸ばす", "・ポイント：背すじ", "・休憩：30秒"]
)
def test_what_is_no_name_though_it_stands_in_the_list(line: str) -> None:
    assert drills(f"{line[0]}スクワット 10回\n{line}") == ["squat"]
