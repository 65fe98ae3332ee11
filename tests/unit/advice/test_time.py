import time

import pytest

from otehon.advice import read_advice, read_prescriptions

HEADING = "【💪 おすすめの補強ドリル】\n"
ADVICE = (
    "【📊 現状】\n腕が横に振れています。\n\n"
    f"{HEADING}・もも上げ：左右20回×3セット\n・縄跳び：1分\n\n"
    "【💡 一言】\n焦らず。\n"
)


def seconds(text: str) -> float:
    times: list[float] = []
    for _ in range(3):
        start = time.process_time()
        read_advice(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    [
        "・もも上げ：左右20回×3セット。上体を反らさず。\n",
        *(
            "プランク",
            "ﾌﾟﾗﾝｸ30秒。",
            "プランクは行わない",
            "バーピーを10回",
            "仰向けで足を横に",
            "四つ這いで足を。",
            "・膝を立て\n",
            "a30m×5本と",
            "10 squats, ",
            "9",
            "(「",
            "| ",
            "か\u3099",
            " \n",
        ),
    ],
)
def test_four_times_the_section_takes_about_four_times_as_long(unit: str) -> None:
    short, long = (HEADING + unit * (size // len(unit)) for size in (4_500, 18_000))
    seconds(short)
    assert seconds(long) < 7 * seconds(short) + 0.005


@pytest.mark.parametrize(
    "unit", [ADVICE, HEADING, "## 走\n", "<p ", "<script>", "【", "■ 回数\n", " 【プランク】", "&"]
)
def test_four_times_the_advice_takes_about_four_times_as_long(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (15_000, 60_000))
    seconds(short)
    assert seconds(long) < 7 * seconds(short) + 0.005


def test_drills_are_read_from_the_first_fifteen_thousand_characters_of_a_section() -> None:
    near, far = (
        "スクワット：10回\n" + "背筋を伸ばします。\n" * count + "縄跳び：1分\n" for count in (1_450, 1_550)
    )
    assert [item.drill for item in read_prescriptions(near)] == ["squat", "jump_rope"]
    assert [item.drill for item in read_prescriptions(far)] == ["squat"]
    reading = read_advice(HEADING + far)
    assert reading is not None
    assert reading.section == far.strip()
