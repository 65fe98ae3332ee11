"""A solved movement: everything about one cycle that the studio draws and the checks measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from otehon.drills.text import Text
from otehon.motion.flesh import HandShape
from otehon.motion.joints import other_side
from otehon.motion.kinematics import MIRROR, MIRRORED_BASE, Base, Pose, mirrored, pose
from otehon.motion.props import Props
from otehon.motion.skeleton import Array, Skeleton

Kind = Literal["move", "hold", "flight"]
Surface = Literal["floor", "wall", "step", "bar"]


@dataclass(frozen=True)
class Passage:
    """One phase of the cycle, seconds from the cycle's start.

    Args:
        start, end: half open, start <= t < end.
        kind: what happens; in a `hold` nothing moves but breath.
        pose: the key pose that is reached at the end, or held. In a mirrored half its name stays.
        mirrored: whether right and left are exchanged against the file.
        caption: what the viewer reads meanwhile, if anything.
        muscles: regions of the flesh that work, with `_r` or `_l` where it is one side, sides as they are
        here.
    """

    start: float
    end: float
    kind: Kind
    pose: str
    mirrored: bool
    caption: Text | None
    muscles: frozenset[str]


@dataclass(frozen=True)
class Touch:
    """One spot of the skin that rests on something without sliding.

    Args:
        spot: name in `otehon.motion.spots`.
        surface: what it rests on.
        start, end: seconds, half open; an unbroken touch across the cycle's end is two, one at either end.
        place: (3,) where in the world the spot's ball touches the surface, metres; on ground that moves,
            where that place lies at t = 0.
    """

    spot: str
    surface: Surface
    start: float
    end: float
    place: tuple[float, float, float]


@dataclass(frozen=True)
class Performance:
    """One cycle of a movement, solved for one body; its end is its beginning, repeat it as long as wanted.

    Plain data (arrays, names, numbers): pickle it to keep it. Everything asked of it depends on t alone, t in
    seconds, taken modulo `period`.

    Args:
        bones: whose body.
        base: how the body lies when every angle is 0.
        hands: the shape of both hands.
        period: seconds of a cycle.
        repetitions: how many the cycle holds: 2 where right and left take turns, 0 in a hold (count seconds).
        side: the only side that acts, or None where both do.
        coordinates: (n, nd) at t = i period / n, metres and radians; n is even, about 60 a second, and n / 2
            instants are frames at about 30 a second.
        passages: the phases, in order, without gaps.
        touches: what rests on what, when.
        key_poses: name -> (nd,) coordinates of the pose as solved, first occurrence.
        resting: spots that lie on the body itself (a fist on the hip).
        props: wall, mat, step, bar, rope.
        ground: (x, y, z) velocity of the ground under a body that travels, m/s.
    """

    bones: Skeleton
    base: Base
    hands: HandShape
    period: float
    repetitions: int
    side: Literal["right", "left"] | None
    coordinates: Array
    passages: tuple[Passage, ...]
    touches: tuple[Touch, ...]
    key_poses: dict[str, Array]
    resting: frozenset[str]
    props: Props
    ground: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def frames(self, fps: int = 30) -> Array:
        """(k,) the instants of one cycle at the whole number of frames nearest to `fps` a second."""
        return np.arange(max(2, round(self.period * fps))) * self.period / max(2, round(self.period * fps))

    def at(self, seconds: Array | Sequence[float] | float) -> Array:
        """(k, nd) coordinates at these instants: exact on the solved ones, a periodic cubic in between."""
        n = len(self.coordinates)
        place = np.atleast_1d(np.asarray(seconds, dtype=np.float64)) / self.period * n
        whole = np.floor(place + 1e-9)
        u = np.clip(place - whole, 0.0, 1.0)[:, None]
        i = whole.astype(np.intp)
        before, here, there, after = (self.coordinates[(i + k) % n] for k in (-1, 0, 1, 2))
        slope, next_slope = (there - before) / 2, (after - here) / 2
        rest = 2 * (here - there) + slope + next_slope
        return here + u * (slope + u * (3 * (there - here) - 2 * slope - next_slope + u * rest))

    def pose(self, seconds: Array | Sequence[float] | float) -> Pose:
        """Where every body is at these instants."""
        return pose(self.bones, self.at(seconds), self.base)

    def passage(self, seconds: float) -> Passage:
        """The phase that runs at this instant."""
        t = seconds % self.period
        return next((p for p in self.passages if p.start <= t < p.end), self.passages[-1])

    def touching(self, seconds: float) -> tuple[Touch, ...]:
        """What rests on what at this instant."""
        t = seconds % self.period
        return tuple(touch for touch in self.touches if touch.start <= t < touch.end)

    def repetition(self, seconds: float) -> int:
        """How many repetitions are complete at this instant, counted from t = 0; 0 in a hold."""
        return int(np.floor(seconds / self.period * self.repetitions + 1e-9))

    def mirrored(self) -> "Performance":
        """The performance with right and left exchanged, in body and in world."""
        flip = MIRROR[self.base]
        sides: dict[str | None, Literal["right", "left"]] = {"right": "left", "left": "right"}
        return Performance(
            bones=self.bones,
            base=MIRRORED_BASE[self.base],
            hands=self.hands,
            period=self.period,
            repetitions=self.repetitions,
            side=sides.get(self.side),
            coordinates=mirrored(self.bones, self.coordinates, self.base),
            passages=tuple(_exchanged(passage) for passage in self.passages),
            touches=tuple(_reflected(touch, flip) for touch in self.touches),
            key_poses={name: mirrored(self.bones, q, self.base) for name, q in self.key_poses.items()},
            resting=frozenset(other_side(spot) for spot in self.resting),
            props=self.props.mirrored(flip),
            ground=_triple(np.multiply(self.ground, flip)),
        )


def _triple(row: Array) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in row)
    return x, y, z


def _exchanged(passage: Passage) -> Passage:
    return Passage(
        passage.start,
        passage.end,
        passage.kind,
        passage.pose,
        not passage.mirrored,
        passage.caption,
        frozenset(other_side(muscle) for muscle in passage.muscles),
    )


def _reflected(touch: Touch, flip: Array) -> Touch:
    place = _triple(np.multiply(touch.place, flip))
    return Touch(other_side(touch.spot), touch.surface, touch.start, touch.end, place)
