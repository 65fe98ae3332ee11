"""What a clip is asked to show."""

from dataclasses import dataclass

from otehon.drills.dose import Dose
from otehon.drills.model import Drill
from otehon.studio.length import USUAL


@dataclass(frozen=True)
class Order:
    """One prescribed drill.

    name: as the advice writes it; drill: of the catalogue, or None where it is unknown; dose: as prescribed;
    words: the advice's own words about it; seconds: the wanted length of the clip; with_mistake: whether the
    usual mistake is shown in turn with the right way, where the drill has one that is a movement.
    """

    name: str
    drill: Drill | None
    dose: Dose
    words: str = ""
    seconds: float = USUAL
    with_mistake: bool = False
