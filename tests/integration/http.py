"""The API over real HTTP, with a worker in the same process."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx2
import uvicorn

from otehon.api.app import create_app
from otehon.settings import Settings
from tests.integration.service import working


@asynccontextmanager
async def serving(settings: Settings, wait: bool = True) -> AsyncGenerator[httpx2.AsyncClient]:
    app = create_app(settings, lambda: working(settings))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on", timeout_graceful_shutdown=2))
    listener = socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        async with httpx2.AsyncClient(base_url=address, timeout=20) as client:
            await _until_ready(client, app.state if wait else None)
            yield client
    finally:
        server.should_exit = True
        if app.state.service is not None:
            app.state.service.runtime.watcher.close()
        await running


async def _until_ready(client: httpx2.AsyncClient, state: object) -> None:
    while True:
        try:
            await client.get("/livez")
        except httpx2.TransportError:
            await asyncio.sleep(0.02)
            continue
        if state is None or getattr(state, "service", None) is not None:
            return
        await asyncio.sleep(0.02)


async def ended(client: httpx2.AsyncClient, run_id: int) -> dict[str, object]:
    answer: dict[str, object] = {}
    for _ in range(400):
        answer = (await client.get(f"/status/{run_id}")).json()
        if answer.get("generation_status") in ("completed", "failed", "canceled"):
            return answer
        await asyncio.sleep(0.05)
    raise AssertionError(f"run {run_id} did not end: {answer}")
