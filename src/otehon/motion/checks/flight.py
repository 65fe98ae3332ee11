"""In the air the centre of mass falls freely."""

from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence, runs
from otehon.motion.checks.finding import Finding
from otehon.motion.kinematics import centre_of_mass
from otehon.motion.skeleton import Array, Indices

GRAVITY: Final = 9.81
BOUND: Final = 10.0
"""Millimetres off the parabola; ours: half of what the eye sees of a jump of 0.2 s at 720 lines."""
_FEWEST: Final = 4
"""Instants that a flight needs for a parabola to be told from a line."""


def flight(evidence: Evidence) -> list[Finding]:
    """One finding for each flight."""
    mass = centre_of_mass(evidence.performance.bones, evidence.placed)
    flights = [run for run in runs(evidence.kind("flight")) if len(run) >= _FEWEST]
    return [_flown(evidence, mass[run], run) for run in flights]


def _flown(evidence: Evidence, path: Array, run: Indices) -> Finding:
    apart = off_parabola(path, evidence.interval)
    worst = int(apart.argmax())
    value, time = float(apart[worst] * 1e3), float(evidence.seconds[run[worst]])
    passed = value <= BOUND
    sentence = f"the flight leaves its parabola by {value:.0f} mm at {time:.2f} s"
    sentence += "" if passed else ": a flight's time sets its height, so change the time of its phases."
    return Finding("flight", passed, value, BOUND, "mm", "centre of mass", time, sentence)


def off_parabola(path: Array, interval: float) -> Array:
    """(m,) metres between a path (m, 3), an `interval` of seconds apart, and the nearest free fall."""
    time = np.arange(len(path)) * interval
    straight = path + np.outer(GRAVITY * time**2 / 2, [0.0, 1.0, 0.0])
    line = np.stack([np.ones_like(time), time], axis=1)
    fitted = line @ np.linalg.lstsq(line, straight, rcond=None)[0]
    return np.linalg.norm(straight - fitted, axis=1)
