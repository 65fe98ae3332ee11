"""Refuses bodies that are too large, as a problem. FastAPI's own limit answers in plain text."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from otehon.api.problems import ApiProblem, problem_response


class BodyLimit:
    """Looks at the declared length first, and counts what arrives without one.

    Args:
        limit: bytes.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is small enough."""
        declared = Headers(scope=scope).get("content-length", "") if scope["type"] == "http" else ""
        if declared.isdecimal() and int(declared) > self._limit:
            problem = ApiProblem("body-too-large", f"Send at most {self._limit} bytes.")
            await problem_response(problem)(scope, receive, send)
            return
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._limit:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
