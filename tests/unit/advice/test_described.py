"""Drills that are described, named again, or have no id."""

import pytest

from otehon.advice import UNKNOWN, Prescription, read_prescriptions


def short(prescription: Prescription) -> tuple[object, ...]:
    dose = prescription.dose
    return prescription.drill, dose.sets, dose.reps, dose.seconds, dose.side


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            "プランクとスクワットがおすすめです。プランクは30秒、スクワットは15回行いましょう。",
            [("plank", None, None, 30, None), ("squat", None, 15, None, None)],
        ),
        (
            "ヒップリフトとクラムシェルを。ヒップリフトは15回×2、クラムシェルは左右12回。",
            [("hip_lift", 2, 15, None, None), ("clamshell", None, 12, None, "both")],
        ),
    ],
)
def test_a_drill_that_is_taken_up_again_has_the_words_there(
    section: str, expected: list[tuple[object, ...]]
) -> None:
    assert [short(one) for one in read_prescriptions(section)] == expected


@pytest.mark.parametrize(
    "section",
    [
        "プランク30秒、スクワット20回。これを3周。",
        "A. プランク 30秒\nB. スクワット 20回\n2分休み、計3周。",
        "プランク（30秒）→スクワット（20回）の順に3巡。",
        "プランク（30秒）→10秒休憩→スクワット（20回）。3周。",
    ],
)
def test_rounds_are_the_sets_of_each_drill(section: str) -> None:
    assert [short(one) for one in read_prescriptions(section)] == [
        ("plank", 3, None, 30, None),
        ("squat", 3, 20, None, None),
    ]


@pytest.mark.parametrize(
    ("section", "drill"),
    [
        ("腕立ての姿勢から膝を交互に胸へ引きつける動作を20秒。", "mountain_climber"),
        ("背筋を伸ばして股関節からお辞儀をする動作を12回。", "hip_hinge"),
        ("段差に片足で立ち、反対側の骨盤を下げて上げる運動を左右10回。", "hip_hike"),
        ("横に大きく一歩踏み出して腰を落とし、元に戻る。これを左右8回ずつ。", "side_lunge"),
        ("膝にゴムバンドを巻き、中腰のまま横へ10歩ずつ歩きます。", "monster_walk"),
        ("800mを5本のインターバルを行いましょう。", "interval_run"),
        ("片足で行うスクワットを10回。", "single_leg_squat"),
        ("椅子からの立ち座りを15回。", "squat"),
        ("1. マットに仰向け\n2. お尻を持ち上げる\n3. 回数：15回×2セット", "hip_lift"),
        ("体幹トレーニングを週3回。種目はプランクを各30秒。", "plank"),
    ],
)
def test_what_the_body_does_says_which_drill(section: str, drill: str) -> None:
    assert [one.drill for one in read_prescriptions(section)] == [drill]


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("両足をそろえて左右にラインを跳び越える動きを20回。", "左右にラインを跳び越える動き"),
        ("お腹を凹ませたまま歩く。1分×3。", "お腹を凹ませたまま歩く"),
        ("肩の力みには、シュラッグ（肩をすくめて落とす）を10回。", "シュラッグ"),
        ("外なら階段の2段飛ばし上りを3往復。", "2段飛ばし上り"),
        ("- World's greatest stretch, 5 per side", "World's greatest stretch"),
    ],
)
def test_a_movement_without_an_id_is_listed_by_its_words(section: str, name: str) -> None:
    (found,) = read_prescriptions(section)

    assert found.drill == UNKNOWN
    assert name in found.name


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("ジョグだけでは足りません。タックジャンプを8回。", ["tuck_jump"]),
        ("スクワットばかりしていると腰が落ちます。ヒップリフトを15回。", ["hip_lift"]),
        ("プランクだけでも毎日30秒続けましょう。", ["plank"]),
        ("プランクは卒業して、サイドプランクを30秒。", ["side_plank"]),
        ("腹筋運動と聞いて驚くかもしれませんが、デッドバグを10回。", ["dead_bug"]),
        ("スクワットで脚を太くするより先に、段差から片足で降りて止まる練習を10回。", ["single_leg_landing"]),
        ("片足スクワットがきつければ、ランジを10回。", ["lunge"]),
        ("Rather than more planks, try side planks: 20 seconds per side.", ["side_plank"]),
    ],
)
def test_what_is_outgrown_or_compared_with_is_left_out(section: str, wanted: list[str]) -> None:
    assert [one.drill for one in read_prescriptions(section)] == wanted


def test_counts_without_a_unit() -> None:
    assert [short(one)[2] for one in read_prescriptions("腹筋30、背筋30、腕立て20。")] == [30, 30, 20]
