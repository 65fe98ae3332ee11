"""A job's bytes, as they should be and as they should not."""

import asyncio
from collections.abc import AsyncGenerator

from fastapi import Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from otehon.emulator.answers import answer
from otehon.emulator.footage import footage
from otehon.emulator.jobs import Job
from otehon.emulator.state import key_of

HUGE = 5_000_000_000
METADATA_SERVICE = "http://169.254.169.254/latest/meta-data/"
MEGABYTE = 1_000_000

SHAPES = ("black", "frozen", "three_hours")


async def content(job: Job, request: Request) -> Response:
    """The clip, or what its fault makes of it."""
    fault = job.meets("content", job.fetches)
    job.fetches += 1
    if fault is None:
        return _mp4(await _clip(job))
    refused = await answer(fault, key_of(request))
    return refused or await _faulty(job, fault, request)


async def _faulty(job: Job, fault: str, request: Request) -> Response:
    match fault:
        case "empty":
            return _mp4(b"")
        case "garbage":
            return _mp4(bytes(range(256)) * 400)
        case "huge":
            return StreamingResponse(_zeros(), headers={"Content-Length": str(HUGE)}, media_type="video/mp4")
        case "huge_chunked":
            return StreamingResponse(_zeros(), media_type="video/mp4")
        case "redirect_private":
            return RedirectResponse(METADATA_SERVICE, 302)
        case "redirect_own":
            return RedirectResponse(f"/emulator/files/{job.id}", 302)
        case "cut":
            clip = await _clip(job)
            headers = {"Content-Length": str(len(clip))}
            return StreamingResponse(_cut(clip), headers=headers, media_type="video/mp4")
        case "cut_file":
            clip = await _clip(job)
            return _mp4(clip[: len(clip) * 2 // 3])
        case "slow_content":
            return StreamingResponse(_slowly(await _clip(job)), media_type="video/mp4")
        case _:
            return _mp4(await _clip(job, fault))


async def _clip(job: Job, fault: str = "") -> bytes:
    width, height = (320, 180) if fault == "wrong_size" else job.size
    seconds = 1.0 if fault == "short" else job.seconds
    return await asyncio.to_thread(footage, width, height, seconds, fault if fault in SHAPES else "good")


def _mp4(body: bytes) -> Response:
    return Response(body, media_type="video/mp4")


async def _zeros() -> AsyncGenerator[bytes]:
    for _ in range(HUGE // MEGABYTE):
        yield bytes(MEGABYTE)


async def _cut(clip: bytes) -> AsyncGenerator[bytes]:
    # Fewer bytes than were promised: uvicorn closes the connection in the middle.
    yield clip[: len(clip) // 2]


async def _slowly(clip: bytes) -> AsyncGenerator[bytes]:
    for start in range(0, len(clip), max(1, len(clip) // 20)):
        yield clip[start : start + max(1, len(clip) // 20)]
        await asyncio.sleep(0.25)
