"""No joint jerks."""

from typing import Final

import numpy as np

from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.joint_words import joint_word
from otehon.motion.checks.turning import velocities
from otehon.motion.skeleton import Array

LIMB_BOUND: Final = 12_000.0
"""deg/s². The knee reaches 11,500 and the ankle 9,200 in running at 2.5 m/s (second derivative of the mean
curves of Fukuchi et al. 2017, PeerJ 5:e3298, at a stride of 0.744 s). No drill on the ground is more
hurried."""
TRUNK_BOUND: Final = 4_000.0
"""deg/s². The hip reaches 3,200 in the same data; what is heavier than a thigh does not outdo it."""
AIRBORNE: Final = 3.0
"""Factor on both in the air, at take-off and at landing: a sprint's strides take two thirds of the time of
those at 2.5 m/s and swing a third wider."""
AROUND: Final = 0.2
"""Seconds before and after a flight that are take-off and landing: a runner's foot stands about as long."""
TRUNK: Final = ("pelvis", "lumbar", "thorax", "neck", "head")


def kink(evidence: Evidence) -> list[Finding]:
    """One finding for each joint."""
    hardest, most = accelerations(evidence), bounds(evidence)
    instants = (hardest / most).argmax(axis=0)
    bodies = evidence.performance.bones.bodies
    return [
        _finding(evidence, name, int(i), float(hardest[i, body]), float(most[i, body]))
        for body, (name, i) in enumerate(zip(bodies, instants, strict=True))
    ]


def accelerations(evidence: Evidence) -> Array:
    """(n, nb) deg/s² of each body against its parent, over the cycle's end as well."""
    turning = velocities(evidence.performance.bones, evidence.placed, evidence.interval)
    return np.linalg.norm(turning - np.roll(turning, 1, axis=0), axis=-1) / evidence.interval


def bounds(evidence: Evidence) -> Array:
    """(n, nb) deg/s² that the joint of each body may reach at each instant."""
    still = np.array(
        [TRUNK_BOUND if name in TRUNK else LIMB_BOUND for name in evidence.performance.bones.bodies]
    )
    flying, around = evidence.kind("flight"), round(AROUND / evidence.interval)
    hurried = np.any([np.roll(flying, shift) for shift in range(-around, around + 1)], axis=0)
    return np.where(hurried[:, None], AIRBORNE, 1.0) * still


def _finding(evidence: Evidence, body: str, instant: int, value: float, most: float) -> Finding:
    time, passed, pose = float(evidence.seconds[instant]), value <= most, evidence.pose_at(instant)
    saw = f"{joint_word(body)} jerks with {value:,.0f} deg/s² at {time:.2f} s"
    do = f"give the phase to '{pose}' more time, or a pose in between"
    return Finding("kink", passed, value, most, "deg/s²", body, time, saw if passed else f"{saw}: {do}.")
