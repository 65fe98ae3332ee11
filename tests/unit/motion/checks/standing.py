"""A body that stands on both feet and swings its arms, made without any solver."""

from dataclasses import replace

import numpy as np

from otehon.motion.kinematics import points, pose
from otehon.motion.performance import Kind, Passage, Performance, Surface, Touch
from otehon.motion.props import Props
from otehon.motion.skeleton import Array, skeleton
from otehon.motion.spots import spots

BONES = skeleton()
PERIOD, COUNT = 2.0, 120
SECONDS = np.arange(COUNT) * PERIOD / COUNT
FEET = tuple(f"{spot}_{side}" for spot in ("heel", "ball_in", "ball_out", "toe") for side in "rl")


def index(name: str) -> int:
    return BONES.coordinate(name)


def wave(amplitude: float) -> Array:
    return amplitude * np.sin(2 * np.pi * SECONDS / PERIOD)


def bump(height: float, middle: float = 1.0, width: float = 0.5) -> Array:
    """A smooth hill in time, `width` seconds to its foot on either side."""
    off = np.clip(np.abs(SECONDS - middle) / width, 0, 1)
    return height * (1 + np.cos(np.pi * off)) / 2


def standing(kind: Kind = "move") -> Performance:
    """Two seconds on flat feet."""
    q = np.zeros((COUNT, len(BONES.coordinates)))
    for side, swing in (("r", wave(20)), ("l", -wave(20))):
        q[:, index(f"arm_flex_{side}")] = np.radians(swing)
        q[:, index(f"arm_add_{side}")] = np.radians(-14)
        q[:, index(f"pro_sup_{side}")] = np.radians(90)
    q[:, index("pelvis_ty")] = -_lowest(q[:1])
    return Performance(
        bones=BONES,
        base="upright",
        hands="fist",
        period=PERIOD,
        repetitions=1,
        side=None,
        coordinates=q,
        passages=(Passage(0, PERIOD, kind, "stand", False, None, frozenset()),),
        touches=touches(FEET),
        key_poses={"stand": q[0]},
        resting=frozenset(),
        props=Props(),
    )


def touches(names: tuple[str, ...], surface: Surface = "floor", end: float = PERIOD) -> tuple[Touch, ...]:
    return tuple(Touch(name, surface, 0.0, end, (0.0, 0.0, 0.0)) for name in names)


def _lowest(q: Array) -> float:
    """Height of the balls of the feet with the pelvis at the origin, metres."""
    found = spots(BONES, "fist")
    which = found.index(FEET)
    there = points(pose(BONES, q), found.bodies[which], found.centres[which])
    return float((there[0, :, 1] - found.radii[which]).min())


def changed(performance: Performance, **added: Array | float) -> Performance:
    """The same with something added to coordinates: metres, or degrees."""
    q = performance.coordinates.copy()
    for name, amount in added.items():
        q[:, index(name)] += (
            amount if name.startswith("pelvis_t") and name[-1] in "xyz" else np.radians(amount)
        )
    return replace(performance, coordinates=q, key_poses={"stand": q[0]})
