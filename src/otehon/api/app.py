"""The HTTP service."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import structlog
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from sqlalchemy.exc import SQLAlchemyError

from otehon.api import costs, docs_page, events, health, problems
from otehon.api.addresses import PREFIX, MediaAddresses
from otehon.api.body_limit import BodyLimit
from otehon.api.edge import Edge
from otehon.api.guard import OUR_HEADER
from otehon.api.routes import api_router
from otehon.api.session import Sessions
from otehon.api.state import Service, service_on
from otehon.api.view import View
from otehon.api.web import Pages, export_folder
from otehon.errors import OtehonError
from otehon.generation.links import link_secret
from otehon.generation.media import MediaUnreachable
from otehon.generation.runtime import Runtime
from otehon.settings import Settings

TITLE = "Otehon"

log = structlog.get_logger()

OPEN_AGAIN = 3.0
"""Seconds until a runtime that could not be opened is tried again."""

OpenRuntime = Callable[[], AbstractAsyncContextManager[Runtime]]
"""Opens what the service works with; may wait for its database for as long as it takes."""


def create_app(settings: Settings, open_runtime: OpenRuntime) -> FastAPI:
    """The service as an ASGI app. It answers at once, and is ready when its runtime is open."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        app.state.sessions = Sessions(link_secret(settings), _token(settings))
        ended = asyncio.Event()
        serving = asyncio.create_task(_serve(app, open_runtime, ended))
        try:
            yield
        finally:
            ended.set()
            await _end(serving, app)

    app = FastAPI(
        title=TITLE,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.service = None
    app.state.media_origin = None
    problems.add_handlers(app)
    app.add_exception_handler(events.NothingMore, events.on_nothing_more)
    app.add_exception_handler(404, Pages(export_folder(), settings.embed_origins))
    _add_middleware(app, settings)
    _add_routes(app)
    return app


async def _serve(app: FastAPI, open_runtime: OpenRuntime, ended: asyncio.Event) -> None:
    """Keep a runtime open until the end, whatever keeps it from opening at first."""
    while not ended.is_set():
        try:
            async with open_runtime() as runtime:
                app.state.service = service_of(runtime)
                app.state.media_origin = await _media_origin(runtime)
                await ended.wait()
                app.state.service = None
        except (OtehonError, SQLAlchemyError, OSError) as error:
            log.error("the service could not be opened", detail=str(error))
            await asyncio.sleep(OPEN_AGAIN)


async def _media_origin(runtime: Runtime) -> str | None:
    """Where links to media lead players, for the pages' policy."""
    if not runtime.settings.media_redirect:
        return None
    try:
        return await runtime.media.origin()
    except MediaUnreachable as error:
        log.error("the bucket gives no links", detail=str(error))
        return None


async def _end(serving: asyncio.Task[None], app: FastAPI) -> None:
    """What is open is closed in order; what still waits for the database is told to stop."""
    if app.state.service is None:
        serving.cancel()
    try:
        await serving
    except asyncio.CancelledError:
        return


def service_of(runtime: Runtime) -> Service:
    """What the routes need, made of the runtime."""
    return service_on(runtime, View(MediaAddresses(runtime.links), runtime.steps.variant))


def _add_routes(app: FastAPI) -> None:
    """Every route; operations at the first path alone."""
    for prefix in ("", PREFIX):
        app.include_router(api_router(), prefix=prefix)
        app.include_router(docs_page.router, prefix=prefix)
    app.include_router(health.router)
    app.include_router(costs.router)


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Content-Type", "Authorization", "Last-Event-ID", "Range", OUR_HEADER],
            expose_headers=["Location", "Retry-After", "Content-Range", "ETag"],
        )
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(Edge)


def _token(settings: Settings) -> str | None:
    return None if settings.api_token is None else settings.api_token.get_secret_value()
