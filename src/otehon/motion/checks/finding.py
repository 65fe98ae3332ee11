"""What a check found: one measured figure against its bound, and what to change."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

Check = Literal[
    "range", "pose", "slide", "contact", "sinking", "overlap", "balance", "flight", "kink", "loop", "form"
]

CHECKS: Final[tuple[Check, ...]] = get_args(Check)
"""The checks, in the order of a report's columns."""

Unit = Literal["mm", "deg", "deg/s", "deg/s²"]


@dataclass(frozen=True)
class Finding:
    """One measured figure.

    Args:
        check: which check measured it.
        passed: whether it keeps its bound.
        value: what was measured, in `unit`.
        bound: what it must not exceed; for `balance` what it must not fall below.
        unit: of value and bound.
        where: the joint, piece of flesh, contact or rule.
        time: seconds from the movement's start to the worst instant.
        sentence: what was seen and, where it failed, what to change.
    """

    check: Check
    passed: bool
    value: float
    bound: float
    unit: Unit
    where: str
    time: float
    sentence: str


def strictest(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a check that matter: the failures, worst first, else the one nearest to failing."""
    ranked = sorted(findings, key=_badness, reverse=True)
    failed = [finding for finding in ranked if not finding.passed]
    return failed or ranked[:1]


def _badness(finding: Finding) -> float:
    """How far over its bound, in bounds: figures of several bounds can be compared."""
    excess = finding.value - finding.bound
    return (-excess if finding.check == "balance" else excess) / max(abs(finding.bound), 1.0)
