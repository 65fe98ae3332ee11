"""Which routes there are."""

from fastapi import APIRouter, FastAPI

from otehon.api import clips, costs, docs_page, drills, events, health, media, runs, sessions, videos
from otehon.api.addresses import PREFIX

API = (videos, events, runs, clips, media, drills, sessions)
"""Modules with a router each, in the order of docs/api.md."""


def api_router() -> APIRouter:
    """The routes that answer at the plan's path and at the gateway's."""
    router = APIRouter(generate_unique_id_function=lambda route: route.name)
    for module in API:
        router.include_router(module.router)
    return router


def add_routes(app: FastAPI) -> None:
    """Every route; operations at the first path alone."""
    for prefix in ("", PREFIX):
        app.include_router(api_router(), prefix=prefix)
        app.include_router(docs_page.router, prefix=prefix)
    app.include_router(health.router)
    app.include_router(costs.router)
