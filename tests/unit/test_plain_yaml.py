import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.compat import StringIO

from otehon.drills.plain_yaml import NotPlain, Value, load

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"))
SCALARS = st.none() | st.booleans() | st.integers() | WORDS
KEYS = WORDS.filter(bool)
VALUES = st.recursive(SCALARS, lambda v: st.lists(v, max_size=4) | st.dictionaries(KEYS, v, max_size=4))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("- on\n- no\n- off\n- yes", ["on", "no", "off", "yes"]),
        ("[1, -2, .5, 1e3, '1', 007]", [1, -2, 0.5, 1000.0, "1", 7]),
        ("[null, ~, true, 'true', False]", [None, None, True, "true", "False"]),
        ("a:\nb: ''", {"a": None, "b": ""}),
        ("2026-11-23", "2026-11-23"),
        ("on: 1", {"on": 1}),
    ],
)
def test_words_are_words_and_numbers_are_numbers(text: str, value: Value) -> None:
    assert load(text) == value


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: &x 2", 2, "anchors"),
        ("a: 1\nb: !!int '3'", 2, "tag"),
        ("a: 1\na: 2", 2, "duplicate"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("? [a]\n: b", 1, "key"),
        ("a: {b: 1\nc: 2", 2, "did not find"),
        ("\x00", 1, "control characters"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(NotPlain) as refused:
        load(text)

    assert refused.value.line == line
    assert problem in refused.value.problem


@given(VALUES)
def test_what_was_written_is_read_again(value: Value) -> None:
    text = StringIO()
    YAML(typ="safe").dump(value, text)

    assert load(text.getvalue()) == value
