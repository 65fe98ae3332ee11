"""`otehon extract`: which drills an advice prescribes."""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from otehon.advice import Prescription, Reading, read_advice
from otehon.cli.advice_input import STDIN, read_advice_file
from otehon.drills.catalogue import catalogue
from otehon.errors import NothingPrescribed, UnreadableInput

_HEADING = "【💪 おすすめの補強ドリル】"


def extract(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The advice; - is standard input.")] = STDIN,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False,
    as_rows: Annotated[
        bool, typer.Option("--jsonl", help='Rows {"id", "text"} on standard input, one answer a row.')
    ] = False,
) -> None:
    """Show the drill section of an advice and the drills in it.

    Exit codes: 0 drills were found; 3 the input cannot be read, with --jsonl in at least one row (the
    others are answered); 4 there is no drill section, or no drill in it.

    A row's `canonical` is one of the first 96 ids, with which texts are labelled; `drill` is the own id.
    """
    if as_rows:
        _extract_rows(sys.stdin.buffer)
        return
    reading = read_advice(read_advice_file(file))
    if as_json:
        typer.echo(_json(_answer(reading), indent=1))
    elif reading and reading.prescriptions:
        _print(reading)
    _check(reading)


def _check(reading: Reading | None) -> None:
    if reading is None:
        raise NothingPrescribed("The advice has no drill section.", f"It needs a heading such as {_HEADING}.")
    if not reading.prescriptions:
        raise NothingPrescribed(
            "The drill section names no drill.", "`otehon drills list` shows what is known."
        )


def _own_id(drill_id: str) -> str:
    return drill_id


def _answer(reading: Reading | None, called: Callable[[str], str] = _own_id) -> Mapping[str, object]:
    if reading is None:
        return {"found": False, "section": "", "drills": []}
    return {
        "found": True,
        "section": reading.section,
        "drills": [
            _drill(prescription, called(prescription.drill)) for prescription in reading.prescriptions
        ],
    }


def _drill(prescription: Prescription, canonical: str) -> Mapping[str, object]:
    dose = prescription.dose.model_dump()
    sets, reps, seconds, side = (dose.pop(name) for name in ("sets", "reps", "seconds", "side"))
    return {
        "name": prescription.name,
        "canonical": canonical,
        "sets": sets,
        "reps": reps,
        "seconds": seconds,
        "side": side,
        **dose,
        "words": prescription.words,
        "drill": prescription.drill,
    }


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isprintable() or _encodes(text) else json.dumps(value, indent=indent)


def _encodes(text: str) -> bool:
    """Whether a text can be written as UTF-8: lone surrogates cannot."""
    return text.encode("utf-8", "ignore") == text.encode("utf-8", "replace")


def _print(reading: Reading) -> None:
    console = Console()
    console.print(Text(_shown(reading.section)), end="\n\n")
    table = Table("drill", "id", "sets", "reps", "seconds", "side", box=None, pad_edge=False)
    for prescription in reading.prescriptions:
        dose = prescription.dose
        counts = (str(count or "–") for count in (dose.sets, dose.reps, dose.seconds, dose.side))
        table.add_row(Text(_shown(prescription.name)), prescription.drill, *counts)
    console.print(table)


def _shown(text: str) -> str:
    """The text without what steers a terminal: escapes, other control signs, changes of direction."""
    return "".join(
        sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )


def _extract_rows(rows: Iterable[bytes]) -> None:
    bad = 0
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            continue
        try:
            row_id, text = _row(row)
        except ValueError as error:
            bad += 1
            typer.echo(f"otehon: line {number}: {error}", err=True)
            continue
        typer.echo(_json({"id": row_id, **_answer(read_advice(text), catalogue().first_id)}))
    if bad:
        raise UnreadableInput(f"{bad} of the rows could not be read.", "The lines above say which and why.")


def _row(row: bytes) -> tuple[str | int, str]:
    try:
        value = json.loads(row)
    except (ValueError, RecursionError):
        raise ValueError("this is not JSON") from None
    match value:
        case {"id": str() | int() as row_id, "text": str() as text} if not isinstance(row_id, bool):
            return row_id, text
        case _:
            raise ValueError('this is no object with "id" and "text"')
