"""The emulator as an ASGI application and as a running server."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp

from otehon.emulator import control, interactions, videos
from otehon.emulator.answers import DropConnections, refusal
from otehon.emulator.script import Script
from otehon.emulator.state import State, key_of


@dataclass(frozen=True)
class Emulator:
    """The application, and what it has accepted."""

    app: ASGIApp
    state: State


@dataclass(frozen=True)
class Running:
    """A running emulator.

    Args:
        address: `http://127.0.0.1:port`; the Videos protocol is at `/v1` under it.
        state: what it has accepted.
    """

    address: str
    state: State


def create_emulator(script: Script | None = None) -> Emulator:
    """An emulator that plays a script."""
    app = FastAPI(title="Otehon's emulator of video providers", docs_url=None, redoc_url=None)
    state = State(script or Script())
    app.state.emulator = state
    app.include_router(control.router)
    app.include_router(videos.router)
    app.include_router(interactions.router)
    app.add_exception_handler(videos.WrongKey, _wrong_key)
    app.add_exception_handler(HTTPException, _refused)
    return Emulator(DropConnections(app), state)


@asynccontextmanager
async def emulating(script: Script | None = None) -> AsyncGenerator[Running]:
    """An emulator on a free port of the loopback, in this event loop."""
    emulator = create_emulator(script)
    config = uvicorn.Config(
        emulator.app, log_config=None, access_log=False, timeout_graceful_shutdown=1, lifespan="off"
    )
    server = _Quiet(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = asyncio.create_task(server.serve([listener]))
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield Running(f"http://127.0.0.1:{listener.getsockname()[1]}", emulator.state)
        finally:
            server.should_exit = True
            await running


def run_emulator(script: Script, host: str, port: int) -> None:
    """Serve until a signal comes. Blocks."""
    emulator = create_emulator(script)
    uvicorn.run(
        emulator.app, host=host, port=port, log_level="warning", lifespan="off", timeout_graceful_shutdown=1
    )


class _Quiet(uvicorn.Server):
    def install_signal_handlers(self) -> None:
        """The caller's signals stay the caller's."""


async def _wrong_key(request: Request, error: Exception) -> JSONResponse:
    return refusal("wrong_key", key_of(request)) or JSONResponse({}, 401)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    body = {"message": str(detail), "code": None, "type": "invalid_request_error"}
    return JSONResponse({"error": body}, status)
