"""The key poses as solved are those that were written: contacts have not bent them into something else."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.skeleton import Array

BOUND: Final = 12.0
"""Degrees; ours: about what an eye misjudges an angle by. Two feet that stand where another pose put them
changed hips and ankles by 13 to 19."""
_ADAPTS: Final = ("pelvis_", "mtp_", "wrist_", "subtalar_", "pro_sup")
"""Angles that a pose leaves to its contacts: how the body lies as a whole, and how feet and hands lie on a
surface."""


def written(evidence: Evidence, poses: Mapping[str, Array]) -> list[Finding]:
    """One finding for each key pose. `poses`: name -> (nd,) radians as the file has them."""
    return [_finding(evidence, name, solved, poses[name]) for name, solved in _solved(evidence, poses)]


def _solved(evidence: Evidence, poses: Mapping[str, Array]) -> list[tuple[str, Array]]:
    return [(name, solved) for name, solved in evidence.performance.key_poses.items() if name in poses]


def _finding(evidence: Evidence, name: str, solved: Array, wanted: Array) -> Finding:
    coordinates = evidence.performance.bones.coordinates
    off = np.degrees(np.abs(solved - wanted))
    off[[coordinate.startswith(_ADAPTS) for coordinate in coordinates]] = 0
    worst = int(off.argmax())
    value, passed = float(off[worst]), bool(off[worst] <= BOUND)
    had, has = np.degrees(wanted[worst]), np.degrees(solved[worst])
    saw = f"in pose '{name}' {coordinates[worst]} is written as {had:.0f} degrees and solved as {has:.0f}"
    do = "write angles that its contacts allow, or let this pose be the `anchor`"
    sentence = saw if passed else f"{saw}: {do}."
    return Finding("pose", passed, value, BOUND, "deg", coordinates[worst], evidence.reached(name), sentence)
