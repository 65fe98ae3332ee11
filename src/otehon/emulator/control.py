"""The emulator's own routes: what was accepted, what plays, and files without a key."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from otehon.emulator.answers import PAGE
from otehon.emulator.content import content
from otehon.emulator.script import Script
from otehon.emulator.state import State, state_of

router = APIRouter(prefix="/emulator")

Emulator = Annotated[State, Depends(state_of)]


@router.get("/jobs")
async def jobs(state: Emulator) -> list[dict[str, Any]]:
    """Every job that was ever accepted, and so has to be paid."""
    return [job.as_json() for job in state.jobs.all()]


@router.get("/requests")
async def requests(state: Emulator) -> list[dict[str, Any]]:
    """Every create that came in."""
    return state.requests


@router.get("/script")
async def script(state: Emulator) -> Script:
    """What plays."""
    return state.script


@router.put("/script")
async def play(script: Script, state: Emulator) -> Script:
    """Play another script from now on."""
    state.play(script)
    return script


@router.get("/page/{path:path}")
async def page(path: str) -> HTMLResponse:
    """A web page on every path: what a wrong base URL may lead to."""
    return HTMLResponse(PAGE)


@router.get("/files/{job_id}")
async def file(job_id: str, request: Request, state: Emulator) -> Response:
    """A clip by a link that needs no key."""
    job = state.jobs.get(job_id)
    if job is None:
        raise HTTPException(404)
    return await content(job, request)
