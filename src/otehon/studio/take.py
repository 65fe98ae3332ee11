"""A performance, cut to the frames of one clip."""

from dataclasses import dataclass

import numpy as np

from otehon.drills.text import Text
from otehon.motion.flesh import HandShape
from otehon.studio.arrays import Floats, Ints
from otehon.studio.camera import Direction
from otehon.studio.painter.painter import Cord
from otehon.studio.scene.scene import Furniture


@dataclass(frozen=True)
class Phase:
    """A stretch of the clip with its sentence. Frames, the end excluded."""

    first: int
    end: int
    ja: str
    en: str


@dataclass(frozen=True)
class Verdict:
    """A stretch of the clip that shows the right way, or a usual mistake. Frames, the end excluded.

    `words` say what is seen: what is wrong, where it is not `right`.
    """

    first: int
    end: int
    right: bool
    words: Text


@dataclass(frozen=True)
class Tally:
    """What a clip counts up to `total`: repetitions, or seconds where the drill `holds`.

    `starts[n]` is the frame at which the count becomes n + 1.
    """

    total: int
    holds: bool
    starts: tuple[int, ...]


@dataclass(frozen=True)
class Take:
    """What is filmed: u poses, and which of them each of n frames shows.

    bones (u, bones, 3, 4); shown (n,) indices of poses; count (n,) repetitions or seconds so far, from 1, and
    the `total` that it runs to (seconds where the drill `holds`; 0: nothing is counted); cords those of each
    pose, or nothing at all; marks (u, m, 2, 3) the lines on ground that moves, of each pose, or None; working
    strengths 0..1 by muscle and side; verdicts what is right and what is not, in a clip that shows both.
    """

    hands: HandShape
    bones: Floats
    shown: Ints
    count: Ints
    total: int
    holds: bool
    lying: bool
    furniture: Furniture
    direction: Direction
    working: dict[str, float]
    phases: tuple[Phase, ...] = ()
    cords: tuple[tuple[Cord, ...], ...] = ()
    marks: Floats | None = None
    verdicts: tuple[Verdict, ...] = ()

    def cords_of(self, pose: int) -> tuple[Cord, ...]:
        """What the figure holds in that pose."""
        return self.cords[pose] if self.cords else ()

    @property
    def frames(self) -> int:
        """How many frames the clip has."""
        return len(self.shown)

    def verdict_at(self, frame: int) -> Verdict | None:
        """What a frame shows; None while the body goes over from one to the other, or nothing is judged."""
        return next((one for one in self.verdicts if one.first <= frame < one.end), None)

    @property
    def tally(self) -> Tally | None:
        """What is counted, for those who draw the counter themselves; None where mistakes are shown."""
        if self.verdicts:
            return None
        starts = np.flatnonzero(np.diff(self.count, prepend=0))
        return Tally(self.total, self.holds, tuple(starts.tolist()))
