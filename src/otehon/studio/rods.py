"""Bars, hurdles, a ladder, rings, boards, a band, marbles: what the painter draws as thin rods."""

from typing import Final

import numpy as np

from otehon.motion.joints import other_side
from otehon.motion.kinematics import Pose
from otehon.motion.performance import Performance
from otehon.motion.props import BAR_RADIUS, Bar, Row
from otehon.studio.arrays import Doubles, Floats
from otehon.studio.marbles import marbles
from otehon.studio.metronome import ticking
from otehon.studio.pace_board import standing_board
from otehon.studio.painter.painter import Cord
from otehon.studio.rings import REACH, lying_rings

HURDLE: Final[Floats] = np.array([168, 52, 190], np.float32)
RUNG: Final[Floats] = np.array([188, 44, 150], np.float32)
BAND: Final[Floats] = np.array([92, 118, 208], np.float32)
STEEL: Final[Floats] = np.array([96, 130, 124], np.float32)
"""Y, U, V: orange, yellow, red, grey."""
HURDLE_RADIUS, RUNG_RADIUS, BAND_RADIUS, POST = 0.012, 0.011, 0.013, 0.025
ROUND: Final[dict[str, tuple[str, float, float]]] = {
    "knees": ("femur_r", -0.34, 0.068),
    "ankles": ("tibia_r", -0.34, 0.048),
    "feet": ("calcn_r", 0.0, 0.045),
}
"""Where a band goes round the legs: body, metres along it, and out to the skin."""


def rods(performance: Performance, times: Doubles) -> tuple[tuple[Cord, ...], ...]:
    """What is drawn as rods at each instant; empty where there is nothing of the kind."""
    props = performance.props
    thin = (
        props.bar,
        props.hurdles,
        props.ladder,
        props.rings,
        props.metronome,
        props.pace_board,
        props.band,
        props.marbles,
    )
    if not any(thin):
        return ()
    placed = performance.pose(times)
    passed = times * performance.ground[0]
    picked = marbles(performance, placed, times)
    return tuple(
        (
            *picked[i],
            *_at(performance, placed, i, float(moved)),
            *lying_rings(props.rings, float(moved)),
            *ticking(props.metronome, t),
            *standing_board(props.pace_board),
        )
        for i, (moved, t) in enumerate(zip(passed, times.tolist(), strict=True))
    )


def _at(performance: Performance, placed: Pose, instant: int, passed: float) -> tuple[Cord, ...]:
    props = performance.props
    out: list[Cord] = []
    if props.bar is not None:
        out += _frame(props.bar)
    if props.hurdles is not None:
        out += [_hurdle(props.hurdles, float(x)) for x in props.hurdles.places(passed, REACH)]
    if props.ladder is not None:
        out += [_rung(props.ladder, float(x)) for x in props.ladder.places(passed, REACH)]
        out += [_rail(props.ladder, side) for side in (-1, 1)]
    if props.band is not None:
        out.append(_band(performance, placed, instant, props.band))
    return tuple(out)


def _frame(bar: Bar) -> list[Cord]:
    """The bar and its two posts."""
    half = bar.width / 2
    posts = [_cord([(0.0, 0.0, z), (0.0, bar.height + POST, z)], POST, STEEL) for z in (-half, half)]
    return [*posts, _cord([(0.0, bar.height, -half), (0.0, bar.height, half)], BAR_RADIUS, STEEL)]


def _hurdle(row: Row, x: float) -> Cord:
    half = row.width / 2
    return _cord(
        [(x, 0.0, -half), (x, row.height, -half), (x, row.height, half), (x, 0.0, half)],
        HURDLE_RADIUS,
        HURDLE,
    )


def _rung(row: Row, x: float) -> Cord:
    return _cord([(x, RUNG_RADIUS, -row.width / 2), (x, RUNG_RADIUS, row.width / 2)], RUNG_RADIUS, RUNG)


def _rail(row: Row, side: int) -> Cord:
    z = side * row.width / 2
    return _cord([(-REACH, RUNG_RADIUS, z), (REACH, RUNG_RADIUS, z)], RUNG_RADIUS, RUNG)


def _band(performance: Performance, placed: Pose, instant: int, where: str) -> Cord:
    """A closed loop round both legs: in front from skin to skin, and behind."""
    body, along, out = ROUND[where]
    ends: list[Doubles] = []
    for name, sign in ((body, 1), (other_side(body), -1)):
        index = performance.bones.body(name)
        turn, origin = placed.rotation[instant, index], placed.origin[instant, index]
        ends += [origin + turn @ np.array([dx * out, along, sign * dz * out]) for dx, dz in _ARC]
    right, left = ends[: len(_ARC)], ends[len(_ARC) :]
    loop = [*right, *reversed(left), right[0]]
    return _cord([(float(x), float(y), float(z)) for x, y, z in loop], BAND_RADIUS, BAND)


_ARC: Final = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0))
"""Front, outside and back of a leg, as parts of its radius."""


def _cord(points: list[tuple[float, float, float]], radius: float, colour: Floats) -> Cord:
    return Cord(np.array(points, np.float32), radius, colour)
