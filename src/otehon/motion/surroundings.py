"""The props of a solved movement: where the wall came to stand, how large the mat is, how long the rope."""

from dataclasses import replace
from typing import Final

import numpy as np

from otehon.drills import staging
from otehon.drills.staging import Hurdles, Ladder
from otehon.motion.flesh import flesh
from otehon.motion.kinematics import Pose, points, pose
from otehon.motion.props import Bar, Box, Held, Metronome, PaceBoard, Props, Rings, Rope, Row, Terrain
from otehon.motion.rope import handle_ends
from otehon.motion.setting import Setting
from otehon.motion.skeleton import Array

RIM: Final = 0.14
"""Metres by which a mat is larger than what lies on it."""
ROPE_CLEARANCE: Final = 0.012
"""Metres between the middle of the rope and the floor when it passes under."""


def surroundings(setting: Setting, coordinates: Array, period: float) -> Props:
    """The props around (n, nd) solved coordinates of a cycle of `period` seconds."""
    asked = setting.movement.props
    placed = pose(setting.body.bones, coordinates, setting.body.base)
    return Props(
        wall=setting.wall,
        mat=_mat(setting, placed) if asked.mat else None,
        step=setting.step,
        stairs=_stairs(setting.step, asked.step.stairs) if setting.step and asked.step else (),
        bar=asked.bar and Bar(asked.bar.height, asked.bar.width),
        rope=_rope(setting, placed, period) if asked.rope else None,
        hurdles=asked.hurdles and _row(asked.hurdles, asked.hurdles.height),
        ladder=asked.ladder and _row(asked.ladder, 0.0),
        rings=asked.rings and Rings(asked.rings.places, asked.rings.every, asked.rings.width),
        metronome=asked.metronome and _metronome(asked.metronome, period),
        pace_board=asked.pace_board and _pace_board(asked.pace_board),
        band=asked.band,
        towel=asked.towel and Box(asked.towel.x, asked.towel.z, 0.0),
        marbles=asked.marbles,
        held=asked.held and Held(f"toes_{asked.held.toes[0]}", asked.held.since, asked.held.until),
        terrain=Terrain(asked.terrain.degrees, asked.terrain.cover == "grass"),
        barefoot=asked.barefoot,
    )


def _row(asked: Hurdles | Ladder, height: float) -> Row:
    return Row(height, asked.every, asked.first, asked.width)


def _metronome(asked: staging.Metronome, period: float) -> Metronome:
    return Metronome(asked.x, asked.z, asked.beat, period / asked.beats)


def _pace_board(asked: staging.PaceBoard) -> PaceBoard:
    return PaceBoard(asked.x, asked.z, asked.bars)


def _stairs(first: Box, count: int) -> tuple[Box, ...]:
    (near, far), deep = first.x, first.x[1] - first.x[0]
    return tuple(
        replace(first, x=(near + k * deep, far + k * deep), height=first.height * (k + 1))
        for k in range(1, count + 1)
    )


def _mat(setting: Setting, placed: Pose) -> Box:
    """The floor under all that is drawn, over the whole cycle."""
    bones = setting.body.bones
    capsules = flesh(setting.movement.hands, bones.stature)
    bodies = np.array([bones.body(capsule.body) for capsule in capsules] * 2)
    ends = np.array([c.start for c in capsules] + [c.end for c in capsules])
    under = points(placed, bodies, ends)[..., [0, 2]].reshape(-1, 2)
    (x0, z0), (x1, z1) = under.min(axis=0) - RIM, under.max(axis=0) + RIM
    return Box((float(x0), float(x1)), (float(z0), float(z1)), 0.0)


def _rope(setting: Setting, placed: Pose, period: float) -> Rope:
    """The rope of a figure of eight, or a skipping rope just long enough to pass under the feet."""
    asked = setting.movement.props.rope
    assert asked is not None
    if asked.aside is not None:
        return Rope(asked.under, period / asked.turns, asked.aside.reach, asked.aside.lean)
    heights = handle_ends(setting.body.bones, placed)[..., 1].mean(axis=1)
    passing = round(asked.under / period * len(heights)) % len(heights)
    return Rope(asked.under, period / asked.turns, float(heights[passing]) - ROPE_CLEARANCE)
