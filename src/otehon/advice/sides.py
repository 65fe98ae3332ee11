"""Which side of the body a drill is prescribed for."""

import re
from typing import Literal

from otehon.advice.words.sides import BEFORE, BOTH, BOTH_BEFORE, EITHER_DOSE, ONLY

Side = Literal["left", "right", "both"]

_BOTH = re.compile("|".join(BOTH))
_BEFORE = re.compile(BEFORE)
_BOTH_BEFORE = re.compile(BOTH_BEFORE)
_ONLY = re.compile("|".join(ONLY))
_EITHER = re.compile(EITHER_DOSE)
_REACH = 24


def side(before: str, after: str) -> Side | None:
    """The side that the words directly before a drill's name, or those about it, prescribe.

    Args:
        before: the folded text up to the name, within its sentence.
        after: the folded text about the drill, from its name on.
    """
    close = before[-_REACH:]
    named = _named_sides(after)
    beside = _BEFORE.search(close)
    if beside:
        named.add("右" if "右" in beside[0] else "左")
    if _BOTH.search(after) or len(named) == len("左右") or _BOTH_BEFORE.search(close):
        return "both"
    if beside:
        return "right" if "右" in beside[0] else "left"
    only = _ONLY.search(after)
    if only:
        return "right" if "右" in only[0] or "right" in only[0] else "left"
    if len(named) == 1:
        return "right" if named == {"右"} else "left"
    return None


def _named_sides(text: str) -> set[str]:
    return {match[1] or match[2] for match in _EITHER.finditer(text)}
