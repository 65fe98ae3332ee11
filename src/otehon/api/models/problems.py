"""What went wrong."""

from pydantic import ConfigDict, Field

from otehon.api.models.base import Answer


class FieldProblem(Answer):
    """What is wrong with one part of a request."""

    location: tuple[str, ...] = Field(examples=[["body", "run_id"]])
    message: str


class Problem(Answer):
    """RFC 9457: what went wrong, for programs (`code`) and people (`title`, `detail`)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:otehon:problem:unknown-video",
                    "title": "There is no such video.",
                    "status": 404,
                    "detail": "No video has the id 7. The id comes from /generate or /runs.",
                    "code": "unknown-video",
                    "errors": [],
                }
            ]
        }
    )

    type: str = Field(description="urn:otehon:problem:{code}")
    title: str
    status: int
    detail: str = Field(description="What happened and what to do.")
    code: str = Field(description="One word for programs; docs/api.md lists them.")
    errors: tuple[FieldProblem, ...] = Field(default=(), description="By part of the request.")
