"""What the routes work on."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from otehon.api.hub import Hub
from otehon.api.models import NoVideo, VideoStatus
from otehon.api.problems import ApiProblem
from otehon.api.session import Sessions
from otehon.api.view import View
from otehon.generation.runtime import Runtime
from otehon.settings import Settings

ELSEWHERE = {"Retry-After": "1", "Connection": "close"}
"""A gateway asks another replica, and keeps no connection to this one."""


@dataclass(frozen=True, slots=True)
class Service:
    """The running service, seen by the routes."""

    runtime: Runtime
    view: View
    hub: Hub


async def settings_of(request: Request) -> Settings:
    """The settings of the app."""
    return request.app.state.settings


async def sessions_of(request: Request) -> Sessions:
    """Who checks tokens."""
    return request.app.state.sessions


async def service_of(request: Request) -> Service:
    """The running service; a problem while it still waits for its database, and when it stops."""
    service: Service | None = request.app.state.service
    if service is None:
        detail = (
            "The service is waiting for its database. Try again in a moment; /readyz says when it is there."
        )
        raise ApiProblem("database-unavailable", detail, {"Retry-After": "2"})
    if service.runtime.watcher.closing.is_set():
        raise ApiProblem("service-ending", "Nothing has been changed. Ask again in a moment.", ELSEWHERE)
    return service


async def perhaps_service_of(request: Request) -> Service | None:
    """The running service, or None while it waits for its database."""
    return request.app.state.service


OurSettings = Annotated[Settings, Depends(settings_of)]
OurSessions = Annotated[Sessions, Depends(sessions_of)]
OurService = Annotated[Service, Depends(service_of)]
PerhapsService = Annotated[Service | None, Depends(perhaps_service_of)]


async def load_status(service: Service, run_id: int) -> VideoStatus | NoVideo:
    """How the newest video of a run is."""
    state = await service.runtime.requests.state_of_run(run_id)
    return NoVideo() if state is None else service.view.video_status(state.video, state.clips)
