"""What every answer passes: security headers, the log, the count. Paths are not logged: links are secrets."""

import ipaddress
import time
from typing import Any

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from otehon.telemetry import REQUESTS

log = structlog.get_logger()

NOSNIFF = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""For answers that are no pages; a page brings its own."""

IDS = ("run_id", "video_id", "clip_id", "drill_id")

PROBES = ("/livez", "/readyz", "/metrics")
"""Routes that machines ask for every few seconds. Where all is well, they fill no log."""

REFUSED = (401, 403, 413, 429)
"""Statuses of requests whose senders an operator may want to know."""


class Edge:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and watch its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin = time.perf_counter()
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _harden(MutableHeaders(scope=message))
            await send(message)

        try:
            await self._app(scope, receive, answer)
        finally:
            _note(scope, status, time.perf_counter() - begin)


def _harden(headers: MutableHeaders) -> None:
    for name, value in NOSNIFF.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", API_POLICY)
    headers.setdefault("Cache-Control", "no-store")


def _note(scope: Scope, status: int, seconds: float) -> None:
    route: str = getattr(scope.get("route"), "path", "other")
    REQUESTS.labels(scope["method"], route, str(status)).inc()
    ids: dict[str, Any] = {name: value for name, value in scope.get("path_params", {}).items() if name in IDS}
    if status in REFUSED:
        ids["client"] = client_of(scope)
    quiet = log.debug if route in PROBES else log.info
    level = log.warning if status >= 500 else quiet
    level("request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1), **ids)


def client_of(scope: Scope) -> str:
    """Who asked, as the gateway says, or else the other end of the connection. A claim, and no proof."""
    claimed = Headers(scope=scope).get("x-real-ip", "")
    try:
        return str(ipaddress.ip_address(claimed))
    except ValueError:
        return (scope.get("client") or ("unknown",))[0]
