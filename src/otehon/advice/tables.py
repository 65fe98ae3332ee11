"""Rows of a table whose numbers have their units in the heading: | スクワット | 15 | 3 |."""

import re
from collections.abc import Iterator, Mapping, Sequence

from otehon.advice.lines import Line

_UNITS = (
    (re.compile("セット|sets?"), "セット"),
    (re.compile("秒|sec"), "秒"),
    (re.compile("分|min"), "分"),
    (re.compile("回|レップ|reps?|count"), "回"),
)
_NUMBER_LAST = re.compile(r"\d\s*$")
_RULE = re.compile(r"[\s|:\-]+")


def rows_with_units(text: str, lines: Sequence[Line]) -> Mapping[int, str]:
    """The rows of tables, by the offset at which they start, each number with the unit of its column."""
    rows: dict[int, str] = {}
    heading: list[str] | None = None
    for line in lines:
        content = text[line.start : line.end]
        if content.count("|") < 2:
            heading = None
        elif heading is None:
            heading = [_unit(cell) for cell in content.split("|")]
        elif not _RULE.fullmatch(content):
            rows[line.start] = "|".join(_cells(content.split("|"), heading))
    return rows


def _cells(cells: Sequence[str], units: Sequence[str]) -> Iterator[str]:
    for index, cell in enumerate(cells):
        unit = units[index] if index < len(units) else ""
        yield f"{cell.rstrip()}{unit} " if unit and _NUMBER_LAST.search(cell) else cell


def _unit(cell: str) -> str:
    return next((unit for pattern, unit in _UNITS if pattern.search(cell)), "")
