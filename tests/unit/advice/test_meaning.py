"""What is advised against or only named is left out; doses reach every drill that they are meant for."""

import pytest

from otehon.advice import Prescription, extract_drill_section, read_prescriptions


def drills(section: str) -> list[str]:
    return [item.drill for item in read_prescriptions(section)]


def only(section: str) -> Prescription:
    (prescription,) = read_prescriptions(section)
    return prescription


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("縄跳びを始める段階ではありません。スクワットを15回行いましょう。", ["squat"]),
        ("プランクと比べて楽なヒップリフトを12回。", ["hip_lift"]),
        ("背筋に軽く力を入れて走りましょう。", []),
        ("スクワットを20秒、40秒休んで4セット行います。", ["squat"]),
        ("プランク 30秒×左右×2セット", ["plank"]),
        ("・プランク：×\n・縄跳び：1分", ["jump_rope"]),
        ("スクワット2×12、プランク2×20秒（セット×回数）", ["squat", "plank"]),
        ("ランジをしないと体が固まります。左右8回です。", ["lunge"]),
        ("スクワットは負担が大きすぎます。ヒップリフトを12回行いましょう。", ["hip_lift"]),
        ("プランクを長く続ける必要はありません。20秒を3セットです。", ["plank"]),
        ("先月は腕立て伏せを提案しましたが、今月はランジを左右8回にします。", ["lunge"]),
        ("先月からスクワットを続けてきましたが、今月も15回行いましょう。", ["squat"]),
        ("ランジも悪くありませんが、今必要なのはヒップリフトです。12回です。", ["hip_lift"]),
        (
            "プランクは効果的ですが、腰に注意してください。ヒップリフトも12回行いましょう。",
            ["plank", "hip_lift"],
        ),
        ("スクワットのときに膝が揺れるので、クラムシェルを左右15回。", ["clamshell"]),
        ("ランジを左右8回。深いランジは避けてください。", ["lunge"]),
        ("【やらなくてよいもの】縄跳び、スクワット\n【やるもの】ランジ10回", ["lunge"]),
        ("緩い上り坂を使ったジョギングを10分。", ["hill_run"]),
        ("片足立ちのスクワットを10回。", ["squat"]),
        ("You don't need planks. Non-stop high knees for 20 seconds.", ["high_knees"]),
        ("Avoid deep squats. Do 10 calf raises.", ["calf_raise"]),
    ],
)
def test_only_what_is_prescribed_counts(section: str, wanted: list[str]) -> None:
    assert drills(section) == wanted


@pytest.mark.parametrize(
    ("section", "field", "wanted"),
    [
        ("スクワットと縄跳びを。どちらも25回です。", "reps", [25, 25]),
        ("・スクワット\n・ヒップリフト\n上記をそれぞれ20回ずつ、2セット行います。", "reps", [20, 20]),
        ("2種目を4セットずつ。①スクワット10回 ②ヒップリフト12回", "sets", [4, 4]),
        ("以下を各12回、2セットずつ行います。\n・スクワット\n・ヒップリフト", "sets", [2, 2]),
        ("・スクワット（10回）\n・ヒップリフト（12回）\nセット数：各2", "sets", [2, 2]),
        ("1. スクワット：10回\n2. ヒップリフト：12回\n→ 通して3周", "sets", [3, 3]),
        ("スクワット（10回）＋ヒップリフト（12回）＝1セット ×3", "sets", [3, 3]),
        ("3セットずつ行いましょう：スクワット（10回）、ヒップリフト（12回）", "sets", [3, 3]),
        ("Circuit (3 rounds): 10 squats, 12 hip lifts", "sets", [3, 3]),
        ("毎日5分ずつ続けましょう。\n・スクワット\n・ヒップリフト", "seconds", [None, None]),
        ("種目,セット,回数\nスクワット,3,15\nヒップリフト,2,12", "sets", [3, 2]),
        (
            "・プランク\n・サイドプランク（左右）\n・スクワット\n上記をそれぞれ40秒ずつ。",
            "side",
            [None, "both", None],
        ),
    ],
)
def test_a_shared_dose_reaches_each_drill(section: str, field: str, wanted: list[object]) -> None:
    assert [getattr(item.dose, field) for item in read_prescriptions(section)] == wanted


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("スクワットを12回1セットとして、1日2セット行います。", {"sets": 2, "reps": 12}),
        ("スクワット ×12 ×4", {"sets": 4, "reps": 12}),
        ("Do 2 sets of 15 squats.", {"sets": 2, "reps": 15}),
        ("Squats: 2 sets of 40 seconds.", {"sets": 2, "seconds": 40}),
        ("プランクを30秒 3セット", {"sets": 3, "seconds": 30}),
        ("片足スクワットを右だけ8回行います。", {"reps": 8, "side": "right"}),
        ("サイドプランク（左を下にして25秒、次に右を下にして25秒）", {"seconds": 25, "side": "both"}),
    ],
)
def test_doses_as_they_are_written(section: str, wanted: dict[str, object]) -> None:
    dose = only(section).dose.model_dump()
    assert {field: dose[field] for field in wanted} == wanted


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("バーピーを12回行いましょう。", "バーピー"),
        (
            "太ももが硬いので、ハムストリングスのストレッチを40秒行いましょう。",
            "ハムストリングスのストレッチ",
        ),
        ("・首のストレッチ 20秒", "首のストレッチ"),
        ("**フォームローラーほぐし**: 背中を1分転がします。", "フォームローラーほぐし"),
    ],
)
def test_a_drill_that_the_catalogue_lacks_keeps_its_own_name(section: str, name: str) -> None:
    prescription = only(section)
    assert (prescription.name, prescription.drill) == (name, "unknown")


@pytest.mark.parametrize("section", ["ペースを5秒上げましょう。", "メトロノームを180に合わせて走ります。"])
def test_katakana_with_a_number_is_not_yet_a_drill(section: str) -> None:
    assert "unknown" not in drills(section)


def test_a_section_in_an_advice_without_any_spaces() -> None:
    advice = (
        "腕が振れています。【💪 おすすめの補強ドリル】もも上げ：20回。【💡 ワンポイントアドバイス】焦らず。"
    )
    assert extract_drill_section(advice) == "もも上げ：20回。"
