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
"""Factor on both where a movement flies, for take-off and landing: a sprint's strides take two thirds of the
time of those at 2.5 m/s and swing a third wider."""
TRUNK: Final = ("pelvis", "lumbar", "thorax", "neck", "head")


def kink(evidence: Evidence) -> list[Finding]:
    """One finding for each joint."""
    hardest = accelerations(evidence)
    instants = hardest.argmax(axis=0)
    bodies = evidence.performance.bones.bodies
    return [
        _finding(evidence, name, int(i), float(hardest[i, b]))
        for b, (name, i) in enumerate(zip(bodies, instants, strict=True))
    ]


def accelerations(evidence: Evidence) -> Array:
    """(n, nb) deg/s² of each body against its parent, over the cycle's end as well."""
    turning = velocities(evidence.performance.bones, evidence.placed, evidence.interval)
    return np.linalg.norm(turning - np.roll(turning, 1, axis=0), axis=-1) / evidence.interval


def bound(evidence: Evidence, body: str) -> float:
    """deg/s² that a body's joint may reach in this movement."""
    flies = any(passage.kind == "flight" for passage in evidence.performance.passages)
    return (TRUNK_BOUND if body in TRUNK else LIMB_BOUND) * (AIRBORNE if flies else 1)


def _finding(evidence: Evidence, body: str, instant: int, value: float) -> Finding:
    most, time = bound(evidence, body), float(evidence.seconds[instant])
    passed, pose = value <= most, evidence.pose_at(instant)
    saw = f"{joint_word(body)} jerks with {value:,.0f} deg/s² at {time:.2f} s"
    do = f"give the phase to '{pose}' more time, or a pose in between"
    return Finding("kink", passed, value, most, "deg/s²", body, time, saw if passed else f"{saw}: {do}.")
