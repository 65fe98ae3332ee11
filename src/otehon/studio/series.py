"""The clip of a class of drills: some of its drills, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from otehon.studio.planes import Planes
from otehon.studio.poster import telling_frame
from otehon.studio.shoot import photograph, shoot
from otehon.studio.shot import Shot
from otehon.studio.take import Phase, Verdict


@dataclass(frozen=True)
class Series:
    """Shots as one clip.

    Args:
        title: what the class of drills is called.
        shots: of its drills, at least one.
    """

    title: str
    shots: tuple[Shot, ...]

    @property
    def is_card(self) -> bool:
        """It is not."""
        return False

    @property
    def frames(self) -> int:
        """Those of all shots."""
        return sum(shot.take.frames for shot in self.shots)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """What happens when."""
        return tuple(
            replace(phase, first=phase.first + start, end=phase.end + start)
            for start, shot in self._starts()
            for phase in shot.take.phases
        )

    @property
    def tally(self) -> None:
        """Each drill has a count of its own, which the picture shows where it has words."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All of it is the right way."""
        return ()

    def play(self, canvas: Planes) -> Iterator[int]:
        """Show the frames in the canvas."""
        for start, shot in self._starts():
            for frame in shoot(shot, canvas):
                yield start + frame

    def poster(self) -> Planes:
        """The first drill's most telling frame."""
        return photograph(self.shots[0], telling_frame(self.shots[0].take))

    def _starts(self) -> Iterator[tuple[int, Shot]]:
        """Each shot, and the frame at which it begins."""
        start = 0
        for shot in self.shots:
            yield start, shot
            start += shot.take.frames
