"""What is planted stays: how far the drawn skin moves along the surface while it stands on it."""

from typing import Final

import numpy as np

from otehon.motion.checks.anatomy import spoken
from otehon.motion.checks.evidence import Evidence, Plant, runs
from otehon.motion.checks.finding import Finding
from otehon.motion.kinematics import Pose
from otehon.motion.skeleton import Array, Indices

BOUND: Final = 5.0
"""Millimetres; the product's own requirement."""


def slide(evidence: Evidence) -> list[Finding]:
    """One finding for each unbroken plant."""
    return [
        _finding(evidence, plant, run)
        for plant in evidence.plants
        for run in runs(plant.down)
        if len(run) > 1
    ]


def _finding(evidence: Evidence, plant: Plant, run: Indices) -> Finding:
    passed = np.array(evidence.performance.ground) * evidence.interval
    skids = np.cumsum(slips(evidence.placed, plant, run, passed) * _held(evidence, plant), axis=0)
    path: Array = np.concatenate([np.zeros((1, 3)), skids])
    apart = np.linalg.norm(path[:, None] - path, axis=-1)
    instant, value = int(run[apart[0].argmax()]), float(apart.max() * 1e3)
    passed, time = value <= BOUND, float(evidence.seconds[instant])
    saw = f"{spoken(plant.spot)} slides {value:.1f} mm on the {plant.surface.name} until {time:.2f} s"
    do = f"plant it anew in a phase of its own on the way to '{evidence.pose_at(instant)}', or let it go"
    return Finding("slide", passed, value, BOUND, "mm", plant.spot, time, saw if passed else f"{saw}: {do}.")


def _held(evidence: Evidence, plant: Plant) -> Array:
    """(3,) 0 for the axis along which a part is meant to slide."""
    wall = evidence.performance.props.wall
    slides = plant.surface.name == "wall" and wall is not None and wall.slides
    return np.array([1.0, 0.0 if slides else 1.0, 1.0])


def slips(placed: Pose, plant: Plant, run: Indices, passed: Array) -> Array:
    """(len(run) - 1, 3) metres that a planted part slips along the surface between instants, on ground that
    moves by `passed` (3,) in each.

    A round part may roll, so that its skin stays while its middle moves on, or turn on the spot, so that its
    middle stays; either leaves it where it is planted. So the lesser of the two motions is the slip.
    """
    skin, middle = (_moved(placed, plant, at, run) - passed for at in (plant.skin, plant.centres))
    rolls = np.linalg.norm(skin, axis=1) < np.linalg.norm(middle, axis=1)
    return np.where(rolls[:, None], skin, middle)


def _moved(placed: Pose, plant: Plant, at: Array, run: Indices) -> Array:
    """How far the flesh at `at` (n, 3) goes along the surface from each instant of a run to the next.

    Which flesh that is changes where a part rolls; so it is followed forwards from the one instant and
    backwards from the next.
    """
    here, there = run[:-1], run[1:]
    ahead = _carried(placed, plant.body, at[here], here, there) - at[here]
    back = at[there] - _carried(placed, plant.body, at[there], there, here)
    moved, normal = (ahead + back) / 2, plant.surface.outward(plant.skin[here])
    return moved - (moved * normal).sum(axis=1, keepdims=True) * normal


def _carried(placed: Pose, body: int, world: Array, here: Indices, there: Indices) -> Array:
    """(m, 3) where points that ride on a body at the instants `here` are at the instants `there`."""
    local = np.einsum("mji,mj->mi", placed.rotation[here, body], world - placed.origin[here, body])
    return placed.origin[there, body] + np.einsum("mij,mj->mi", placed.rotation[there, body], local)
