"""The posture that a drill aims for at one of its end positions."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from otehon.drills.text import Text

Leg = Literal["both", "stance", "swing", "front", "rear", "lift"]

LegAngle = Literal[
    "hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle"
]

TrunkAngle = Literal["trunk_lean", "lumbar_extension", "lumbar_bending", "lumbar_rotation"]

ArmAngle = Literal["arm_flex", "elbow_flex"]


class Target(BaseModel):
    """Joint angles at one end position, degrees, under their OpenSim names; 0 is standing upright.

    | angle | + takes |
    |---|---|
    | trunk_lean | the trunk's angle to the vertical, forward (ours, OpenSim has none) |
    | lumbar_extension, lumbar_bending, lumbar_rotation | backward; to the right; to the left |
    | hip_flexion, knee_angle, elbow_flex | the joint into its bend |
    | hip_adduction, hip_rotation | the leg to the other one; the toes inward |
    | ankle_angle, subtalar_angle | the toes up; the sole inward |
    | arm_flex | the arm forward and up |

    Angles that are not named are free.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(description="The end position: start, top, bottom, hold, contact...")
    trunk: Mapping[TrunkAngle, float] = Field(default={}, description="The trunk's angles.")
    legs: Mapping[Leg, Mapping[LegAngle, float]] = Field(
        default={}, description="Each leg's angles, by the part it plays."
    )
    arms: Mapping[ArmAngle, float] = Field(default={}, description="Both arms' angles.")
    note: Text | None = Field(default=None, description="What the angles do not say.")
