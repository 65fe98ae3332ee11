"""What the advice prescribes."""

from dataclasses import dataclass

from otehon.drills.dose import Dose
from otehon.drills.model import UNKNOWN

__all__ = ["UNKNOWN", "Prescription"]


@dataclass(frozen=True, slots=True)
class Prescription:
    """One drill of an advice: its name as written, its id (or "unknown"), its dose, the words for it."""

    name: str
    drill: str
    dose: Dose
    words: str
