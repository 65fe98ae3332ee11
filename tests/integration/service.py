"""A service in the test's own process: real PostgreSQL, real queue, the fake engine."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from otehon.generation.reading import Reading
from otehon.generation.runtime import Runtime, open_runtime
from otehon.settings import Settings
from otehon.store.rows import NewClip, VideoStatus
from otehon.store.states import VideoState


def read_lines(text: str, seconds: float) -> Reading:
    """Every line is a drill, one with a question mark an unknown one; no line is no section."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    clips = [
        NewClip(
            drill=None if line.endswith("?") else "squat",
            title=line,
            words=line,
            dose={"reps": 10},
            seconds=seconds,
        )
        for line in lines
    ]
    return Reading(section=text.strip() or None, clips=clips)


def settings_for(
    database_url: str, home: Path, script: dict[str, Any] | None = None, **more: Any
) -> Settings:
    values: dict[str, Any] = {
        "home": home,
        "database_url": database_url,
        "engines": ["fake"],
        "fake_script": json.dumps(script or {}),
        **more,
    }
    return Settings(_env_file=None, **values)  # pyright: ignore[reportCallIssue]


@asynccontextmanager
async def working(settings: Settings) -> AsyncGenerator[Runtime]:
    async with open_runtime(settings, read_lines) as runtime:
        work = asyncio.create_task(runtime.work())
        try:
            yield runtime
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


async def settled(runtime: Runtime, run_id: int, within: float = 15) -> VideoState:
    deadline = time.monotonic() + within
    state: VideoState | None = None
    while time.monotonic() < deadline:
        with suppress(SQLAlchemyError):
            state = await runtime.requests.state_of_run(run_id)
        if state is not None and state.video.generation_status.is_final:
            return state
        await asyncio.sleep(0.05)
    raise AssertionError(f"run {run_id} did not settle: {state}")


async def eventually(look: Callable[[], Awaitable[object]], wanted: object, within: float = 10) -> None:
    deadline = time.monotonic() + within
    found = None
    while time.monotonic() < deadline:
        found = await look()
        if found == wanted:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"it is {found}, not {wanted}")


async def reached(runtime: Runtime, run_id: int, status: VideoStatus, within: float = 10) -> VideoState:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        state = await runtime.requests.state_of_run(run_id)
        if state is not None and state.video.generation_status is status:
            return state
        await asyncio.sleep(0.05)
    raise AssertionError(f"run {run_id} never was {status}")
