from otehon.advice.parts import read_parts

ADVICE = """--- 🏃 改善アドバイス ---
【📊 現状のフォームについて】
上下動が大きめです。

【💪 おすすめの補強ドリル】
・スクワット 10回
・プランク 30秒

【💡 ワンポイントアドバイス】
痛む日は休みましょう。
"""


def test_an_advice_is_cut_at_its_headings():
    parts = [(part.heading, part.text, part.is_drills) for part in read_parts(ADVICE)]
    assert parts == [
        ("📊 現状のフォームについて", "上下動が大きめです。", False),
        ("💪 おすすめの補強ドリル", "・スクワット 10回\n・プランク 30秒", True),
        ("💡 ワンポイントアドバイス", "痛む日は休みましょう。", False),
    ]


def test_an_advice_without_headings_is_one_part():
    assert [(part.heading, part.text) for part in read_parts("走りましょう。")] == [(None, "走りましょう。")]
