"""Reads advice with `otehon.advice` into clips."""

from otehon.advice import UNKNOWN, Prescription, read_advice, read_prescriptions
from otehon.generation.reading import Reading
from otehon.store.rows import NewClip

MOST_CLIPS = 30
"""More drills than any coach prescribes at once; a text that names more is cut there."""


def read_advice_as_clips(text: str, seconds: float) -> Reading:
    """The drill section of an advice and a clip for each drill in it.

    A text without the section's heading is read as a section itself: the plan's request carries either.
    """
    advice = read_advice(text)
    if advice is None:
        return Reading(None, _clips(read_prescriptions(text), seconds))
    return Reading(advice.section, _clips(advice.prescriptions, seconds))


def _clips(prescriptions: tuple[Prescription, ...], seconds: float) -> list[NewClip]:
    return [
        NewClip(
            drill=None if prescription.drill == UNKNOWN else prescription.drill,
            title=prescription.name,
            words=prescription.words,
            dose=prescription.dose.model_dump(exclude_none=True),
            seconds=seconds,
        )
        for prescription in prescriptions[:MOST_CLIPS]
    ]
