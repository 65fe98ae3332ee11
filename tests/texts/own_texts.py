"""Advice texts of our own with what they prescribe, and how much of that the reader finds.

A case in `*.txt`: `=== id`, perhaps the lines `as:`, `heading:`, `next:` and `nofind`, the text, `>>>`, then
a line `name | drill | sets reps seconds side` for each drill (`-` for nothing; after `?` what counts as
well; a drill after `~` may be listed or not), and `not:` with the drills that must not be listed. `as:` names
what a model or a web form did to the text: see `FORMS`.

The reader's rules were worked out on `*worked.txt`. Nobody has looked at what it gets wrong in `*kept.txt`:
keep it so, and its figure says what to expect of texts that are new.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from otehon.advice import Prescription, read_advice

TEXTS = Path(__file__).parent
HEADING = "【💪 おすすめの補強ドリル】"
NEXT = "【💡 ワンポイントアドバイス】"
TIP = "腰を高く保ちましょう。"
BEFORE = (
    "【📊 現状のフォームについて】\n腰がやや落ちています。\n\n"
    "【🎯 改善のためのアクション】\n腰を高く保つ意識を持ちましょう。\n\n"
)

FORMS: Mapping[str, Callable[[str], str]] = {
    "app": lambda text: BEFORE + text,
    "en": lambda text: text.replace(TIP, "Keep your hips high."),
    "oneline": lambda text: re.sub(r"\n+", " ", text),
    "br": lambda text: text.replace("\n", "<br>"),
    "literal": lambda text: text.replace("\n", r"\n"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "  ", text),
}
_FIELDS = ("drill", "sets", "reps", "seconds", "side")
_SIGNS = re.compile(r"[\s|`>*・\-]|<[^>]*>")


class Wanted(NamedTuple):
    """A drill that a text prescribes: for each field the values that are right."""

    name: str
    values: Mapping[str, tuple[str, ...]]
    optional: bool = False


@dataclass
class Case:
    """One text and what is in it."""

    id: str
    text: str
    section: str | None
    drills: list[Wanted] = field(default_factory=list[Wanted])
    ruled_out: tuple[str, ...] = ()


class Score(NamedTuple):
    """Right ones out of all, for one measure."""

    right: int
    all: int

    @property
    def share(self) -> float:
        """The right ones' share; 1 where there was nothing to get right."""
        return self.right / self.all if self.all else 1.0


def read_cases(name: str) -> list[Case]:
    """The cases of `<name>.txt`."""
    pieces = re.split(r"(?m)^=== ", (TEXTS / f"{name}.txt").read_text("utf-8"))[1:]
    return [_case(piece) for piece in pieces]


def _case(piece: str) -> Case:
    body, _, gold = piece.partition("\n>>>")
    case_id, _, body = body.partition("\n")
    options = re.match(r"(?:(?:as|heading|next): .*\n|nofind\n)*", body)
    assert options is not None
    body = body[options.end() :]
    said = dict(line.split(": ", 1) for line in options[0].splitlines() if ": " in line)
    whole = f"{said.get('heading', HEADING)}\n{body}\n\n{said.get('next', NEXT)}\n{TIP}\n"
    for form in said.get("as", "").split():
        whole = FORMS[form](whole)
    case = Case(case_id, whole, body.replace(r"\n", "\n"))
    if "nofind" in options[0]:
        case.text, case.section = body, None
    for line in gold.strip().splitlines():
        if line.startswith("not:"):
            case.ruled_out = tuple(line[4:].split())
        else:
            case.drills.append(_wanted(line))
    return case


def _wanted(line: str) -> Wanted:
    main, _, also = line.removeprefix("~ ").partition(" ? ")
    name, drill, dose = (part.strip() for part in main.split(" | "))
    values = {key: [value] for key, value in zip(_FIELDS, [drill, *dose.split()], strict=True)}
    for extra in also.split(";") if also else ():
        key, value = extra.split()
        values[key].append(value)
    return Wanted(name, {key: tuple(found) for key, found in values.items()}, line.startswith("~ "))


def found_values(prescription: Prescription) -> Mapping[str, str]:
    """What was read, in the form of the cases."""
    dose = prescription.dose
    values = (prescription.drill, dose.sets, dose.reps, dose.seconds, dose.side)
    return {key: str(value or "-") for key, value in zip(_FIELDS, values, strict=True)}


def pairs(case: Case, read: tuple[Prescription, ...]) -> list[tuple[Wanted, Prescription]]:
    """The wanted drills that were read, each with what was read for it."""
    left = list(read)
    out: list[tuple[Wanted, Prescription]] = []
    for fits in (_both, _same_drill, _same_name):
        for wanted in case.drills:
            if any(wanted is one for one, _ in out):
                continue
            match = next((one for one in left if fits(wanted, one)), None)
            if match is not None:
                left.remove(match)
                out.append((wanted, match))
    return out


def _both(wanted: Wanted, read: Prescription) -> bool:
    return _same_drill(wanted, read) and _same_name(wanted, read)


def _same_drill(wanted: Wanted, read: Prescription) -> bool:
    return read.drill in wanted.values["drill"]


def _same_name(wanted: Wanted, read: Prescription) -> bool:
    one, two = (_plain(name).lower() for name in (wanted.name, read.name))
    return one in two or two in one


def _plain(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", html.unescape(text)))


def measure(cases: list[Case]) -> Mapping[str, Score]:
    """The measures over all cases, and `<field>_stated` for the fields that a text states."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases:
        for key, good in _judged(case):
            total[key] += 1
            right[key] += good
    return {key: Score(right[key], total[key]) for key in sorted(total)}


def _judged(case: Case) -> Iterator[tuple[str, bool]]:
    reading = read_advice(case.text)
    required = [wanted for wanted in case.drills if not wanted.optional]
    yield "found", (reading is None) == (case.section is None)
    if reading is None:
        yield from (("recall", False) for _ in required)
        return
    if case.section is not None:
        yield "section", _plain(reading.section) == _plain(case.section)
    matched = pairs(case, reading.prescriptions)
    yield from (("recall", any(wanted is one for one, _ in matched)) for wanted in required)
    yield from (("precision", any(one is read for _, read in matched)) for one in reading.prescriptions)
    for wanted, read in matched:
        yield from _fields(wanted, found_values(read))
    listed = {one.drill for one in reading.prescriptions}
    yield from (("ruled_out", drill not in listed) for drill in case.ruled_out)


def _fields(wanted: Wanted, read: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    for key, values in wanted.values.items():
        yield key, read[key] in values
        if values[0] != "-" and key != "drill":
            yield f"{key}_stated", read[key] in values
