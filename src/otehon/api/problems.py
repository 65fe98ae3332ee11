"""Errors as RFC 9457 problem details."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from random import randint
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from procrastinate.exceptions import ConnectorException
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from otehon.api.models.problems import FieldProblem, Problem
from otehon.api.together import NotInTime
from otehon.generation.links import BadLink, ExpiredLink
from otehon.generation.media import MediaUnreachable
from otehon.generation.requests import RunUnknown, VideoUnknown
from otehon.store.database import Busy

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"
BUSY_FOR = (2, 5)
"""Seconds until those who were turned away come back: not all at once."""

MEDIA_AWAY = "The place where clips are kept cannot be reached. Try again in a moment."

TITLES: Mapping[str, tuple[int, str]] = {
    "invalid-request": (422, "A part of the request is not as it must be."),
    "unreadable-body": (400, "The body cannot be read."),
    "not-found": (404, "There is no such page."),
    "method-not-allowed": (405, "This address does not take that method."),
    "body-too-large": (413, "The body is too large."),
    "json-required": (415, "This address takes JSON."),
    "token-required": (401, "A token is needed."),
    "wrong-token": (401, "This token is not the right one."),
    "foreign-host": (403, "The service is not known under this name."),
    "foreign-origin": (403, "Pages of other sites may not do this."),
    "unknown-run": (404, "There is no such run."),
    "unknown-video": (404, "There is no such video."),
    "unknown-clip": (404, "There is no such clip."),
    "unknown-drill": (404, "There is no such drill."),
    "unknown-media": (404, "This link leads nowhere."),
    "link-expired": (410, "This link has expired."),
    "no-demonstration": (409, "There is nothing to show in that form."),
    "no-mistake": (409, "The usual mistake of this drill is not shown."),
    "range-not-satisfiable": (416, "The file has no such part."),
    "too-many-streams": (429, "One client watches too many streams."),
    "no-stream-free": (503, "There is no stream free."),
    "busy": (503, "There is more to do than can be done."),
    "database-unavailable": (503, "The database does not answer."),
    "media-unavailable": (503, "The media store does not answer."),
    "service-ending": (503, "The service is about to stop."),
    "internal-error": (500, "Something unexpected went wrong."),
}
"""Code -> status and title. docs/api.md lists them; a test holds the two together."""

log = structlog.get_logger()


class ApiProblem(Exception):
    """Answer this request with a problem.

    Args:
        code: one of `TITLES`.
        detail: what happened and what to do.
        headers: sent along.
    """

    def __init__(self, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})


def problem_response(problem: ApiProblem, errors: tuple[FieldProblem, ...] = ()) -> JSONResponse:
    """The problem on the wire."""
    status, title = TITLES[problem.code]
    body = Problem(
        type=f"urn:otehon:problem:{problem.code}",
        title=title,
        status=status,
        detail=problem.detail,
        code=problem.code,
        errors=errors,
    )
    headers = {"Cache-Control": "no-store", **problem.headers}
    return JSONResponse(body.model_dump(mode="json"), status, headers=headers, media_type=MEDIA_TYPE)


def documented(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problems, and with those that any may."""
    by_status: dict[int, list[str]] = {}
    for code in (*codes, "busy", "database-unavailable", "service-ending"):
        by_status.setdefault(TITLES[code][0], []).append(code)
    return {status: _response(codes) for status, codes in sorted(by_status.items())}


def _response(codes: list[str]) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": " / ".join(f"`{code}`" for code in codes),
        "content": {MEDIA_TYPE: {"schema": schema}},
    }


def add_handlers(app: FastAPI) -> None:
    """Make every error of the app a problem."""
    app.add_exception_handler(ApiProblem, _on_problem)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    for away in (SQLAlchemyError, ConnectorException, NotInTime):
        app.add_exception_handler(away, _on_database)
    app.add_exception_handler(Busy, _on_busy)
    app.add_exception_handler(MediaUnreachable, _on_media)
    for error, code, detail in SAID:
        app.add_exception_handler(error, _say(ApiProblem(code, detail)))
    app.add_exception_handler(Exception, _on_bug)


SAID: Sequence[tuple[type[Exception], str, str]] = (
    (RunUnknown, "unknown-run", "Runs are made elsewhere here: give the `run_id` of one that exists."),
    (VideoUnknown, "unknown-video", "The ids come from /generate and /runs."),
    (BadLink, "unknown-media", "It was not signed here, or was changed on the way. Take one from /status."),
    (ExpiredLink, "link-expired", "Take a fresh one from /status or /clips."),
)
"""Errors of the use case, and the problems that they are."""


def _say(problem: ApiProblem) -> Callable[[Request, Exception], Awaitable[JSONResponse]]:
    async def handler(_: Request, __: Exception) -> JSONResponse:
        return problem_response(problem)

    return handler


async def _on_problem(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiProblem)
    return problem_response(error)


_CODES_OF_STATUS = {
    400: "unreadable-body",
    404: "not-found",
    405: "method-not-allowed",
    413: "body-too-large",
}
_DETAILS = {
    400: "Send valid JSON in UTF-8.",
    404: "See /docs for the addresses there are.",
    405: "The header Allow names the methods that it takes.",
    413: "Send less.",
}


async def _on_http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _CODES_OF_STATUS.get(error.status_code, "internal-error")
    detail = _DETAILS.get(error.status_code, "Tell the operator.")
    return problem_response(ApiProblem(code, detail, error.headers))


async def _on_invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fields = tuple(_field(fault) for fault in error.errors()[:20])
    if any(fault["type"] == "json_invalid" for fault in error.errors()):
        return problem_response(
            ApiProblem("unreadable-body", f"This is not JSON: {fields[0].message}."), fields
        )
    detail = "; ".join(f"{'.'.join(field.location)}: {field.message}" for field in fields)
    return problem_response(ApiProblem("invalid-request", detail), fields)


def _field(fault: Mapping[str, Any]) -> FieldProblem:
    """Never the input itself: it may hold what cannot be encoded, or a token."""
    words: object = fault["ctx"]["error"] if fault["type"] == "json_invalid" else fault["msg"]
    return FieldProblem(
        location=tuple(_printable(part) for part in fault["loc"]),
        message=_printable(str(words).removeprefix("Value error, ")),
    )


def _printable(part: object) -> str:
    return str(part)[:200].encode("utf-8", "replace").decode()


async def _on_database(_: Request, error: Exception) -> JSONResponse:
    log.warning("the database does not answer", error=type(error).__name__)
    detail = "Nothing has been changed. Try again in a moment; /readyz says when it is back."
    return problem_response(ApiProblem("database-unavailable", detail, {"Retry-After": RETRY_AFTER}))


async def _on_busy(_: Request, __: Exception) -> JSONResponse:
    detail = "Nothing has been changed. Too many ask at once: try again after the seconds of `Retry-After`."
    return problem_response(ApiProblem("busy", detail, {"Retry-After": str(randint(*BUSY_FOR))}))


async def _on_media(_: Request, error: Exception) -> JSONResponse:
    log.warning("the media store does not answer", detail=str(error))
    return problem_response(ApiProblem("media-unavailable", MEDIA_AWAY, {"Retry-After": RETRY_AFTER}))


async def _on_bug(_: Request, error: Exception) -> JSONResponse:
    log.error("internal error", exc_info=error)
    return problem_response(ApiProblem("internal-error", "It has been logged. Please tell the operator."))
