"""A run's video as a stream of server-sent events."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from otehon.api.edge import client_of
from otehon.api.fields import PathId
from otehon.api.guard import READ_PROBLEMS, READS
from otehon.api.problems import documented
from otehon.api.state import OurService
from otehon.api.streams import PROBLEMS as NO_PLACE

router = APIRouter(tags=["videos"])

RECONNECT_MS = 2000
"""What a browser is told to wait before it comes back after a broken stream."""

LastEventId = Annotated[
    str | None,
    Header(max_length=200, description="The id of the last event that was seen; sent by browsers."),
]


class NothingMore(Exception):
    """The stream was seen to its end: 204 tells the browser to stay away."""


async def not_ended(run_id: PathId, service: OurService, last_event_id: LastEventId = None) -> None:
    """A browser that comes back after the last event would come for ever."""
    if last_event_id is not None:
        present = (await service.statuses.ask(run_id)).snapshot
        if present.final and present.id == last_event_id:
            raise NothingMore


async def place_taken(request: Request, service: OurService) -> AsyncGenerator[None]:
    """Holds one of the places there are, until the stream's last byte."""
    with service.streams.place(client_of(request.scope)):
        yield


async def on_nothing_more(_: object, __: Exception) -> Response:
    """The handler of `NothingMore`."""
    return Response(status_code=204)


@router.get(
    "/status/{run_id}/events",
    summary="How a run's video is, as it changes",
    response_class=EventSourceResponse,
    dependencies=[*READS, Depends(not_ended), Depends(place_taken)],
    responses={
        204: {"description": "`Last-Event-ID` is the last event."},
        **documented(*READ_PROBLEMS, *NO_PLACE),
    },
)
async def get_events(
    run_id: PathId, service: OurService, last_event_id: LastEventId = None
) -> AsyncGenerator[ServerSentEvent]:
    """What GET /status answers, again at each change; waits where there is no video yet, and ends with it."""
    async with aclosing(service.hub.watch(run_id, last_event_id)) as states:
        async for state in states:
            yield ServerSentEvent(raw_data=state.body, id=state.id, retry=RECONNECT_MS)
