"""What a drill file says. The fields' order here is their order in the file."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from otehon.drills.dose import Dose
from otehon.drills.movement import Movement
from otehon.drills.muscles import Muscle
from otehon.drills.target import Target
from otehon.drills.text import Line, Lines, Text
from otehon.drills.vocabulary import Category, Equipment, Kind, Position

Evidence = Literal["sourced", "mixed", "general"]

DrillId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
UNKNOWN = "unknown"
"""Stands for the id of a drill that the catalogue does not have."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]

UNCONFIRMED_TARGETS = Text(
    ja="姿勢の目標値は、解説された姿勢から定めた目安です。コーチの確認はまだ受けていません。",
    en="Typical targets set from described postures; not confirmed by a coach.",
)

UNCONFIRMED_WORDS = Text(
    ja="一般的な指導知識にもとづく説明です。コーチの確認はまだ受けていません。",
    en="General coaching knowledge; not confirmed by a coach.",
)


# The lengths that the overlay is laid out for.
CueJa = Annotated[Line, StringConstraints(max_length=22)]
CueEn = Annotated[Line, StringConstraints(max_length=45)]


class Cues(Lines):
    """Three short calls in each language; they stand on the picture."""

    ja: tuple[CueJa, ...] = Field(min_length=3, max_length=3)
    en: tuple[CueEn, ...] = Field(min_length=3, max_length=3)


class Mistake(Text):
    """What usually goes wrong, in words and where possible as a movement."""

    shows: Movement | None = Field(
        None,
        description="The mistake as a movement. In a file: what differs from the drill's own movement; "
        "null: words only.",
    )


class Drill(BaseModel):
    """One exercise of the catalogue: `drills/data/<id>.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: DrillId = Field(description="The same word as the file's name.")
    names: Text = Field(description="What the drill is called on the picture.")
    synonyms: Lines = Field(
        description="What advice calls it besides; no other drill may claim the same word."
    )
    kind_of: DrillId | None = Field(
        None,
        description="The drill of the first 96 that this one is a special form of, or `unknown`; null: it is "
        "one of them. Texts labelled with those ids are compared under this one.",
    )
    kind: Kind = Field(alias="class", description="How it can be shown.")
    category: Category = Field(description="What it is for.")
    muscles: tuple[Muscle, ...] = Field(min_length=1, description="What works, the most important first.")
    position: Position | None = Field(description="How the body is placed at the start; null: it varies.")
    equipment: tuple[Equipment, ...] = Field(description="What it needs; empty: nothing.")
    dose: Dose = Field(description="How much, where the advice does not say; for recreational runners.")
    tempo: Text = Field(description="Speed and rhythm, in words.")
    cues: Cues = Field(description="What to think of, the most important first.")
    mistakes: tuple[Mistake, ...] = Field(
        min_length=2, max_length=4, description="What usually goes wrong, the most usual first."
    )
    stop: Text = Field(description="When to stop: where pain would show.")
    targets: tuple[Target, ...] = Field(description="End positions; see `confirmed_by`.")
    confirmed_by: str | None = Field(
        description="The coach who confirmed targets and cues; null: nobody has yet."
    )
    evidence: Evidence = Field(
        description="sourced: targets and mistakes follow `sources`; general: general coaching knowledge, "
        "not looked up; mixed: some of each. Cues, dose and stop line are Otehon's own words."
    )
    sources: tuple[Url, ...] = Field(description="Pages that describe the drill.")
    movement: Movement | None = Field(
        None,
        description="What the body does; null: no demonstration yet. In a file, `like: <id>` takes over "
        "another drill's movement, and the rest is what differs.",
    )
    sequence: tuple[DrillId, ...] = Field(
        (), max_length=3, description="For a class of drills: the drills that are shown one after the other."
    )
    recovery: DrillId | None = Field(
        None,
        description="What is done between the repetitions, where that makes the drill: shown after its own "
        "movement, in the same clip.",
    )

    @field_validator("dose")
    @classmethod
    def _says_how_much(cls, dose: Dose) -> Dose:
        if not (dose.reps or dose.seconds or dose.metres):
            raise PydanticCustomError("no_amount", "neither reps, seconds nor metres are given")
        return dose

    @field_validator("sources")
    @classmethod
    def _backs_the_evidence(cls, sources: tuple[str, ...], others: ValidationInfo) -> tuple[str, ...]:
        if not sources and others.data.get("evidence") != "general":
            raise PydanticCustomError("no_source", "no page backs the evidence, which is not general")
        return sources

    @property
    def moves(self) -> bool:
        """Whether there is a demonstration: a movement of its own, or drills of its class."""
        return self.movement is not None or bool(self.sequence)

    @property
    def shown_mistake(self) -> Mistake | None:
        """The first mistake that is a movement."""
        return next((mistake for mistake in self.mistakes if mistake.shows), None)

    @property
    def status(self) -> Text | None:
        """The sentence that must accompany the drill while no coach has confirmed it."""
        if self.confirmed_by is not None:
            return None
        return UNCONFIRMED_TARGETS if self.targets else UNCONFIRMED_WORDS
