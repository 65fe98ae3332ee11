"""What a drill file says. The fields' order here is their order in the file."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from otehon.drills.dose import Dose
from otehon.drills.muscles import Muscle
from otehon.drills.target import Target
from otehon.drills.text import Language, Line, Text
from otehon.drills.vocabulary import Category, Equipment, Kind, Position

Evidence = Literal["sourced", "mixed", "general"]

DrillId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]

UNCONFIRMED = Text(
    ja="姿勢の目標値は、解説文の姿勢から定めた目安です。コーチの確認はまだ受けていません。",
    en="Typical targets set from described postures; not confirmed by a coach.",
)


class Lines(BaseModel):
    """Lists of lines in Japanese and English; the two need not match one to one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: tuple[Line, ...]
    en: tuple[Line, ...]

    def of(self, language: Language) -> tuple[str, ...]:
        """The lines in that language."""
        return self.ja if language == "ja" else self.en


class Drill(BaseModel):
    """One exercise of the catalogue: `drills/data/<id>.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: DrillId = Field(description="The same word as the file's name.")
    names: Text = Field(description="What the drill is called on the picture.")
    synonyms: Lines = Field(
        description="What advice calls it besides; no other drill may claim the same word."
    )
    kind: Kind = Field(alias="class", description="How it can be shown.")
    category: Category | None = Field(description="What it is for.")
    muscles: tuple[Muscle, ...] = Field(description="What works, the most important first.")
    position: Position | None = Field(description="How the body is placed at the start.")
    equipment: tuple[Equipment, ...] = Field(description="What it needs; empty: nothing.")
    dose: Dose | None = Field(
        description="How much, where the advice does not say; for recreational runners."
    )
    tempo: Text | None = Field(description="Speed and rhythm, in words.")
    cues: Lines = Field(description="Three short calls in each language; they stand on the picture.")
    mistakes: tuple[Text, ...] = Field(description="What usually goes wrong, the most usual first.")
    stop: Text = Field(description="When to stop: where pain would show.")
    targets: tuple[Target, ...] = Field(description="End positions; see `confirmed_by`.")
    confirmed_by: str | None = Field(
        description="The coach who confirmed targets and cues; null: nobody has yet."
    )
    evidence: Evidence | None = Field(
        description="sourced: targets and mistakes follow `sources`; general: general coaching knowledge, "
        "not looked up; mixed: some of each. Cues, dose and stop line are Otehon's own words."
    )
    sources: tuple[Url, ...] = Field(description="Pages that describe the drill.")
    movement: dict[str, object] | None = Field(
        None, description="What the body does; null: no demonstration yet."
    )

    @property
    def status(self) -> Text | None:
        """The sentence that must accompany the drill while no coach has confirmed it."""
        return UNCONFIRMED if self.confirmed_by is None else None
