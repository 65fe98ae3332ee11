"""The cycle's end is its beginning, in place and in speed."""

from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.joint_words import joint_word
from otehon.motion.checks.kink import bound
from otehon.motion.checks.turning import velocities
from otehon.motion.skeleton import Array

BOUND: Final = 5.0
"""Millimetres that a joint may jump over the seam beyond what its motion explains; as for a planted foot."""


def loop(evidence: Evidence) -> list[Finding]:
    """One finding for the jump in place, one for the jump in speed."""
    return [_jump(evidence), _hitch(evidence)]


def _jump(evidence: Evidence) -> Finding:
    apart = np.linalg.norm(seam(np.diff(_around_the_seam(evidence.placed.origin), axis=0)), axis=-1)
    body, value = int(apart.argmax()), float(apart.max() * 1e3)
    word, passed = joint_word(evidence.performance.bones.bodies[body]), value <= BOUND
    saw = f"the {word} jumps {value:.1f} mm where the cycle begins again"
    do = "let the last phase lead back to the start pose (its mirror image, where sides take turns)"
    return Finding("loop", passed, value, BOUND, "mm", word, 0.0, saw if passed else f"{saw}: {do}.")


def _hitch(evidence: Evidence) -> Finding:
    turning = _around_the_seam(velocities(evidence.performance.bones, evidence.placed, evidence.interval))
    before, after = sides(turning)
    apart = np.linalg.norm(after - before, axis=-1)
    bodies = evidence.performance.bones.bodies
    most = np.array([bound(evidence, body) for body in bodies]) * evidence.interval
    body = int((apart - most).argmax())
    value, word, passed = float(apart[body]), joint_word(bodies[body]), bool(apart[body] <= most[body])
    saw = f"the {word} changes its speed by {value:.0f} deg/s where the cycle begins again"
    do = "end the last phase as the first begins: both at rest, or both on the move"
    sentence = saw if passed else f"{saw}: {do}."
    return Finding("loop", passed, value, float(most[body]), "deg/s", word, 0.0, sentence)


def _around_the_seam(values: Array) -> Array:
    """(6, …) the three last and the three first of a cycle's values."""
    return np.concatenate([values[-3:], values[:3]])


def seam(steps: Array) -> Array:
    """(…) how much the middle one of five steps (5, …) differs from what leads up to it and on from it."""
    before, after = sides(steps)
    return steps[2] - (before + after) / 2


def sides(steps: Array) -> tuple[Array, Array]:
    """The middle one of five steps as the two before it go on, and as the two after it come from."""
    return 2 * steps[1] - steps[0], 2 * steps[3] - steps[4]
