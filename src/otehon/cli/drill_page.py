"""One drill on the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from rich.console import Group
from rich.table import Table
from rich.text import Text as Styled

from otehon.drills.dose_words import dose_words
from otehon.drills.model import Drill
from otehon.drills.muscles import MUSCLE_NAMES
from otehon.drills.target import Target
from otehon.drills.text import Language, Text
from otehon.drills.vocabulary import CATEGORY_NAMES, EQUIPMENT_NAMES, KIND_NAMES, POSITION_NAMES

Joint = TypeVar("Joint", bound=str)

_LABELS = {
    "synonyms": Text(ja="別名", en="Also called"),
    "kind": Text(ja="種類", en="Kind"),
    "muscles": Text(ja="働く筋肉", en="Muscles"),
    "start": Text(ja="姿勢・用具", en="Start, equipment"),
    "dose": Text(ja="目安", en="Dose"),
    "cues": Text(ja="ポイント", en="Cues"),
    "mistakes": Text(ja="よくある間違い", en="Usual mistakes"),
    "stop": Text(ja="中止の目安", en="When to stop"),
    "targets": Text(ja="姿勢の目標", en="Targets"),
    "status": Text(ja="確認状況", en="Status"),
    "sources": Text(ja="出典", en="Sources"),
}


def drill_page(drill: Drill, language: Language) -> Group:
    """All that a reader wants to know about a drill, as a heading and a table of labelled lines."""
    heading = Styled(f"{drill.names.of(language)}  ", style="bold") + Styled(drill.id, style="dim")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, lines in _sections(drill, language):
        text = "\n".join(line for line in lines if line)
        if text:
            table.add_row(Styled(_LABELS[label].of(language), style="cyan"), Styled(text))
    return Group(heading, table)


def _sections(drill: Drill, language: Language) -> Iterator[tuple[str, Iterable[str]]]:
    comma = "、" if language == "ja" else ", "
    yield "synonyms", [comma.join(drill.synonyms.of(language))]
    yield "kind", [comma.join(name.of(language) for name in _kinds(drill))]
    yield "muscles", [comma.join(MUSCLE_NAMES[muscle].of(language) for muscle in drill.muscles)]
    yield "start", [comma.join(name.of(language) for name in _start(drill))]
    yield "dose", [dose_words(drill.dose, language), drill.tempo.of(language)]
    yield "cues", drill.cues.of(language)
    yield "mistakes", [mistake.of(language) for mistake in drill.mistakes]
    yield "stop", [drill.stop.of(language)]
    yield "targets", [_target(target, language) for target in drill.targets]
    yield "status", [_line(drill.status, language)]
    yield "sources", drill.sources


def _kinds(drill: Drill) -> Iterator[Text]:
    yield KIND_NAMES[drill.kind]
    yield CATEGORY_NAMES[drill.category]


def _start(drill: Drill) -> Iterator[Text]:
    if drill.position:
        yield POSITION_NAMES[drill.position]
    yield from (EQUIPMENT_NAMES[thing] for thing in drill.equipment)


def _line(text: Text | None, language: Language) -> str:
    return text.of(language) if text else ""


def _target(target: Target, language: Language) -> str:
    parts = [_angles(target.trunk)] + [f"{leg} {_angles(angles)}" for leg, angles in target.legs.items()]
    parts += [_angles(target.arms), _line(target.note, language)]
    return f"{target.name}: " + "; ".join(part for part in parts if part)


def _angles(angles: Mapping[Joint, float]) -> str:
    return ", ".join(f"{joint} {degrees:g}°" for joint, degrees in angles.items())
