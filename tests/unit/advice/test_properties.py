import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from otehon.advice import extract_drill_section, read_advice, read_prescriptions

HEADING = "【💪 おすすめの補強ドリル】\n"
PIECES = (
    *(
        "プランク",
        "ﾌﾟﾗﾝｸ",
        "バーピー",
        "plank",
        "twice a day",
        "半分",
        "左右10回",
        "×3セット",
        "30秒",
        "十回",
        "1分",
    ),
    *(
        "を",
        "と",
        "より",
        "避けて",
        "それぞれ",
        "以下を各",
        "セットは",
        "- ",
        "・",
        "## ",
        "|",
        "**",
        "「",
        "(",
        "。",
    ),
    *("\n", "\r\n", "<br>", "<script>", "\\n", "\u200b", "\u202e", "\ud800", "💪", "【", HEADING),
)
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)
ADVICE = st.text() | TEXT | TEXT.map(HEADING.__add__)


def letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.replace("\\n", "\n"))
    return "".join(folded.split())


@given(ADVICE)
@settings(max_examples=300, deadline=None)
def test_never_raises_and_answers_the_same_twice(text: str) -> None:
    assert read_advice(text) == read_advice(text)
    assert read_prescriptions(text) == read_prescriptions(text)


@given(ADVICE)
@settings(max_examples=300, deadline=None)
def test_section_is_a_piece_of_the_advice(text: str) -> None:
    section = extract_drill_section(text)
    assert section is None or letters(section) in letters(text)


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_words_and_names_of_what_is_prescribed_are_the_advices_own(text: str) -> None:
    for prescription in read_prescriptions(text):
        assert prescription.name in prescription.words
        assert prescription.words in text
