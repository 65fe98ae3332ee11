"""The posture that a drill aims for at one of its end positions."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from otehon.drills.text import Text

Leg = Literal["both", "stance", "swing", "front", "rear", "lift"]

LegAngle = Literal["hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle"]

TrunkAngle = Literal["trunk_lean", "lumbar_extension", "lumbar_bending", "lumbar_rotation"]

ArmAngle = Literal["arm_flex", "elbow_flex"]


class Target(BaseModel):
    """Joint angles at one end position, degrees, under their OpenSim names; 0 is standing upright.

    Signs: `hip_flexion`, `knee_angle` and `elbow_flex` bend; `ankle_angle` is + with the toes up;
    `hip_adduction` is - where the leg goes outward; `hip_rotation` is - outward; `trunk_lean` is the trunk's
    angle to the vertical, + forward; `lumbar_extension` is + backward; `lumbar_bending` + to the right and
    `lumbar_rotation` + to the left; `arm_flex` is + where the arm goes forward.
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
