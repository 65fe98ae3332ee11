import pytest

from otehon.generation.chain import next_engine

PREFERRED = ["gemini-omni", "openai-videos", "library", "studio"]


@pytest.mark.parametrize(
    ("tried", "shown", "expected"),
    [
        ([], None, "studio"),
        (["studio"], "studio", "gemini-omni"),
        (["studio", "gemini-omni"], "studio", "openai-videos"),
        (["studio", "gemini-omni"], "gemini-omni", None),
        (["studio", "gemini-omni", "openai-videos"], "openai-videos", None),
        (["studio", "gemini-omni", "openai-videos", "library"], "studio", None),
        (["studio"], None, "gemini-omni"),
    ],
)
def test_the_studio_comes_first_and_only_a_better_engine_follows(
    tried: list[str], shown: str | None, expected: str | None
) -> None:
    assert next_engine(PREFERRED, tried, shown) == expected


def test_engines_behind_the_studio_are_asked_only_where_it_failed() -> None:
    assert next_engine(["studio", "library"], ["studio"], "studio") is None
    assert next_engine(["studio", "library"], ["studio"], None) == "library"


def test_without_a_studio_the_first_preferred_one_is_asked() -> None:
    assert next_engine(["fake"], [], None) == "fake"
    assert next_engine(["fake"], ["fake"], None) is None
