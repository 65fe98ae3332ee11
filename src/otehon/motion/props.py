"""The things around the body, and where they stand."""

from dataclasses import dataclass, replace
from math import ceil, cos, floor, pi
from typing import Final

import numpy as np

from otehon.drills.staging import WallSide
from otehon.motion.joints import Triple, other_side
from otehon.motion.skeleton import Array

NORMALS: Final[dict[WallSide, Triple]] = {
    "front": (-1.0, 0.0, 0.0),
    "back": (1.0, 0.0, 0.0),
    "right": (0.0, 0.0, -1.0),
    "left": (0.0, 0.0, 1.0),
}
"""Where the face of a wall on that side of the runner looks: at the body."""
OPPOSITE: Final[dict[WallSide, WallSide]] = {
    "front": "back",
    "back": "front",
    "right": "left",
    "left": "right",
}


@dataclass(frozen=True)
class Wall:
    """An upright plane.

    Args:
        at: where it stands along the axis that it is square to, metres.
        side: of the runner.
        slides: whether what leans on it may slide up and down.
    """

    at: float
    side: WallSide = "front"
    slides: bool = False

    @property
    def normal(self) -> Triple:
        """Unit vector out of its face."""
        return NORMALS[self.side]

    @property
    def axis(self) -> int:
        """The world axis that it is square to."""
        return 0 if self.side in ("front", "back") else 2

    @property
    def point(self) -> Triple:
        """A point of its face, on the floor."""
        return (self.at, 0.0, 0.0) if self.axis == 0 else (0.0, 0.0, self.at)

    def mirrored(self, flip: Array) -> "Wall":
        """The wall in the mirrored world; `flip` is (3,) of ±1."""
        if flip[self.axis] > 0:
            return self
        return replace(self, at=-self.at, side=OPPOSITE[self.side])


@dataclass(frozen=True)
class Box:
    """A box on the floor, or with height 0 an area of it; metres. Below `lower` there is room."""

    x: tuple[float, float]
    z: tuple[float, float]
    height: float
    lower: float = 0.0


@dataclass(frozen=True)
class Bar:
    """A round bar along z at x = 0, `height` over the floor and `width` long; metres."""

    height: float
    width: float


BAR_RADIUS: Final = 0.014
"""Metres; a horizontal bar of 28 mm (FIG Apparatus Norms)."""


@dataclass(frozen=True)
class Rope:
    """A rope between both hands; `otehon.motion.rope` says how it swings.

    Args:
        under: seconds into the cycle at which it is lowest.
        turn: seconds of one turn; it comes from behind over the head to the front.
        reach: metres from the line between the hands to the farthest point of the curve.
        lean: 0: a skipping rope, which passes under the feet. Else a figure of eight: how far it hangs
            outwards for each metre down at `under`, + on the right, and on the other side a turn later.
    """

    under: float
    turn: float
    reach: float
    lean: float = 0.0


@dataclass(frozen=True)
class Row:
    """Bars across the way, one every so many metres, that lie where the ground carries them.

    Args:
        height: of a bar over the floor.
        every, first: from one to the next along x, and where one is at t = 0.
        width: of a bar, along z.
    """

    height: float
    every: float
    first: float
    width: float

    def places(self, passed: float, reach: float) -> Array:
        """(k,) x of the bars within `reach` metres of the origin, when the ground has moved by `passed`."""
        nearest = self.first + passed
        first, last = ceil((-reach - nearest) / self.every), floor((reach - nearest) / self.every)
        return nearest + self.every * np.arange(first, last + 1, dtype=np.float64)


@dataclass(frozen=True)
class Rings:
    """Hoops that lie where the ground carries them.

    Args:
        places: x at t = 0 and z of each middle, metres.
        every: from one such pattern to the next along x.
        width: across a ring.
    """

    places: tuple[tuple[float, float], ...]
    every: float
    width: float

    def middles(self, passed: float, reach: float) -> Array:
        """(k, 2) x and z of those within `reach` metres ahead or behind, when the ground has moved by
        `passed`."""
        rows = [(Row(0.0, self.every, x, self.width).places(passed, reach), z) for x, z in self.places]
        return np.array([(float(x), z) for along, z in rows for x in along]).reshape(-1, 2)


@dataclass(frozen=True)
class Metronome:
    """A metronome that stands at (x, z); its arm is farthest ahead at `beat`, and on the other side one
    `step` later, seconds."""

    x: float
    z: float
    beat: float
    step: float

    def swing(self, t: float) -> float:
        """Where the arm is, from 1, farthest ahead, to -1."""
        return cos(pi * (t - self.beat) / self.step)


@dataclass(frozen=True)
class PaceBoard:
    """A board that stands at (x, z); `bars` say how fast each stretch of the training is, 0..1."""

    x: float
    z: float
    bars: tuple[float, ...]


@dataclass(frozen=True)
class Held:
    """The first marble goes with the body `toes` from when pose `since` is reached until `until` is."""

    toes: str
    since: str
    until: str


@dataclass(frozen=True)
class Terrain:
    """The ground under a travelling body: degrees by which it rises ahead, and whether grass grows on it."""

    slope: float = 0.0
    grass: bool = False


@dataclass(frozen=True)
class Props:
    """What the movement needs. `mat` is the area that the body covers, with a rim; `band` the joints that a
    rubber band goes round; `marbles` their x and z; `stairs` what rises behind the step."""

    wall: Wall | None = None
    mat: Box | None = None
    step: Box | None = None
    stairs: tuple[Box, ...] = ()
    bar: Bar | None = None
    rope: Rope | None = None
    hurdles: Row | None = None
    ladder: Row | None = None
    rings: Rings | None = None
    metronome: Metronome | None = None
    pace_board: PaceBoard | None = None
    band: str | None = None
    towel: Box | None = None
    marbles: tuple[tuple[float, float], ...] = ()
    held: Held | None = None
    terrain: Terrain = Terrain()
    barefoot: bool = False

    def mirrored(self, flip: Array) -> "Props":
        """The props in the mirrored world; `flip` is (3,) of ±1."""
        return replace(
            self,
            wall=None if self.wall is None else self.wall.mirrored(flip),
            mat=None if self.mat is None else _flipped(self.mat, flip),
            rope=self.rope and replace(self.rope, lean=self.rope.lean * float(flip[2])),
            step=None if self.step is None else _flipped(self.step, flip),
            stairs=tuple(_flipped(step, flip) for step in self.stairs),
            rings=self.rings and replace(self.rings, places=_across(self.rings.places, flip)),
            metronome=self.metronome and replace(self.metronome, z=self.metronome.z * float(flip[2])),
            pace_board=self.pace_board and replace(self.pace_board, z=self.pace_board.z * float(flip[2])),
            towel=None if self.towel is None else _flipped(self.towel, flip),
            held=self.held and replace(self.held, toes=other_side(self.held.toes)),
            marbles=_across(self.marbles, flip),
        )


def _across(places: tuple[tuple[float, float], ...], flip: Array) -> tuple[tuple[float, float], ...]:
    return tuple((x * float(flip[0]), z * float(flip[2])) for x, z in places)


def _flipped(box: Box, flip: Array) -> Box:
    (x0, x1), (z0, z1) = sorted(np.multiply(box.x, flip[0])), sorted(np.multiply(box.z, flip[2]))
    return replace(box, x=(float(x0), float(x1)), z=(float(z0), float(z1)))
