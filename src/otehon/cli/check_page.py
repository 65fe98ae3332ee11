"""What the checks found, on the terminal and as data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Group
from rich.table import Table
from rich.text import Text

from otehon.drills.model import Drill
from otehon.drills.movement import Movement
from otehon.errors import InvalidDrill
from otehon.motion.checks.examine import Report, examine, examine_mistake
from otehon.motion.checks.finding import CHECKS, Check, Finding
from otehon.motion.perform import one_sided, perform
from otehon.motion.performance import Performance

Outcome = Report | InvalidDrill
"""A movement's report, or why it cannot be solved at all."""

HEADS: dict[Check, str] = {
    "contact": "gap",
    "sinking": "sink",
    "overlap": "limbs",
    "balance": "mass",
    "flight": "fall",
}
"""Short words, so that a table fits 80 columns."""
LEGEND = (
    "Of each check the figure nearest to its bound. Degrees: range, pose (off what is written). "
    "mm: slide, gap (contact), sink (sinking), limbs (overlap), mass (balance: inside the support), "
    "fall (flight), loop (or deg/s). deg/s²: kink. form: off the drill's own rules. "
    "r: the right side alone, where that is a cycle of its own. ×: a usual mistake; a form rule must see it."
)
_SHOWN = 3
"""Failures of one check that are written out."""


@dataclass(frozen=True)
class Shown:
    """One thing that can be shown of a drill, under the name that it has in the table."""

    name: str
    movement: Movement
    examined: Callable[[Movement, Performance], Report] = examine

    def outcome(self) -> Outcome:
        """Solve and measure it."""
        try:
            return self.examined(self.movement, perform(self.movement))
        except InvalidDrill as error:
            return error


def demonstrations(drill: Drill) -> Iterator[Shown]:
    """Its movement and its mistakes that are movements, each also of one side alone where that differs."""
    if drill.movement is not None:
        yield from _sides(drill.id, drill.movement, examine)
    wrong = [mistake.shows for mistake in drill.mistakes if mistake.shows is not None]
    for number, movement in enumerate(wrong, 1):
        yield from _sides(f"{drill.id} ×{number if number > 1 else ''}", movement, examine_mistake)


def _sides(
    name: str, movement: Movement, examined: Callable[[Movement, Performance], Report]
) -> Iterator[Shown]:
    yield Shown(name, movement, examined)
    if movement.alone is not None:
        yield Shown(f"{name} r", one_sided(movement, movement.alone), examined)


def passed(outcome: Outcome) -> bool:
    """Whether the movement was solved and keeps every bound."""
    return isinstance(outcome, Report) and outcome.passed


def row(drill_id: str, outcome: Outcome) -> Mapping[str, object]:
    """One drill's outcome as plain data."""
    error, findings = (None, outcome.findings) if isinstance(outcome, Report) else (str(outcome), ())
    fields = [_fields(finding) for finding in findings]
    return {"id": drill_id, "passed": passed(outcome), "error": error, "findings": fields}


def _fields(finding: Finding) -> Mapping[str, object]:
    return vars(finding) | {"value": round(finding.value, 2), "time": round(finding.time, 3)}


def check_page(outcomes: Mapping[str, Outcome]) -> Group:
    """A table of the figures, and under it a sentence for each failure."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("drill", no_wrap=True)
    for check in CHECKS:
        table.add_column(HEADS.get(check, check), justify="right", no_wrap=True)
    for drill_id, outcome in outcomes.items():
        table.add_row(_mark(passed(outcome), drill_id), *(_cell(outcome, check) for check in CHECKS))
    return Group(table, Text(LEGEND, style="dim"), *_complaints(outcomes))


def _complaints(outcomes: Mapping[str, Outcome]) -> Iterator[Text]:
    for drill_id, outcome in outcomes.items():
        sentences = [str(outcome)] if isinstance(outcome, InvalidDrill) else list(_sentences(outcome))
        yield from (_mark(False, f"{drill_id}: {sentence}") for sentence in sentences)


def _sentences(report: Report) -> Iterator[str]:
    """The worst failures of each check; how many more there are."""
    for check in CHECKS:
        failed = [finding for finding in report.of(check) if not finding.passed]
        yield from (f"{check}: {finding.sentence}" for finding in failed[:_SHOWN])
        if len(failed) > _SHOWN:
            yield f"{check}: {len(failed) - _SHOWN} more; --json has all."


def _mark(good: bool, words: str) -> Text:
    return Text("✓ " if good else "✗ ", style="green" if good else "red") + Text(words, style="default")


def _cell(outcome: Outcome, check: Check) -> Text:
    found = outcome.of(check) if isinstance(outcome, Report) else ()
    if not found:
        return Text("–", style="dim")
    first = next((finding for finding in found if not finding.passed), found[0])
    shown = figure(first.value)
    return Text(shown) if first.passed else Text(f"{shown} ✗", style="red")


def figure(value: float) -> str:
    """A measured value in few characters."""
    if abs(value) >= 10_000:
        return f"{value / 1000:.0f}k"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}"
