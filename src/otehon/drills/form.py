"""What a coach looks at in a movement. `otehon drills check` measures each rule."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from otehon.drills.anatomy import CentralAngle, Place, SidedAngle
from otehon.drills.text import Text

Angle = Annotated[str, Field(pattern=r"^[a-z]+_[a-z]+(_[rl])?$")]
Pair = tuple[Place, Place]
Triplet = tuple[Place, Place, Place]

__all__ = [
    "Above",
    "AngleIs",
    "Apart",
    "CentralAngle",
    "FormRule",
    "Height",
    "Level",
    "Reaches",
    "SidedAngle",
    "Straight",
    "Tracks",
]


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    pose: str | None = Field(None, description="The key pose that is measured; null: every frame.")
    during: str | None = Field(
        None, description="Instead of `pose`: every frame of the moves to this key pose and of its holds."
    )
    say: Text | None = Field(None, description="What a coach would correct when the rule fails.")


class AngleIs(_Rule):
    """A joint angle stands at a value."""

    angle: Angle = Field(description="OpenSim's name with its side, such as knee_angle_r.")
    is_: float = Field(alias="is", description="Degrees.")
    within: float = Field(gt=0, description="Degrees either way.")


class Reaches(_Rule):
    """A joint angle's peak stands at a value: how deep, how high, how far back."""

    reaches: Angle = Field(description="OpenSim's name with its side, such as hip_flexion_r.")
    peak: Literal["greatest", "least"] = "greatest"
    is_: float = Field(alias="is", description="Degrees.")
    within: float = Field(gt=0, description="Degrees either way.")


class Straight(_Rule):
    """Three places lie on a line, as seen from the body's side."""

    straight: Triplet
    within: float = Field(gt=0, description="Degrees of bend.")


class Above(_Rule):
    """One place stands over another."""

    above: Pair = Field(description="The upper place, then the lower.")
    within_mm: float = Field(gt=0, description="Millimetres in the horizontal.")


class Level(_Rule):
    """Two places are at one height."""

    level: Pair
    within: float = Field(gt=0, description="Degrees between their line and the horizontal.")


class Apart(_Rule):
    """Two places keep a distance."""

    apart: Pair
    least_mm: float = Field(0, ge=0)
    most_mm: float = Field(3000, gt=0)


class Height(_Rule):
    """A place is so high above the floor."""

    height: Place
    least_mm: float = Field(0, ge=0)
    most_mm: float = Field(3000, gt=0)


class Tracks(_Rule):
    """A knee stays over the line of its foot, from ankle to toes."""

    tracks: Literal["right", "left"]
    towards: Literal["inwards", "outwards", "either"] = Field(
        "either", description="The side on which it must not leave the line; inwards: the other leg's."
    )
    within_mm: float = Field(gt=0, description="Millimetres.")


FormRule = AngleIs | Reaches | Straight | Above | Level | Apart | Height | Tracks
