"""What the advice prescribes."""

from dataclasses import dataclass

from otehon.drills.dose import Dose

UNKNOWN = "unknown"
"""Stands for the id of a drill that the catalogue does not have."""


@dataclass(frozen=True, slots=True)
class Prescription:
    """One drill of an advice: its name as written, its id (or "unknown"), its dose, the words for it."""

    name: str
    drill: str
    dose: Dose
    words: str
