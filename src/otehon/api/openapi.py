"""The OpenAPI document: what FastAPI derives, with problems as the error type."""

from functools import cache
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi

from otehon.api.addresses import PREFIX
from otehon.api.models.problems import FieldProblem, Problem
from otehon.api.routes import api_router

REF = "#/components/schemas/{model}"

TEXT = """Turns a coach's written advice into training videos.

Ask with `POST /generate` or `POST /runs`, watch with `GET /status/{run_id}` or its `/events`,
and play `video_url`.
Every route answers at `/api/video-generation/…` and at `/…`. Links in answers are signed and expire.
"""


@cache
def document() -> dict[str, Any]:
    """The document, in paths below `PREFIX`. Needs no running service."""
    routes = APIRouter()
    routes.include_router(api_router())
    made = get_openapi(
        title="Otehon",
        version=version("otehon"),
        description=TEXT,
        routes=routes.routes,
        servers=[{"url": PREFIX}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    schemas = made["components"]["schemas"]
    for model in (FieldProblem, Problem):
        schemas[model.__name__] = _schema(model)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    _describe_events(made)
    return made


def _describe_events(made: dict[str, Any]) -> None:
    """FastAPI knows no type of an event that is serialised already."""
    answers = made["paths"]["/status/{run_id}"]["get"]["responses"]["200"]["content"]
    stream = made["paths"]["/status/{run_id}/events"]["get"]["responses"]["200"]["content"]
    stream["text/event-stream"]["itemSchema"]["properties"]["data"] = {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": answers["application/json"]["schema"],
    }


def _schema(model: type[Problem] | type[FieldProblem]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template=REF, mode="serialization")
    schema.pop("$defs", None)
    return schema
