"""No joint goes further than joints go."""

from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.skeleton import Array

TOLERANCE: Final = 0.5
"""Degrees; what the solver rounds."""

STRAIGHT_LEG: Final = 95.0
"""Degrees of hip flexion that the hamstrings allow over a straight knee: 76.3 + 2 · 9.5, the straight-leg
raise of women (mean, SD; men 68.5, 6.8). Youdas et al. 2005, J Orthop Sports Phys Ther 35:246."""
PER_KNEE: Final = 0.5
"""Degrees more of hip flexion for each degree of knee angle. The same people's knees lacked 28.0 (women) and
38.6 (men) degrees at a hip of 90: (90 - 76.3) / 28.0 and (90 - 68.5) / 38.6."""


def range_of_motion(evidence: Evidence) -> list[Finding]:
    """One finding for each angle, and one for the hamstrings of each leg."""
    bones = evidence.performance.bones
    angles = np.degrees(evidence.performance.coordinates)
    found = [
        _plain(evidence, angles, index)
        for index in range(len(bones.coordinates))
        if np.isfinite(bones.lower[index])
    ]
    return found + [_hamstrings(evidence, angles, side) for side in "rl"]


def _plain(evidence: Evidence, angles: Array, index: int) -> Finding:
    bones = evidence.performance.bones
    least, most = np.degrees(bones.lower[index]), np.degrees(bones.upper[index])
    beyond = np.maximum(least - angles[:, index], angles[:, index] - most)
    ends = f"goes from {least:.0f} to {most:.0f}"
    return _finding(evidence, bones.coordinates[index], angles[:, index], beyond, ends)


def _hamstrings(evidence: Evidence, angles: Array, side: str) -> Finding:
    bones = evidence.performance.bones
    hip = angles[:, bones.coordinate(f"hip_flexion_{side}")]
    knee = angles[:, bones.coordinate(f"knee_angle_{side}")]
    most = STRAIGHT_LEG + PER_KNEE * np.maximum(knee, 0)
    instant = int((hip - most).argmax())
    ends = f"with the knee at {knee[instant]:.0f} the hamstrings let it go to {most[instant]:.0f}"
    return _finding(evidence, f"hip_flexion_{side}", hip, hip - most, ends)


def _finding(evidence: Evidence, name: str, angle: Array, beyond: Array, ends: str) -> Finding:
    instant = int(beyond.argmax())
    value, time = float(beyond[instant]), float(evidence.seconds[instant])
    passed, pose = value <= TOLERANCE, evidence.pose_at(instant)
    saw = f"{name} is {angle[instant]:.0f} degrees at {time:.2f} s; it {ends}"
    if "hamstrings" in ends:
        saw = f"{name} is {angle[instant]:.0f} degrees at {time:.2f} s; {ends}"
    sentence = saw if passed else f"{saw}: take {value:.0f} degrees from it in pose '{pose}'."
    return Finding("range", passed, value, TOLERANCE, "deg", name, time, sentence)
