"""The service as `otehon serve` runs it, in the test's own process."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx2
import uvicorn

from otehon.api.app import create_app
from otehon.api.server import Server
from otehon.generation.advice_reader import read_advice_as_clips
from otehon.generation.runtime import working_runtime
from otehon.settings import Settings


@asynccontextmanager
async def serving(settings: Settings) -> AsyncGenerator[httpx2.AsyncClient]:
    async with serving_unready(settings) as client:
        while (await client.get("/status/1")).status_code == 503:
            await asyncio.sleep(0.02)
        yield client


@asynccontextmanager
async def serving_unready(settings: Settings) -> AsyncGenerator[httpx2.AsyncClient]:
    app = create_app(settings, lambda: working_runtime(settings, read_advice_as_clips))
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=2)
    server = Server(config, app)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = asyncio.create_task(server.serve([listener]))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with httpx2.AsyncClient(base_url=address, timeout=30) as client:
            while not server.started:
                await asyncio.sleep(0.02)
            try:
                yield client
            finally:
                server.should_exit = True
                await running
