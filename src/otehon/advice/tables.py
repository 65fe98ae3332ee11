"""Rows of a table whose numbers have their units in the heading: | スクワット | 15 | 3 |, or with commas."""

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
_DIGIT = re.compile(r"\d")
_RULE = re.compile(r"[\s|:\-]+")


def rows_with_units(text: str, lines: Sequence[Line]) -> Mapping[int, str]:
    """The rows of tables, by the offset at which they start, each number with the unit of its column."""
    rows: dict[int, str] = {}
    heading: list[str] | None = None
    for line in lines:
        content = text[line.start : line.end]
        cells = _split(content)
        if cells is None:
            heading = None
        elif heading is None:
            heading = _heading(content, cells)
        elif not _RULE.fullmatch(content):
            rows[line.start] = "|".join(_cells(cells, heading))
    return rows


def _split(content: str) -> list[str] | None:
    """The cells of a row; None where a line is none."""
    return next((content.split(sign) for sign in "|," if content.count(sign) >= 2), None)


def _heading(content: str, cells: Sequence[str]) -> list[str] | None:
    """The units of a heading's cells; a line with commas is a heading only with units and without numbers."""
    units = [_unit(cell) for cell in cells]
    is_heading = "|" in content or (any(units) and not _DIGIT.search(content))
    return units if is_heading else None


def _cells(cells: Sequence[str], units: Sequence[str]) -> Iterator[str]:
    for index, cell in enumerate(cells):
        unit = units[index] if index < len(units) else ""
        yield f"{cell.rstrip()}{unit} " if unit and _NUMBER_LAST.search(cell) else cell


def _unit(cell: str) -> str:
    return next((unit for pattern, unit in _UNITS if pattern.search(cell)), "")
