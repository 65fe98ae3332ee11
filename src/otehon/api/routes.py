"""The routes that clients build on; the OpenAPI document describes these and no others."""

from fastapi import APIRouter

from otehon.api import clips, drills, events, media, runs, sessions, videos

API = (videos, events, runs, clips, media, drills, sessions)
"""Modules with a router each, in the order of docs/api.md."""


def api_router() -> APIRouter:
    """The routes that answer at the plan's path and at the gateway's."""
    router = APIRouter(generate_unique_id_function=lambda route: route.name)
    for module in API:
        router.include_router(module.router)
    return router
