"""What pydantic finds wrong, said in words that a coach understands."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from otehon.drills.model import Drill

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def complaint(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a field, and what to do about it: a sentence each."""
    where = _where(error["loc"])
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"{where} is missing.", "Add it."
        case "extra_forbidden":
            return f"{where} is not a field.", _rename(str(error["loc"][-1]))
        case "too_short" | "too_long":
            return _count(where, context)
        case "enum" | "literal_error":
            return f"{where} is {error['input']!r}.", f"Write {context['expected']}."
        case "string_too_short":
            return f"{where} is empty.", "Write a line."
        case "string_too_long":
            most, has = context["max_length"], len(str(error["input"]))
            return f"{where} has {has} characters, {most} fit on the picture.", "Shorten it."
        case _:
            return f"{where}: {error['msg'].removeprefix('Value error, ')}.", "Mend it."


def _where(path: Sequence[str | int]) -> str:
    return ".".join(str(key) for key in path) or "the file"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _count(where: str, context: Mapping[str, int]) -> tuple[str, str]:
    wanted = context.get("min_length", context.get("max_length", 0))
    has = context["actual_length"]
    entries = "entry" if wanted == 1 else "entries"
    difference = _number(abs(wanted - has))
    do = f"Add {difference}." if has < wanted else f"Take {difference} away."
    return f"{where} needs {_number(wanted)} {entries}, has {_number(has)}.", do


def _rename(word: str) -> str:
    fields = [field.alias or name for name, field in Drill.model_fields.items()]
    near = get_close_matches(word, fields, n=1)
    return f"Did you mean {near[0]}?" if near else "Take it away."
