"""The clip of a drill that the coach shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from otehon.studio.planes import Planes
from otehon.studio.poster import telling_frame
from otehon.studio.shoot import photograph, shoot
from otehon.studio.shot import Shot
from otehon.studio.take import Phase, Tally, Verdict


@dataclass(frozen=True)
class Demonstration:
    """A shot as a clip."""

    shot: Shot

    @property
    def title(self) -> str:
        """The drill's name."""
        return self.shot.words.title

    @property
    def is_card(self) -> bool:
        """It is not."""
        return False

    @property
    def frames(self) -> int:
        """As many as the take has."""
        return self.shot.take.frames

    @property
    def phases(self) -> tuple[Phase, ...]:
        """What happens when."""
        return self.shot.take.phases

    @property
    def tally(self) -> Tally | None:
        """Repetitions or seconds; None where the usual mistake is shown too."""
        return self.shot.take.tally

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is right and what is not, where both are shown."""
        return self.shot.take.verdicts

    def play(self, canvas: Planes) -> Iterator[int]:
        """Show the frames in the canvas."""
        return shoot(self.shot, canvas)

    def poster(self) -> Planes:
        """The frame in which the movement has gone furthest."""
        return photograph(self.shot, telling_frame(self.shot.take))
