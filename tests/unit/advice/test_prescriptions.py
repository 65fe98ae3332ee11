import pytest

from otehon.advice import Prescription, read_prescriptions


def row(prescription: Prescription) -> tuple[object, ...]:
    dose = prescription.dose
    return prescription.drill, dose.sets, dose.reps, dose.seconds, dose.side


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("プランクを30秒、3セット行いましょう。", ("plank", 3, None, 30, None)),
        ("左右各10回×3セットのランジ", ("lunge", 3, 10, None, "both")),
        ("片足立ちを左右１分ずつ", ("single_leg_balance", None, None, 60, "both")),
        ("もも上げ20秒×3", ("high_knees", 3, None, 20, None)),
        ("カーフレイズ 二十回 三セット", ("calf_raise", 3, 20, None, None)),
        ("ヒップリフト: 10〜15回×2〜3セット", ("hip_lift", 2, 10, None, None)),
        ("縄跳びを1分30秒", ("jump_rope", None, None, 90, None)),
        ("スクワット 3×10回", ("squat", 3, 10, None, None)),
        ("ヒップリフトを10回、上で4秒キープ。", ("hip_lift", None, 10, None, None)),
        ("カーフレイズ15回。3秒かけて下ろします。", ("calf_raise", None, 15, None, None)),
        ("スクワットを20回、週3回。休憩は60秒。", ("squat", None, 20, None, None)),
        ("サイドプランク\n・20秒キープ\n※反対側も同様に", ("side_plank", None, None, 20, "both")),
        ("右足での片足立ちを30秒", ("single_leg_balance", None, None, 30, "right")),
        ("10分間の縄跳び", ("jump_rope", None, None, 600, None)),
        ("まずは10回から、慣れたら20回×3セットのスクワット", ("squat", None, 10, None, None)),
        ("Squats: 3 sets of 12 reps, rest 60 seconds, 3 times a week", ("squat", 3, 12, None, None)),
        ("Lunges 3x10 per side", ("lunge", 3, 10, None, "both")),
    ],
)
def test_dose(section: str, expected: tuple[object, ...]) -> None:
    assert [row(prescription) for prescription in read_prescriptions(section)] == [expected]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("プランクは行わないでください。スクワットを10回。", ["squat"]),
        ("プランクより楽なブリッジを20秒。", ["bridge"]),
        ("プランクや腕立て伏せは避けて、縄跳びを1分。", ["jump_rope"]),
        ("スクワットでは膝を前に出さないでください。15回。", ["squat"]),
        ("プランクをやらないのはもったいないです。", ["plank"]),
        ("ジョギングの前後に競歩を5分。", ["race_walk"]),
        ("Avoid squats. Do lunges instead of planks.", ["lunge"]),
    ],
)
def test_negated_and_compared_drills_are_left_out(section: str, expected: list[str]) -> None:
    assert [prescription.drill for prescription in read_prescriptions(section)] == expected


def test_each_drill_once_in_order() -> None:
    section = "1. 縄跳び 30秒\n2. 踵上げ（カーフレイズ）20回\n3. 縄跳び 30秒"
    assert [prescription.drill for prescription in read_prescriptions(section)] == ["jump_rope", "calf_raise"]


def test_name_and_words_are_those_of_the_advice() -> None:
    first, second = read_prescriptions("・ﾌﾟﾗﾝｸ：30秒。\n・片脚立ち：左右10秒。")
    assert (first.name, first.words) == ("ﾌﾟﾗﾝｸ", "・ﾌﾟﾗﾝｸ：30秒。")
    assert (second.name, second.words) == ("片脚立ち", "・片脚立ち：左右10秒。")


@pytest.mark.parametrize(
    "section", ["Planks twice a day", "プランクを半分の時間", "Planks once a week", "スクワット0回"]
)
def test_amounts_without_a_number_are_no_dose(section: str) -> None:
    doses = [prescription.dose for prescription in read_prescriptions(section)]
    assert all(dose.reps is None and dose.seconds is None for dose in doses)
