"""YAML 1.2 as far as JSON goes: decimal numbers, true, false, null, words; no tags, anchors, duplicate keys.

Built straight from the parser's events: that takes a quarter of the time of ruamel.yaml's own loader, which
counts where all drills are read at every start.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

_WORDS: dict[str, Value] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


class NotPlain(Exception):
    """The text is not YAML, or more than plain YAML. `line` counts from 1."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


def load(text: str) -> Value:
    """The value that one YAML document describes; None for an empty one.

    Raises:
        NotPlain: it is not plain YAML.
    """
    try:
        events = iter(cast("Iterator[Any]", cast(Any, YAML(typ="safe")).parse(text)))
        return _document(events)
    except MarkedYAMLError as error:
        mark = cast(Any, error).problem_mark
        raise NotPlain(int(mark.line) + 1 if mark else 1, str(cast(Any, error).problem)) from None
    except YAMLError as error:
        raise NotPlain(1, str(error).splitlines()[0]) from None


def _document(events: Iterator[Any]) -> Value:
    value: Value = None
    documents = 0
    for event in events:
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise NotPlain(_line(event), "a second document begins")
            value = _value(next(events), events)
    return value


def _value(event: Any, events: Iterator[Any]) -> Value:
    if getattr(event, "anchor", None) is not None:
        raise NotPlain(_line(event), "anchors and aliases are not used here")
    match type(event).__name__:
        case "ScalarEvent":
            return _scalar(event)
        case "SequenceStartEvent":
            return _sequence(event, events)
        case _:
            return _mapping(event, events)


def _sequence(start: Any, events: Iterator[Any]) -> list[Value]:
    _refuse_tag(start)
    items: list[Value] = []
    for event in events:
        if type(event).__name__ == "SequenceEndEvent":
            break
        items.append(_value(event, events))
    return items


def _mapping(start: Any, events: Iterator[Any]) -> dict[str, Value]:
    _refuse_tag(start)
    pairs: dict[str, Value] = {}
    for event in events:
        if type(event).__name__ == "MappingEndEvent":
            break
        key = _key(event)
        if key in pairs:
            raise NotPlain(_line(event), f"the key {key} is a duplicate")
        pairs[key] = _value(next(events), events)
    return pairs


def _key(event: Any) -> str:
    if type(event).__name__ != "ScalarEvent":
        raise NotPlain(_line(event), "a key must be a word")
    return str(event.value)


def _scalar(event: Any) -> Value:
    _refuse_tag(event)
    text = str(event.value)
    is_plain = event.implicit[0]
    if not is_plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _refuse_tag(event: Any) -> None:
    if event.tag is not None:
        raise NotPlain(_line(event), f"the tag {event.tag} is not used here")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
