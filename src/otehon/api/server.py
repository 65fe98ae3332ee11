"""Runs the application until a signal, and then ends within seconds, whatever streams are open."""

import asyncio
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from otehon.api.state import Service
from otehon.settings import Settings

CONNECTIONS_GRACE = 2
"""Seconds that open connections get to finish, while the workers finish their steps."""

LEAVE = 0.5
"""Seconds before that in which new requests are sent elsewhere, so that a gateway asks nothing at the end."""

KEEP_ALIVE = 75
"""Seconds that an idle connection is kept: longer than a gateway keeps it, who must be the one to close."""


class Server(uvicorn.Server):
    """uvicorn's server, which tells the application first that it will stop."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: streams and workers at once, then what is asked anew, then the connections."""
        service: Service | None = self._app.state.service
        if service is not None:
            service.runtime.watcher.close()
            await asyncio.sleep(LEAVE)
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Stop on SIGINT and SIGTERM; uvicorn's own would raise the signal again and skip what follows."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)


def run_server(app: FastAPI, settings: Settings) -> None:
    """Serve until a signal comes. Blocks."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=CONNECTIONS_GRACE,
        timeout_keep_alive=KEEP_ALIVE,
        server_header=False,
    )
    Server(config, app).run()
