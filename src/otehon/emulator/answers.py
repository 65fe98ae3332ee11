"""What a provider answers when it does not do as asked."""

import asyncio
import gzip
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HANGS = 3600.0
SETTLE = 0.01
HUGE = 200 << 20
PAGE = "<!doctype html><title>Welcome</title><h1>It works!</h1>"

CREATE: Mapping[str, tuple[int, str, str, str]] = {
    # status, code, type, message
    "rate_limit": (429, "rate_limit_exceeded", "requests", "Rate limit reached."),
    "no_credit": (429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota."),
    "billing_limit": (
        400,
        "billing_hard_limit_reached",
        "invalid_request_error",
        "Billing hard limit has been reached.",
    ),
    "not_verified": (403, "", "invalid_request_error", "Your organization must be verified."),
    "wrong_key": (401, "invalid_api_key", "invalid_request_error", "Incorrect API key provided."),
    "model_not_found": (404, "model_not_found", "invalid_request_error", "The model does not exist."),
    "gone": (410, "", "invalid_request_error", "This endpoint has been shut down."),
    "moderated_before": (400, "sentinel_block", "invalid_request_error", "Blocked by our safety system."),
    "bad_request": (400, "invalid_value", "invalid_request_error", "Invalid value."),
    "bad_size": (
        400,
        "",
        "invalid_request_error",
        "Inpaint image must match the requested width and height.",
    ),
    "server_error": (500, "server_error", "server_error", "The server had an error."),
    "server_error_after_accept": (502, "", "server_error", "Bad gateway."),
    "poll_error": (500, "server_error", "server_error", "The server had an error."),
    "poll_rate_limit": (429, "rate_limit_exceeded", "requests", "Rate limit reached."),
    "poll_forgotten": (404, "not_found", "invalid_request_error", "No such video."),
    "content_error": (503, "server_error", "server_error", "The server had an error."),
    "expired": (404, "expired", "invalid_request_error", "The video's assets have expired."),
}


class Drop(Response):
    """Closes the connection without an answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close."""
        scope["otehon.drop"]()
        await asyncio.sleep(SETTLE)


class DropConnections:
    """Outermost: hands the way to close its connection on to `Drop`.

    uvicorn gives no other way to close without a status line; `send` is a method of its cycle.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or close."""
        cycle: Any = getattr(send, "__self__", None)
        if cycle is not None:
            scope["otehon.drop"] = cycle.transport.abort
        await self.app(scope, receive, send)


async def answer(fault: str, key: str) -> Response | None:
    """The answer to a fault; none where the fault is not one of answers."""
    match fault:
        case "drop_before_accept" | "drop_after_accept" | "poll_drop" | "content_drop":
            return Drop()
        case "hang_after_accept":
            await asyncio.sleep(HANGS)
        case "html" | "poll_html" | "html_content":
            return HTMLResponse(PAGE)
        case "poll_huge":
            return StreamingResponse(_spaces(), media_type="application/json")
        case "poll_packed":
            packed = gzip.compress(b'{"id": "' + bytes(HUGE // 4) + b'"}')
            return Response(packed, headers={"Content-Encoding": "gzip"}, media_type="application/json")
        case "garbage_after_accept":
            return Response(b'{"id": "vid', media_type="application/json")
        case _:
            pass
    return refusal(fault, key)


def refusal(fault: str, key: str) -> JSONResponse | None:
    """The error of a fault, as OpenAI writes errors. It repeats the key that was sent, as some servers do."""
    if fault not in CREATE:
        return None
    status, code, kind, _ = CREATE[fault]
    headers = {"Retry-After": "1"} if status == 429 and code == "rate_limit_exceeded" else None
    body = {"error": {"message": message(fault, key), "type": kind, "param": None, "code": code or None}}
    return JSONResponse(body, status, headers)


async def _spaces() -> AsyncGenerator[bytes]:
    for _ in range(HUGE >> 20):
        yield b" " * (1 << 20)


def message(fault: str, key: str) -> str:
    """The words of an error."""
    return f"{CREATE[fault][3]} Your key: {key}"
