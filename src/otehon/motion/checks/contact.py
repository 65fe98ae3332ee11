"""What the movement says to stand on something does, and while nothing flies something carries."""

from typing import Final

import numpy as np

from otehon.motion.checks.anatomy import spoken
from otehon.motion.checks.evidence import Evidence, Plant, runs
from otehon.motion.checks.finding import Finding

BOUND: Final = 5.0
"""Millimetres of air under a planted spot; ours: less than the drawn shadow shows."""


def contact(evidence: Evidence) -> list[Finding]:
    """One finding for each planted spot, and one for each stretch in which nothing carries the body."""
    met = [_met(evidence, plant) for plant in evidence.plants if plant.down.any()]
    return met + _uncarried(evidence)


def _met(evidence: Evidence, plant: Plant) -> Finding:
    instant = int(np.where(plant.down, plant.gaps, -np.inf).argmax())
    value, time = float(plant.gaps[instant] * 1e3), float(evidence.seconds[instant])
    passed, pose = value <= BOUND, evidence.pose_at(instant)
    saw = f"{spoken(plant.spot)} is {max(value, 0):.0f} mm off the {plant.surface.name} at {time:.2f} s"
    do = f"bring it down in pose '{pose}', or say in that phase that it no longer stands"
    sentence = saw if passed else f"{saw} although it is planted: {do}."
    return Finding("contact", passed, value, BOUND, "mm", plant.spot, time, sentence)


def _uncarried(evidence: Evidence) -> list[Finding]:
    carried = evidence.kind("flight")
    for plant in evidence.plants:
        carried = carried | plant.down
    return [_hovering(evidence, int(run[0])) for run in runs(~carried)]


def _hovering(evidence: Evidence, instant: int) -> Finding:
    time, pose = float(evidence.seconds[instant]), evidence.pose_at(instant)
    sentence = (
        f"nothing carries the body from {time:.2f} s: name what is planted on the way to '{pose}', "
        "or call the phase a flight."
    )
    near = evidence.near["floor"]
    height = near.gaps[near.instants == instant].min(initial=0.035) * 1e3
    return Finding("contact", False, float(height), 0.0, "mm", "whole body", time, sentence)
