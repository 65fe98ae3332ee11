from otehon.studio.sides import exchanged


def test_sides_are_exchanged_in_both_languages() -> None:
    assert exchanged("右足を前、左手を後ろ") == "左足を前、右手を後ろ"
    assert exchanged("Right knee up, left arm back") == "Left knee up, right arm back"


def test_both_sides_and_other_words_stay() -> None:
    assert exchanged("左右10回、upright, brightly") == "左右10回、upright, brightly"
