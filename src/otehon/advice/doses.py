"""Numbers with a unit in a stretch of advice: what they measure, and what they amount to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from otehon.advice.numerals import numbers
from otehon.advice.words.doses import FIRST, PATTERNS
from otehon.advice.words.pattern import any_of


@dataclass(frozen=True, slots=True)
class Token:
    """A number with its unit in a folded text.

    `kind` is a name in `words.doses.PATTERNS`; `value` the number, or the lower bound of a range,
    seconds for times; `factor` the number before the × of a product.
    """

    kind: str
    start: int
    end: int
    value: int
    factor: int = 0
    unit: str = ""


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile(FIRST + any_of(*(f"(?P<{kind}>{pattern})" for kind, pattern in PATTERNS)))


def tokens(text: str) -> Iterator[Token]:
    """The numbers with a unit in a folded text, from left to right, those that are no dose included."""
    for match in _grammar().finditer(text):
        kind = match.lastgroup or ""
        found = numbers(match[0])
        if not found:
            yield Token(kind, match.start(), match.end(), 0)
        elif kind == "product":
            yield _product(match, found)
        else:
            if kind == "daily" and len(found) > 1 and found[0][1].startswith("日"):
                found = found[1:]
            value = seconds(found) if kind in _TIMES else int(found[0][0])
            yield Token(kind, match.start(), match.end(), value, unit=found[-1][1].strip())


_TIMES = frozenset({"seconds", "still", "hours"})


def _product(match: re.Match[str], found: list[tuple[float, str]]) -> Token:
    factor, value = int(found[0][0]), int(found[1][0])
    unit = found[-1][1]
    if re.search(r"秒|分|sec|min|(?<![a-z])s\b", unit):
        return Token("product", match.start(), match.end(), seconds(found[1:]), factor, "seconds")
    if "set" not in match[0]:
        factor, value = min(factor, value), max(factor, value)
    return Token("product", match.start(), match.end(), value, factor, "reps")


def seconds(found: list[tuple[float, str]]) -> int:
    """The seconds of a time or of the lower bound of a range of times: 1分30秒 is 90, 1〜2分 is 60."""
    value, after = found[0]
    scale = _scale(after) or next((scale for _, rest in found[1:] if (scale := _scale(rest))), 1)
    total = value * scale
    if re.match(r"\s?分間?半", after):
        return int(total + 30)
    if len(found) > 1 and re.fullmatch(r"\s?(?:分|min(?:utes?)?)", after):
        return int(total + found[1][0])
    return int(total)


def _scale(unit: str) -> int:
    if re.match(r"[\s-]?(?:時間|h)", unit):
        return 3600
    if re.match(r"[\s-]?(?:分|m)", unit):
        return 60
    return 1 if re.match(r"[\s-]?(?:秒|s|″)", unit) else 0
