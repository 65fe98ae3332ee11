"""What pydantic finds wrong, said in words that a coach understands."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from textwrap import shorten

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from otehon.drills.model import Drill

Path = Sequence[str | int]
"""Keys and indices that lead from the top of a file to one of its values."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def complaint(invalid: ValidationError) -> tuple[Path, str, str]:
    """The clearest of the errors: where it is, a sentence on what is wrong, and one on what to do."""
    error = _clearest(invalid.errors(include_url=False))
    path = _path(error["loc"])
    what, do = _sentences(".".join(str(key) for key in path) or "the file", error)
    return path, what, do


def _clearest(errors: Sequence[ErrorDetails]) -> ErrorDetails:
    """The error with the fewest neighbours: of a union's members, the one that was meant complains least."""
    neighbours = Counter(error["loc"][:-1] for error in errors)
    return min(errors, key=lambda error: neighbours[error["loc"][:-1]])


def _path(location: Path) -> Path:
    """The location as it stands in the file: pydantic adds a union member's class and `[key]`."""
    return tuple(key for key in location if isinstance(key, int) or re.match(r"[a-z]", key))


def _sentences(where: str, error: ErrorDetails) -> tuple[str, str]:
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"{where} is missing.", "Add it."
        case "extra_forbidden":
            return f"{where} is not a field.", _rename(str(error["loc"][-1]))
        case "too_short" | "too_long":
            return _count(where, context)
        case "enum" | "literal_error":
            return f"{where} is {error['input']!r}.", _choose(str(error["input"]), context["expected"])
        case "string_too_short":
            return f"{where} is empty.", "Write a line."
        case "string_too_long":
            most, has = context["max_length"], len(str(error["input"]))
            return f"{where} has {has} characters, {most} fit on the picture.", "Shorten it."
        case _:
            return _anything(where, error)


def _anything(where: str, error: ErrorDetails) -> tuple[str, str]:
    subject, should, rule = error["msg"].partition(" should ")
    if subject in ("Input", "String") and should:
        return f"{where} is {shorten(repr(error['input']), 40)}.", f"It should {rule}."
    return f"{where}: {error['msg'].removeprefix('Value error, ')}.", "Mend it."


def _count(where: str, context: Mapping[str, int]) -> tuple[str, str]:
    wanted = context.get("min_length", context.get("max_length", 0))
    has = context["actual_length"]
    entries = "entry" if wanted == 1 else "entries"
    difference = _number(abs(wanted - has))
    do = f"Add {difference}." if has < wanted else f"Take {difference} away."
    return f"{where} needs {_number(wanted)} {entries}, has {_number(has)}.", do


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _choose(word: str, expected: str) -> str:
    return _nearest(word, re.findall(r"'([^']*)'", expected)) or f"Write {expected}."


def _rename(word: str) -> str:
    fields = (field.alias or name for name, field in Drill.model_fields.items())
    return _nearest(word, fields) or "Take it away."


def _nearest(word: str, words: Iterable[str]) -> str:
    near = get_close_matches(word, list(words), n=1)
    return f"Did you mean {near[0]}?" if near else ""
