"""A dose in words, as it stands on a picture or a page."""

from collections.abc import Iterator

from otehon.drills.dose import Dose, Side
from otehon.drills.text import Language

_SIDE_JA: dict[Side, str] = {"left": "左 ", "right": "右 ", "both": "左右 "}
_SIDE_EN: dict[Side, str] = {"left": ", left", "right": ", right", "both": " each side"}


def dose_words(dose: Dose, language: Language) -> str:
    """The dose in one short line: 左右 10回 × 3セット, or 3 × 10 reps each side; empty if nothing is said."""
    return _japanese(dose) if language == "ja" else _english(dose)


def _japanese(dose: Dose) -> str:
    amount = "・".join(_amounts_ja(dose))
    if dose.side and amount:
        amount = _SIDE_JA[dose.side] + amount
    # A stretch of road is counted in 本, all else in セット.
    counter = "本" if dose.metres else "セット"
    sets = f"{dose.sets}{counter}" if dose.sets else ""
    return " × ".join(part for part in (amount, sets) if part)


def _amounts_ja(dose: Dose) -> Iterator[str]:
    if dose.reps:
        yield f"{dose.reps}回"
    if dose.seconds:
        yield _time(dose.seconds, minute="分", second="秒")
    if dose.metres:
        yield f"{dose.metres}m"
    if dose.hold_seconds:
        yield f"{dose.hold_seconds}秒キープ"


def _english(dose: Dose) -> str:
    amount = ", ".join(_amounts_en(dose))
    if dose.side and amount:
        amount += _SIDE_EN[dose.side]
    if dose.sets and amount:
        amount = f"{dose.sets} × {amount}"
    elif dose.sets:
        amount = f"{dose.sets} sets"
    hold = f"{dose.hold_seconds} s hold" if dose.hold_seconds else ""
    return ", ".join(part for part in (amount, hold) if part)


def _amounts_en(dose: Dose) -> Iterator[str]:
    if dose.reps:
        yield f"{dose.reps} reps"
    if dose.seconds:
        yield _time(dose.seconds, minute=" min", second=" s")
    if dose.metres:
        yield f"{dose.metres} m"


def _time(seconds: int, minute: str, second: str) -> str:
    whole = seconds >= 60 and seconds % 60 == 0
    return f"{seconds // 60}{minute}" if whole else f"{seconds}{second}"
