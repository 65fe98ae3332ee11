"""What every request and answer is made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Fraction = Annotated[float, Field(ge=0, le=1)]

Link = Annotated[
    str,
    Field(
        description="Signed, expires; the same for half its life.",
        examples=["/api/video-generation/media/AAAB…"],
    ),
]


class Answer(BaseModel):
    """Base of what we send."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class Request(BaseModel):
    """Base of what we are sent. Unknown fields are ignored, as the plan's service would."""

    model_config = ConfigDict(frozen=True)
