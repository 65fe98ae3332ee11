"""All checks of one movement."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from otehon.drills.movement import Movement
from otehon.motion.checks.balance import balance
from otehon.motion.checks.contact import contact
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.excused import excused
from otehon.motion.checks.finding import Check, Finding, strictest
from otehon.motion.checks.flight import flight
from otehon.motion.checks.form import form
from otehon.motion.checks.kink import kink
from otehon.motion.checks.loop import loop
from otehon.motion.checks.overlap import overlap
from otehon.motion.checks.range import range_of_motion
from otehon.motion.checks.sinking import sinking
from otehon.motion.checks.slide import slide
from otehon.motion.checks.written import written
from otehon.motion.performance import Performance
from otehon.motion.poses import key_poses

PHYSICAL: Final[dict[Check, Callable[[Evidence], list[Finding]]]] = {
    "range": range_of_motion,
    "slide": slide,
    "contact": contact,
    "sinking": sinking,
    "overlap": overlap,
    "balance": balance,
    "flight": flight,
    "kink": kink,
    "loop": loop,
}
"""What holds for every movement; the form rules are its own."""


@dataclass(frozen=True)
class Report:
    """What the checks found.

    Args:
        findings: of each check every failure, worst first, or else the one nearest to failing.
    """

    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return all(finding.passed for finding in self.findings)

    def of(self, check: Check) -> tuple[Finding, ...]:
        """The findings of one check; none where it does not apply, such as balance without a hold."""
        return tuple(finding for finding in self.findings if finding.check == check)


def examine(movement: Movement, performance: Performance) -> Report:
    """Every check of a movement as it was solved: as its file writes it, not its mirror image."""
    evidence = Evidence(performance, excused=excused(movement))
    found = [finding for check in PHYSICAL.values() for finding in strictest(check(evidence))]
    poses = key_poses(movement, performance.bones)
    return Report((*found, *strictest(written(evidence, poses)), *form(evidence, movement.form)))


def examine_mistake(movement: Movement, performance: Performance) -> Report:
    """The checks of a usual mistake: a body can do it, and at least one form rule of the drill sees it."""
    report = examine(movement, performance)
    body = tuple(finding for finding in report.findings if finding.check != "form")
    return Report((*body, _seen(report.of("form"))))


def _seen(form_findings: tuple[Finding, ...]) -> Finding:
    broken = next((finding for finding in form_findings if not finding.passed), None)
    if broken is not None:
        return replace(broken, passed=True)
    sentence = "no form rule sees the mistake: make it clearer, or add the rule that it breaks."
    return Finding("form", False, 0.0, 0.0, "deg", "mistake", 0.0, sentence)
