"""Limbs do not pass through one another."""

from typing import Final, NamedTuple

import numpy as np

from otehon.motion.checks.anatomy import spoken
from otehon.motion.checks.drawn import union_distance
from otehon.motion.checks.evidence import Evidence
from otehon.motion.checks.finding import Finding
from otehon.motion.checks.segments import Segment, pairs
from otehon.motion.kinematics import points
from otehon.motion.skeleton import Indices

BOUND: Final = 20.0
"""Millimetres; the product's own requirement: what flesh on flesh gives way."""
_EVERY: Final = 2
"""Every second instant is a frame at 30 a second."""
_MARGIN: Final = 0.01
"""Metres between skins up to which a pair is looked at."""


class Depth(NamedTuple):
    """How deep, in metres, a body's flesh is in a segment's, at the worst instant."""

    value: float
    instant: int


def overlap(evidence: Evidence) -> list[Finding]:
    """One finding for each body of one segment and each other segment that comes near it."""
    return [
        _finding(evidence, segment, body, depth)
        for segment, other in pairs()
        for body in other.bodies
        if (depth := deepest(evidence, segment, other, body)) is not None
    ]


def deepest(evidence: Evidence, segment: Segment, other: Segment, body: str) -> Depth | None:
    """How deep the flesh of one body of `other` is in `segment`; None where it never comes near."""
    fixed = _capsules(
        evidence, [name for name in segment.bodies if frozenset((name, body)) not in evidence.excused]
    )
    instants, balls = _candidates(evidence, fixed, _free(evidence, segment, other, body))
    if len(instants) == 0:
        return None
    flesh, placed = evidence.flesh, evidence.placed
    own = evidence.performance.bones.body(body)
    offset = np.einsum("mij,mj->mi", placed.rotation[instants, own], flesh.centres[balls])
    world = placed.origin[instants, own] + offset
    depth = flesh.radii[balls] - union_distance(flesh.shape, placed, instants, world, fixed)
    worst = int(depth.argmax())
    return Depth(float(depth[worst]), int(instants[worst]))


def _finding(evidence: Evidence, segment: Segment, body: str, depth: Depth) -> Finding:
    value, time = depth.value * 1e3, float(evidence.seconds[depth.instant])
    passed, pose = value <= BOUND, evidence.pose_at(depth.instant)
    saw = f"{spoken(body)} is {max(value, 0):.0f} mm inside the {segment.name} at {time:.2f} s"
    do = f"move it outwards in pose '{pose}', or declare under `on_body` that it rests there"
    where = f"{body} / {segment.name}"
    return Finding("overlap", passed, value, BOUND, "mm", where, time, saw if passed else f"{saw}: {do}.")


def _capsules(evidence: Evidence, bodies: list[str]) -> Indices:
    wanted = [evidence.performance.bones.body(name) for name in bodies]
    return np.flatnonzero(np.isin(evidence.flesh.shape.bodies, wanted))


def _free(evidence: Evidence, segment: Segment, other: Segment, body: str) -> Indices:
    """The balls of a body that should be clear of `segment`: not those by the joint that the two share."""
    flesh, bones = evidence.flesh, evidence.performance.bones
    own = np.flatnonzero(flesh.bodies == bones.body(body))
    if other.on != segment.name:
        return own
    joint = points(evidence.placed, flesh.bodies[own], flesh.centres[own])[0]
    apart = np.linalg.norm(joint - evidence.placed.origin[0, bones.body(other.joint)], axis=1)
    return own[apart > other.reach]


def _candidates(evidence: Evidence, fixed: Indices, free: Indices) -> tuple[Indices, Indices]:
    """Every (instant, ball) at which the free balls' common sphere meets that of any fixed capsule."""
    if len(fixed) == 0 or len(free) == 0:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    flesh, shape = evidence.flesh, evidence.flesh.shape
    middle = flesh.centres[free].mean(axis=0)
    reach = (np.linalg.norm(flesh.centres[free] - middle, axis=1) + flesh.radii[free]).max()
    there = points(evidence.placed, flesh.bodies[free[:1]], middle[None])
    apart = np.linalg.norm(
        points(evidence.placed, shape.bodies[fixed], shape.centres[fixed]) - there, axis=-1
    )
    close = (apart < shape.reaches[fixed] + reach + _MARGIN).any(axis=1)
    instants = np.flatnonzero(close)
    instants = instants[instants % _EVERY == 0]
    return np.repeat(instants, len(free)), np.tile(free, len(instants))
