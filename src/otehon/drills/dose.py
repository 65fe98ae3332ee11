"""How much of a drill: what an advice prescribes, or what a drill asks for when the advice is silent."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Side = Literal["left", "right", "both"]

Count = Annotated[int, Field(ge=1)]


class Dose(BaseModel):
    """Sets, repetitions, time and side. Every field is None where nothing is said.

    With `side: both`, `reps`, `seconds` and `metres` are those of one side.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sets: Count | None = Field(default=None, description="How many sets.")
    reps: Count | None = Field(default=None, description="Repetitions in one set.")
    seconds: Count | None = Field(default=None, description="Length of one set, seconds.")
    metres: Count | None = Field(default=None, description="Way of one set, metres.")
    side: Side | None = Field(default=None, description="Which side works; both: each in turn.")
    tempo: str | None = Field(default=None, description="Speed of one repetition, in words.")
    hold_seconds: Count | None = Field(default=None, description="Pause within each repetition, seconds.")
