"""Which side of the body a drill is prescribed for."""

import re
from typing import Literal

from otehon.advice.words.sides import BEFORE, BOTH, EITHER_DOSE, ONLY

Side = Literal["left", "right", "both"]

_BOTH = re.compile("|".join(BOTH))
_BEFORE = re.compile(BEFORE)
_ONLY = re.compile("|".join(ONLY))
_EITHER = re.compile(EITHER_DOSE)
_REACH = 24


def side(before: str, after: str) -> Side | None:
    """The side that the words directly before a drill's name, or those about it, prescribe.

    Args:
        before: the folded text up to the name, within its sentence.
        after: the folded text about the drill, from its name on.
    """
    if _BOTH.search(after) or _named_sides(after) == {"左", "右"}:
        return "both"
    close = before[-_REACH:]
    if re.search(
        r"左右(?:での|の足での|交互の|それぞれの|\d|各|交互|ずつ)[^、。]{0,8}$|両[足脚]での?$|(?:交互|片[足脚]ずつ)[^、。]{0,6}$",
        close,
    ):
        return "both"
    match = _BEFORE.search(close)
    if match:
        return "right" if "右" in match[0] else "left"
    only = _ONLY.search(after)
    if only:
        return "right" if "右" in only[0] or "right" in only[0] else "left"
    named = _named_sides(after)
    if len(named) == 1:
        return "right" if named == {"右"} else "left"
    return None


def _named_sides(text: str) -> set[str]:
    return {match[1] for match in _EITHER.finditer(text)}
