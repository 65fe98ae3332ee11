"""What is written on one clip's picture."""

from dataclasses import dataclass

from otehon.drills.dose import Dose, Side
from otehon.drills.text import Language


@dataclass(frozen=True)
class Words:
    """Lines in the clip's language; an empty one is left out.

    title: the drill's name; subtitle: its name in the other language; dose: what is prescribed; cues: up to
    three calls; muscles: what works; note: one quiet sentence below.
    """

    title: str
    subtitle: str = ""
    dose: str = ""
    cues: tuple[str, ...] = ()
    muscles: str = ""
    note: str = ""


def dose_line(dose: Dose | None, language: Language) -> str:
    """`左右10回 × 3セット`, `10 reps each side × 3 sets`; empty where nothing is prescribed."""
    if dose is None:
        return ""
    amount = _amount_ja(dose) if language == "ja" else _amount_en(dose)
    sets = _sets(dose.sets, language)
    return " × ".join(part for part in (amount, sets) if part)


_SIDES_JA: dict[Side, str] = {"left": "左", "right": "右", "both": "左右"}
_SIDES_EN: dict[Side, str] = {"left": " left", "right": " right", "both": " each side"}


def _amount_ja(dose: Dose) -> str:
    side = _SIDES_JA[dose.side] if dose.side else ""
    numbers = ((dose.reps, "回"), (dose.seconds, "秒"), (dose.metres, "m"))
    amount = "・".join(f"{number}{unit}" for number, unit in numbers if number)
    if dose.hold_seconds:
        amount += f"（{dose.hold_seconds}秒止める）"
    return f"{side}{amount}" if amount else side


def _amount_en(dose: Dose) -> str:
    side = _SIDES_EN[dose.side] if dose.side else ""
    reps = "rep" if dose.reps == 1 else "reps"
    numbers = ((dose.reps, f" {reps}"), (dose.seconds, " s"), (dose.metres, " m"))
    amount = ", ".join(f"{number}{unit}" for number, unit in numbers if number)
    hold = f" ({dose.hold_seconds} s hold)" if dose.hold_seconds else ""
    return (amount + hold + side).strip()


def _sets(sets: int | None, language: Language) -> str:
    if sets is None:
        return ""
    return f"{sets}セット" if language == "ja" else f"{sets} set{'' if sets == 1 else 's'}"
