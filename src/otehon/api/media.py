"""Media behind signed links: players seek in them, so `Range` and `ETag` are honoured."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from otehon.api.attachment import disposition
from otehon.api.forms import FORMS
from otehon.api.problems import ApiProblem, documented
from otehon.api.ranges import NotSatisfiable, Span, parse_range
from otehon.api.state import OurService, Service
from otehon.generation.chain import STUDIO
from otehon.generation.links import Ticket
from otehon.generation.media import Kind, MediaFile

router = APIRouter(tags=["media"])

PATIENCE = 8.0
"""Seconds that a reader waits while a swept studio clip is rendered again."""

Token = Annotated[str, Path(max_length=1024, description="From a link in an answer; opaque.")]

Download = Annotated[bool, Query(description="To be saved: sent as an attachment named after the drill.")]

BINARY = {"schema": {"type": "string", "format": "binary"}}
CONTENT = {"video/mp4": BINARY, "image/webp": BINARY, "text/vtt": {"schema": {"type": "string"}}}


@router.head("/media/{token}", include_in_schema=False)
@router.get(
    "/media/{token}",
    summary="A clip's file",
    response_class=Response,
    responses={
        200: {"description": "The whole file.", "content": CONTENT},
        206: {"description": "The part that `Range` asks for.", "content": CONTENT},
        307: {"description": "It lies in a bucket: its presigned link there."},
        304: {"description": "It is what `If-None-Match` names."},
        **documented(
            "unknown-media", "link-expired", "range-not-satisfiable", "invalid-request", "media-unavailable"
        ),
    },
)
async def get_media(
    token: Token, request: Request, service: OurService, download: Download = False
) -> Response:
    """MP4, poster or captions. A studio clip that was swept is rendered again first."""
    ticket = service.runtime.links.read(token)
    file = await _find(service, ticket)
    # A bucket would give a file to be saved no name.
    elsewhere = None if download else await _address(service, ticket, file, request.method)
    if elsewhere is not None:
        return elsewhere
    etag = _etag(ticket, file)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": f"private, max-age={_seconds_left(service)}",
        "ETag": etag,
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if download:
        headers["Content-Disposition"] = await _attachment(service, ticket)
    if _names(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    span = _part(request, etag, file)
    whole = Span(0, file.size) if span is None else span
    headers["Content-Length"] = str(whole.end - whole.start)
    if span is not None:
        headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{file.size}"
    status = 200 if span is None else 206
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=ticket.kind.content_type)
    content = service.runtime.media.read(file.key, whole.start, whole.end)
    return StreamingResponse(content, status, headers, ticket.kind.content_type)


async def _attachment(service: Service, ticket: Ticket) -> str:
    clip = await service.runtime.requests.get_clip(ticket.clip_id)
    return disposition(clip, FORMS.get(ticket.variant), ticket)


async def _find(service: Service, ticket: Ticket) -> MediaFile:
    runtime = service.runtime
    file = await runtime.media.find(ticket.media, ticket.variant, ticket.kind)
    if file is None and ticket.engine == STUDIO:
        clip = await runtime.requests.get_clip(ticket.clip_id)
        if clip is not None:
            form = FORMS[ticket.variant]
            file = await runtime.variants.wait_for(clip, form, ticket.kind, PATIENCE)
    if file is None:
        detail = "The file is not there any more. Take a fresh link from /status or /clips."
        raise ApiProblem("link-expired", detail)
    return file


async def _address(service: Service, ticket: Ticket, file: MediaFile, method: str) -> Response | None:
    """The way to the bucket; captions are for the page to read, and come from here."""
    settings = service.runtime.settings
    if ticket.kind not in (Kind.VIDEO, Kind.POSTER) or not settings.media_redirect:
        return None
    verb = "HEAD" if method == "HEAD" else "GET"
    link = await service.runtime.media.address(file.key, verb, settings.link_ttl)
    if link is None:
        return None
    headers = {
        "Cache-Control": f"private, max-age={_seconds_left(service)}",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Location": link,
    }
    return Response(status_code=307, headers=headers)


def _part(request: Request, etag: str, file: MediaFile) -> Span | None:
    """A part only of the very file that the reader began with."""
    condition = request.headers.get("if-range")
    if condition is not None and condition != etag:
        return None
    try:
        return parse_range(request.headers.get("range"), file.size)
    except NotSatisfiable:
        detail = f"It has {file.size} bytes."
        headers = {"Content-Range": f"bytes */{file.size}"}
        raise ApiProblem("range-not-satisfiable", detail, headers) from None


def _etag(ticket: Ticket, file: MediaFile) -> str:
    """A clip that was rendered again may differ in its bytes: the time of writing is part of the mark."""
    return f'"{ticket.media[:12]}-{int(file.modified.timestamp() * 1e6):x}-{file.size:x}"'


def _names(header: str | None, etag: str) -> bool:
    named = [one.strip().removeprefix("W/") for one in (header or "").split(",")]
    return etag in named or named == ["*"]


def _seconds_left(service: Service) -> int:
    return max(0, int(service.runtime.settings.link_ttl / 2))
