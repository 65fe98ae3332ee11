"""Google's Interactions API, as far as it makes videos."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from otehon.emulator.answers import CREATE, answer, message
from otehon.emulator.content import content
from otehon.emulator.jobs import Job
from otehon.emulator.state import State, key_of, state_of

router = APIRouter(prefix="/{version}")

HEIGHTS = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}


def _known(version: str, request: Request) -> State:
    state = state_of(request)
    if version not in ("v1", "v1beta"):
        raise HTTPException(404)
    if not state.lets_in(key_of(request)):
        # Google answers 400 to a key that is none.
        raise HTTPException(400, {"reason": "API_KEY_INVALID"})
    return state


Known = Annotated[State, Depends(_known)]


@router.post("/interactions")
async def create(request: Request, state: Known) -> Response:
    """Accept a job, unless the script has it otherwise."""
    body: dict[str, Any] = await request.json()
    state.note(request, body)
    await asyncio.sleep(state.script.create_seconds)
    model = str(body.get("model", ""))
    if model in state.script.retired or (state.script.models and model not in state.script.models):
        return _error("model_not_found", request)
    job = _job(state, body)
    fault = state.dice.next_fault(job.prompt)
    if fault is not None and fault.stage == "create":
        if fault.name.endswith("after_accept"):
            job.fault = fault
            state.jobs.add(job)
        refused = await answer(fault.name, key_of(request))
        if refused is not None:
            return _error(fault.name, request) if fault.name in CREATE else refused
    job.fault = fault
    state.jobs.add(job)
    return JSONResponse(_object(job, request))


@router.get("/interactions/{job_id}")
async def retrieve(job_id: str, request: Request, state: Known) -> Response:
    """How a job is."""
    job = _get(state, job_id)
    fault = job.poll()
    refused = await answer(fault, key_of(request)) if fault else None
    if refused is not None:
        return _error(fault or "", request) if fault in CREATE else refused
    return JSONResponse(_object(job, request))


@router.post("/interactions/{job_id}/cancel")
async def cancel(job_id: str, request: Request, state: Known) -> Response:
    """Stop a job."""
    job = _get(state, job_id)
    job.removed = state.script.cancels
    return JSONResponse({**_object(job, request), "status": "cancelled"})


@router.delete("/interactions/{job_id}")
async def delete(job_id: str, state: Known) -> Response:
    """Remove a job."""
    _get(state, job_id).removed = True
    return JSONResponse({})


@router.get("/files/{file_id}:download")
async def download(file_id: str, request: Request, state: Known) -> Response:
    """The clip."""
    return await content(_get(state, f"v1_{file_id}"), request)


@router.get("/models")
async def models(state: Known) -> Response:
    """The models."""
    return JSONResponse({"models": [{"name": f"models/{name}"} for name in state.script.models]})


def _job(state: State, body: Mapping[str, Any]) -> Job:
    wanted: Mapping[str, Any] = body.get("response_format") or {}
    height = HEIGHTS.get(str(wanted.get("resolution", "720p")), 720)
    wide, high = str(wanted.get("aspect_ratio", "16:9")).split(":")
    long = height * 16 // 9
    size = (long, height) if int(wide) > int(high) else (height, long)
    parts = _parts(body.get("input") or ())
    return Job(
        id=f"v1_{uuid4().hex}",
        protocol="interactions",
        prompt="\n".join(str(part["text"]) for part in parts if part.get("type") == "text"),
        model=str(body.get("model", "")),
        seconds=float(re.sub(r"[^\d.]", "", str(wanted.get("duration", "8s")))),
        size=size,
        takes=state.script.seconds,
        pictures=sum(part.get("type") == "image" for part in parts),
    )


def _parts(given: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The input's parts; Google's SDK wraps them into steps."""
    parts: list[Mapping[str, Any]] = []
    for item in given:
        parts += item.get("content", [item])
    return parts


def _get(state: State, job_id: str) -> Job:
    job = state.jobs.get(job_id)
    if job is None:
        raise HTTPException(404)
    return job


def _object(job: Job, request: Request) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": job.id,
        "object": "interaction",
        "created": datetime.fromtimestamp(job.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "model": job.model,
        "status": "failed" if job.state == "expired" else job.state,
    }
    if job.state == "failed":
        moderated = job.has("moderated_after")
        code, words = ("PROHIBITED_CONTENT", "Blocked.") if moderated else ("INTERNAL", "It failed.")
        shown["errors"] = [{"code": code, "message": f"{words} Your key: {key_of(request)}"}]
    if job.state == "completed":
        blocked = job.has("blocked")
        shown["usage"] = {"total_output_tokens": 0 if blocked else int(job.seconds * 5792)}
        shown["steps"] = [] if blocked else [{"type": "model_output", "content": [_video(job, request)]}]
    return shown


def _video(job: Job, request: Request) -> dict[str, Any]:
    base = str(request.base_url).rstrip("/")
    uri = f"{base}/v1beta/files/{job.id.removeprefix('v1_')}:download?alt=media"
    return {"type": "video", "uri": uri, "mime_type": "video/mp4"}


def _error(fault: str, request: Request) -> JSONResponse:
    status, code, _, _ = CREATE[fault]
    reason = _STATUS.get(fault, code.upper() or "UNKNOWN")
    return JSONResponse(
        {"error": {"code": status, "message": message(fault, key_of(request)), "status": reason}}, status
    )


_STATUS = {
    "rate_limit": "RESOURCE_EXHAUSTED",
    "no_credit": "RESOURCE_EXHAUSTED",
    "not_verified": "PERMISSION_DENIED",
    "wrong_key": "UNAUTHENTICATED",
    "model_not_found": "NOT_FOUND",
    "moderated_before": "PROHIBITED_CONTENT",
    "bad_request": "INVALID_ARGUMENT",
    "bad_size": "INVALID_ARGUMENT",
    "server_error": "INTERNAL",
}
