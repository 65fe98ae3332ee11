import logging
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from benchmarks.nginx import NGINX, start_gateway
from benchmarks.processes import free_port, site, wait_ready
from moto.server import ThreadedMotoServer

from otehon.api.addresses import PREFIX
from otehon.api.guard import OUR_HEADER
from otehon.api.web import export_folder
from otehon.generation.media import MediaStore
from otehon.generation.runtime import Runtime
from otehon.generation.sweep import Limits, sweep
from otehon.store.rows import VideoStatus
from tests.integration.http import ended
from tests.integration.real_server import serving
from tests.integration.service import settings_for, settled, working

BUCKET = "otehon"
URL = f"s3://{BUCKET}/clips"
SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Generator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    environment = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    # The server's memory is the process's: what another test left is forgotten.
    httpx2.post(f"{address}/moto-api/reset").raise_for_status()
    httpx2.put(f"{address}/{BUCKET}").raise_for_status()
    yield address
    server.stop()


async def completed(client: httpx2.AsyncClient, run_id: int) -> dict[str, Any]:
    await client.post("/generate", json={"run_id": run_id, "prompt_text": SECTION, "duration": 4})
    status: dict[str, Any] = await ended(client, run_id)
    assert status["generation_status"] == "completed", status
    return status


async def test_links_lead_to_the_bucket_and_captions_come_from_us(
    bucket: str, database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(
        database_url, tmp_path, engines=["studio"], render_processes=1, clip_size="640x360", media_url=URL
    )
    async with serving(settings) as client:
        clip = (await completed(client, 7))["clips"][0]
        sent = await client.get(clip["video_url"])
        assert sent.status_code == 307
        assert sent.headers["location"].startswith(f"{bucket}/{BUCKET}/clips/")
        assert "X-Amz-Signature=" in sent.headers["location"]
        head = await client.head(clip["video_url"])
        assert head.status_code == 307

        async with httpx2.AsyncClient() as player:
            part = await player.get(sent.headers["location"], headers={"Range": "bytes=0-11"})
            assert (part.status_code, part.headers["content-type"]) == (206, "video/mp4")
            assert part.content[4:8] == b"ftyp"
            poster = await player.get((await client.get(clip["poster_url"])).headers["location"])
            assert poster.headers["content-type"] == "image/webp"
            assert poster.content[8:12] == b"WEBP"
        saved = await client.get(f"{clip['video_url']}?download=true")
        assert (saved.status_code, saved.content[4:8]) == (200, b"ftyp")
        assert 'filename="squat.mp4"' in saved.headers["content-disposition"]
        captions = await client.get(clip["captions"]["ja"])
        assert (captions.status_code, captions.text[:6]) == (200, "WEBVTT")

        # Swept behind our back: drawn again behind the same link.
        store = MediaStore.at(URL, tmp_path)
        for file in await store.files():
            await store.remove_file(file.key)
        again = await client.get(clip["video_url"])
        while again.status_code == 410:  # on a busy machine it takes longer than a reader waits
            again = await client.get(clip["video_url"])
        assert again.status_code == 307


async def test_bytes_pass_through_where_browsers_cannot_reach_the_bucket(
    bucket: str, database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(database_url, tmp_path, media_url=URL, media_redirect=False)
    async with serving(settings) as client:
        status = await completed(client, 7)
        whole = await client.get(status["video_url"])
        part = await client.get(status["video_url"], headers={"Range": "bytes=4-7"})
        assert (whole.status_code, part.status_code, part.content) == (200, 206, b"ftyp")
        assert part.headers["etag"] == whole.headers["etag"]

        assert (await client.delete("/runs/7", headers={OUR_HEADER: "1"})).status_code == 204
        assert await MediaStore.at(URL, tmp_path).files() == []


async def swept(runtime: Runtime, limits: Limits) -> int:
    return await sweep(runtime.database, runtime.media, limits, lambda clip: None)


async def test_the_sweep_keeps_time_to_live_and_size_limit(
    bucket: str, database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path, media_url=URL)) as runtime:
        for run_id, text in ((7, "スクワット"), (8, "プランク")):
            await runtime.requests.request_video(run_id, text, 5)
            await settled(runtime, run_id)
        before = await runtime.media.files()
        assert len(before) == 2
        # S3 dates to the second: which of the two goes is not for us to say, that one goes is.
        assert await swept(runtime, Limits(3600, before[0].size)) == 1
        assert len(await runtime.media.files()) == 1
        assert await swept(runtime, Limits(0, 10**9)) == 1
        assert await runtime.media.files() == []
        for run_id in (7, 8):
            state = await runtime.requests.state_of_run(run_id)
            assert state is not None
            assert state.clips[0].engine_media is None
            assert state.video.generation_status is VideoStatus.FAILED
            assert state.clips[0].error == {"step": "fetching", "engine": "fake", "cause": "expired"}


async def test_a_bucket_that_is_not_there_is_told_and_the_clip_can_be_retried(
    bucket: str, database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(database_url, tmp_path, media_url="s3://nowhere/clips", clip_deadline=1)
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        failed: dict[str, Any] = await ended(client, 7)
        assert failed["clips"][0]["error"]["cause"]["id"] == "media_unreachable"
        assert failed["clips"][0]["error"]["retryable"]


@pytest.mark.skipif(
    not NGINX.is_file() or export_folder() is None,
    reason="needs nginx and the pages; `make test` sees to both",
)
def test_the_gateway_sends_players_to_the_bucket_and_its_pages_let_them(bucket: str) -> None:
    port = free_port()
    with site({}, OTEHON_MEDIA_URL=URL) as place:
        place.start("serve", "--port", str(port))
        with httpx2.Client(base_url=start_gateway(place, [port]), timeout=30) as through:
            wait_ready(through, f"{PREFIX}/status/7")
            body = {"run_id": 7, "prompt_text": SECTION}
            through.post(f"{PREFIX}/generate", json=body).raise_for_status()
            status: dict[str, Any] = {}
            while status.get("generation_status") != "completed":
                status = through.get(f"{PREFIX}/status/7").json()
            sent = through.get(status["video_url"])
            policy = through.get("/result/7/").headers["content-security-policy"]
    assert (sent.status_code, sent.headers["location"].partition("?")[0][-4:]) == (307, ".mp4")
    assert httpx2.get(sent.headers["location"]).content[4:8] == b"ftyp"
    assert f"media-src 'self' blob: {bucket};" in policy
