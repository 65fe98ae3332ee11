"""What the routes work on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Request

from otehon.api.hub import Hub, Snapshot
from otehon.api.models.videos import NoVideo, VideoStatus
from otehon.api.problems import ApiProblem
from otehon.api.session import Sessions
from otehon.api.streams import Streams
from otehon.api.together import Together
from otehon.api.view import View, snapshot
from otehon.generation.runtime import Runtime
from otehon.settings import Settings
from otehon.store.states import VideoState

ELSEWHERE = {"Retry-After": "1", "Connection": "close"}
"""A gateway asks another replica, and keeps no connection to this one."""


@dataclass(frozen=True)
class RunStatus:
    """How the newest video of a run is. Made into words once, for all that asked at the same moment."""

    state: VideoState | None
    view: View

    @cached_property
    def answer(self) -> VideoStatus | NoVideo:
        """What is answered."""
        return NoVideo() if self.state is None else self.view.video_status(self.state.video, self.state.clips)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The same as it is sent."""
        return snapshot(self.answer)


@dataclass(frozen=True, slots=True)
class Service:
    """The running service, seen by the routes."""

    runtime: Runtime
    view: View
    statuses: Together[int, RunStatus]
    hub: Hub
    streams: Streams


def service_on(runtime: Runtime, view: View) -> Service:
    """The service on an open runtime."""

    async def look(run_ids: Sequence[int]) -> Mapping[int, RunStatus]:
        states = await runtime.requests.states_of_runs(run_ids)
        return {run_id: RunStatus(states.get(run_id), view) for run_id in run_ids}

    async def snapshot_of(run_id: int) -> Snapshot:
        return (await statuses.ask(run_id)).snapshot

    statuses = Together(look)
    settings = runtime.settings
    streams = Streams(settings.max_streams, settings.max_streams_per_client)
    return Service(runtime, view, statuses, Hub(runtime.watcher, snapshot_of), streams)


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
