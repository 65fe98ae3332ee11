"""The catalogue."""

from uuid import UUID

from pydantic import Field

from otehon.api.models.base import Answer, Link
from otehon.drills.dose import Dose
from otehon.drills.model import Evidence
from otehon.drills.text import Lines
from otehon.drills.text import Text as Sentence


class Named(Answer):
    """A word of the catalogue, and what it is called."""

    id: str
    name: Sentence


class DrillAnswer(Answer):
    """A drill of the catalogue."""

    id: str
    names: Sentence
    synonyms: Lines
    kind: Named = Field(description="How it can be shown.")
    category: Named
    muscles: tuple[Named, ...] = Field(description="The most important first.")
    position: Named | None = Field(description="How the body is placed at the start; null: it varies.")
    equipment: tuple[Named, ...]
    dose: Dose = Field(description="How much, where the advice does not say.")
    tempo: Sentence
    cues: Lines
    mistakes: tuple[Sentence, ...] = Field(description="The most usual first.")
    stop: Sentence
    confirmed_by: str | None = Field(description="The coach who confirmed targets and cues.")
    status: Sentence | None = Field(
        description="Must be shown with the drill while no coach has confirmed it."
    )
    evidence: Evidence = Field(description="What targets and mistakes stand on.")
    sources: tuple[str, ...]
    has_movement: bool
    has_mistake: bool = Field(description="Whether `GET /clips` can show its usual mistake too.")
    clip_id: UUID | None = Field(description="Its demonstration, for GET /clips; null: there is none yet.")
    preview_url: Link | None = Field(description="A silent loop; null: there is none yet.")
    poster_url: Link | None


class Drills(Answer):
    """The catalogue, best match first where there was a query."""

    drills: tuple[DrillAnswer, ...]
