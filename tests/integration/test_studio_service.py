import asyncio
import io
import time
from pathlib import Path
from typing import Any

import av
import httpx2
import pytest

from otehon.api.guard import OUR_HEADER
from otehon.engines import studio
from otehon.engines.pool import ProcessPool, WorkerDied
from otehon.engines.studio import StudioEngine, create
from otehon.settings import Settings
from tests.integration.real_server import serving
from tests.integration.service import settings_for

SECTION = "【💪 おすすめの補強ドリル】\n1. スクワット 10回\n2. プランク 30秒"
GATEWAY = "/api/video-generation"


async def ended(client: httpx2.AsyncClient, run_id: int) -> dict[str, Any]:
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline:
        status = (await client.get(f"/status/{run_id}")).json()
        if status.get("generation_status") in ("completed", "failed", "canceled"):
            return status
        await asyncio.sleep(0.1)
    raise AssertionError("it did not end")


def frames_of(content: bytes) -> tuple[int, int, int]:
    with av.open(io.BytesIO(content), "r") as film:
        stream = film.streams.video[0]
        return stream.width, stream.height, len(list(film.decode(stream)))


async def test_the_studio_draws_films_variants_and_draws_again_what_was_swept(
    database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(database_url, tmp_path, engines=["studio"], render_processes=1)
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION, "duration": 4})
        status = await ended(client, 7)
        squat = status["clips"][0]
        assert [clip["generation_status"] for clip in status["clips"]] == ["completed", "completed"]
        assert (squat["drill"], squat["shown_engine"]) == ("squat", "studio")
        film = (await client.get(squat["video_url"])).content
        width, height, frames = frames_of(film)
        assert (width, height) == (960, 720)
        assert 4 * 30 <= frames <= 12 * 30
        poster = await client.get(squat["poster_url"])
        assert poster.headers["content-type"] == "image/webp"
        captions = await client.get(squat["captions"]["en"])
        assert captions.text.startswith("WEBVTT")

        # Another form is drawn when it is asked for.
        asked = f"/clips/{squat['clip_id']}?size=640x360&text=burned&lang=en&mirror=true"
        answer = await client.get(asked)
        assert answer.status_code == 202
        while answer.status_code == 202:
            await asyncio.sleep(0.2)
            answer = await client.get(asked)
        other = (await client.get(answer.json()["video_url"])).content
        assert frames_of(other)[:2] == (640, 360)

        # What the sweep took is drawn again behind the same link.
        for file in (tmp_path / "media").rglob("*.mp4"):
            file.unlink()
        again = await client.get(squat["video_url"])
        assert again.status_code == 200
        assert frames_of(again.content) == (width, height, frames)

        # The same drill and dose of another run is the same footage: nothing is drawn.
        await client.post("/generate", json={"run_id": 8, "prompt_text": SECTION, "duration": 4})
        begin = time.monotonic()
        await ended(client, 8)
        assert time.monotonic() - begin < 5
        assert (await client.delete("/runs/8", headers={OUR_HEADER: "1"})).status_code == 204
        assert (await client.get(squat["video_url"])).status_code == 200


async def test_only_a_process_that_draws_waits_for_the_painter() -> None:
    engine = create(Settings())
    assert await engine.check() is None

    preparing = asyncio.create_task(engine.prepare())
    await asyncio.sleep(0)
    assert "otehon warmup" in (await engine.check() or "")
    await preparing
    assert await engine.check() is None
    await engine.close()


async def test_a_painter_that_dies_while_it_is_warmed_is_warmed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(studio, "WARM_AGAIN", 0.01)
    engine = StudioEngine(1)
    real, deaths = ProcessPool.run, [WorkerDied("killed")]

    async def run(pool: ProcessPool, *arguments: Any, **more: Any) -> object:
        if deaths:
            raise deaths.pop()
        return await real(pool, *arguments, **more)

    monkeypatch.setattr(ProcessPool, "run", run)
    await engine.prepare()
    assert engine.is_ready
    await engine.close()
