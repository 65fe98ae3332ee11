"""`/v1/videos` in every dialect."""

import asyncio
import math
from collections.abc import Mapping
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import UploadFile

from otehon.emulator.answers import answer, refusal
from otehon.emulator.content import content
from otehon.emulator.jobs import Job
from otehon.emulator.state import State, key_of, state_of

router = APIRouter(prefix="/v1")

SECONDS = ("4", "8", "12", "16", "20")
SIZES = ("720x1280", "1280x720", "1024x1792", "1792x1024", "1080x1920", "1920x1080")


class WrongKey(HTTPException):
    """The key is not the script's."""

    def __init__(self) -> None:
        super().__init__(401)


def _known(request: Request) -> State:
    state = state_of(request)
    if not state.lets_in(key_of(request)):
        raise WrongKey
    return state


Known = Annotated[State, Depends(_known)]


@router.post("/videos")
async def create(request: Request, state: Known) -> Response:
    """Accept a job, unless the script has it otherwise."""
    fields, pictures = await _fields(request, state)
    state.note(request, fields)
    await asyncio.sleep(state.script.create_seconds)
    known = state.jobs.by_intent(request.headers.get("idempotency-key")) if state.script.idempotent else None
    if known is not None:
        return _shown(state, known, request, created=True)
    wrong = _wrong(state, fields, request, pictures)
    if wrong is not None:
        return wrong
    fault = state.dice.next_fault(str(fields.get("prompt", "")))
    job = _job(state, fields, request, pictures)
    if fault is not None and fault.stage == "create":
        if fault.name.endswith("after_accept"):
            job.fault = fault
            state.jobs.add(job)
        refused = await answer(fault.name, key_of(request))
        if refused is not None:
            return refused
    job.fault = fault
    state.jobs.add(job)
    return _shown(state, job, request, created=True)


@router.get("/videos")
async def jobs(
    request: Request, state: Known, after: str = "", limit: Annotated[int, Query(le=100)] = 20
) -> Response:
    """A page of jobs, newest first."""
    if not state.script.lists or state.dialect.brief:
        return JSONResponse({"error": {"message": "Not found", "code": None}}, 404)
    kept = [job for job in reversed(state.jobs.all()) if job.protocol == "videos" and not job.removed]
    start = next((place + 1 for place, job in enumerate(kept) if job.id == after), 0)
    page = kept[start : start + limit]
    shown = [_object(state, job, request) for job in page]
    ends = {"first_id": page[0].id, "last_id": page[-1].id} if page else {}
    more = {"has_more": start + limit < len(kept), **ends} if state.dialect.says_more else {}
    return JSONResponse({"object": "list", "data": shown, **more})


@router.get("/videos/{job_id}")
async def retrieve(job_id: str, request: Request, state: Known) -> Response:
    """How a job is."""
    job = _get(state, job_id)
    fault = job.poll()
    return (await answer(fault, key_of(request)) if fault else None) or _shown(state, job, request)


@router.get("/videos/{job_id}/content")
async def video_content(job_id: str, request: Request, state: Known) -> Response:
    """The clip."""
    job = _get(state, job_id)
    if job.state != "completed":
        return JSONResponse({"error": {"message": "Generation is still in-progress", "code": None}}, 404)
    if job.has("blocked") or not state.dialect.serves_content:
        return JSONResponse({"error": {"message": "Not found", "code": None}}, 404)
    return await content(job, request)


@router.delete("/videos/{job_id}")
async def delete(job_id: str, state: Known) -> Response:
    """Stop and remove a job."""
    if not state.script.cancels:
        return JSONResponse({"error": {"message": "Method not allowed", "code": None}}, 405)
    _get(state, job_id).removed = True
    return JSONResponse({"id": job_id, "deleted": True, "object": "video.deleted"})


@router.get("/models")
async def models(state: Known) -> Response:
    """The models, with the day on which they end."""
    names = [*state.script.models, *state.script.retired]
    data = [
        {"id": name, "object": "model", "created": 0, "owned_by": "emulator"}
        | ({"shutdown_date": state.script.retired[name]} if name in state.script.retired else {})
        for name in names
    ]
    return JSONResponse({"object": "list", "data": data})


async def _fields(request: Request, state: State) -> tuple[dict[str, Any], int]:
    """The body's fields, and how many pictures came with them."""
    if request.headers.get("content-type", "").startswith("application/json"):
        if not state.dialect.json:
            raise HTTPException(422)
        body = cast(dict[str, Any], await request.json())
        return body, sum(bool(body.get(name)) for name in ("input_reference", "frame_images"))
    if not state.dialect.form:
        raise HTTPException(415)
    async with request.form() as form:
        files = {name: value.size for name, value in form.items() if isinstance(value, UploadFile)}
        texts = {name: value for name, value in form.items() if isinstance(value, str)}
    return texts | {f"{name} bytes": size for name, size in files.items()}, len(files)


def _wrong(state: State, fields: Mapping[str, Any], request: Request, pictures: int) -> JSONResponse | None:
    is_form = not request.headers.get("content-type", "").startswith("application/json")
    if is_form and state.dialect.form_needs_image and not pictures:
        return JSONResponse({"detail": "input_reference file (or reference_url) is required"}, 400)
    named = fields.get("input_reference")
    if state.dialect.json_needs_path and named is not None and not isinstance(named, str):
        return JSONResponse({"detail": "Invalid request body: input_reference is no string"}, 400)
    model = str(fields.get("model", ""))
    if model in state.script.retired or (state.script.models and model not in state.script.models):
        return refusal("model_not_found", key_of(request))
    if len(str(fields.get("prompt", ""))) == 0:
        return refusal("bad_request", key_of(request))
    if state.dialect.any_size:
        return None
    fits = fields.get("seconds", "4") in SECONDS and fields.get("size", SIZES[0]) in SIZES
    return None if fits else refusal("bad_request", key_of(request))


def _job(state: State, fields: Mapping[str, Any], request: Request, pictures: int) -> Job:
    width, height = str(fields.get("size", "720x1280")).split("x")
    return Job(
        id=state.dialect.new_id(),
        protocol="videos",
        prompt=str(fields.get("prompt", "")),
        model=str(fields.get("model", "")),
        seconds=float(fields.get("duration" if state.dialect.duration else "seconds", 4)),
        size=(int(width), int(height)),
        takes=state.script.seconds,
        intent=request.headers.get("idempotency-key"),
        pictures=pictures,
    )


def _get(state: State, job_id: str) -> Job:
    job = state.jobs.get(job_id)
    if job is None:
        raise HTTPException(404)
    return job


def _shown(state: State, job: Job, request: Request, created: bool = False) -> JSONResponse:
    whole = _object(state, job, request)
    if created and state.dialect.brief:
        whole = {name: whole[name] for name in ("id", "status", "polling_url")}
    return JSONResponse(whole, state.dialect.created if created else 200)


def _object(state: State, job: Job, request: Request) -> dict[str, Any]:
    dialect, base = state.dialect, str(request.base_url).rstrip("/")
    shown: dict[str, Any] = {
        "id": job.id,
        "object": "video",
        "created_at": int(job.created),
        "model": job.model,
        "status": dialect.states[job.state],
        "progress": math.floor(job.progress * 100),
        "seconds": str(int(job.seconds)),
        "size": "x".join(map(str, job.size)),
        "error": _error(state, job, key_of(request)),
    }
    if dialect.echoes_prompt:
        shown["prompt"] = job.prompt
    if dialect.brief:
        shown["polling_url"] = f"{base}/v1/videos/{job.id}"
    if dialect.links and job.state == "completed" and not job.has("blocked"):
        link = f"{base}/emulator/files/{job.id}"
        shown[dialect.links] = [link] if dialect.links.endswith("s") else link
    return shown


def _error(state: State, job: Job, key: str) -> dict[str, Any] | None:
    if job.state != "failed":
        return None
    if job.has("failed_without_code") or not state.dialect.error_code:
        words = "The output was blocked." if job.has("moderated_after") else "CUDA out of memory."
        return {"message": f"{words} Your key: {key}"}
    code = "moderation_blocked" if job.has("moderated_after") else "server_error"
    return {"code": code, "message": f"The job ended without a video. Your key: {key}"}
