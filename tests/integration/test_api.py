import asyncio
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from otehon.api.guard import OUR_HEADER
from tests.integration.real_server import serving
from tests.integration.service import settings_for

ADVICE = "良好です。\n\n【💪 おすすめの補強ドリル】\n1. スクワット 10回×3セット\n2. プランク 30秒×3セット\n"
SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回×3セット"
GATEWAY = "/api/video-generation"
OURS = {OUR_HEADER: "1"}


async def final_status(client: httpx2.AsyncClient, run_id: int) -> dict[str, Any]:
    status: dict[str, Any] = {}
    for _ in range(200):
        status = (await client.get(f"/status/{run_id}")).json()
        if status.get("generation_status") in ("completed", "failed", "canceled"):
            return status
        await asyncio.sleep(0.05)
    raise AssertionError(status)


@pytest.mark.parametrize("prefix", ["", GATEWAY])
async def test_the_request_of_the_plan_as_it_is(database_url: str, tmp_path: Path, prefix: str) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        before = await client.get(f"{prefix}/status/7")
        assert (before.status_code, before.json()) == (200, {"status": "not_found"})

        body = {"run_id": 7, "prompt_text": f"トレーニング動画: {SECTION}", "duration": 5}
        answer = await client.post(f"{prefix}/generate", json=body)
        assert answer.status_code == 202
        assert answer.json()["status"] == "success"
        assert answer.headers["location"] == f"{GATEWAY}/status/7"

        status = await final_status(client, 7)
        assert status["generation_status"] == "completed"
        assert status["video_url"].startswith(f"{GATEWAY}/media/")
        assert status["error_message"] is None
        assert [clip["drill"] for clip in status["clips"]] == ["squat"]
        dose = {name: value for name, value in status["clips"][0]["dose"].items() if value is not None}
        assert dose == {"sets": 3, "reps": 10}


async def test_media_plays_in_ranges_and_links_stay_the_same(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        url = (await final_status(client, 7))["video_url"]
        assert (await final_status(client, 7))["video_url"] == url

        whole = await client.get(url)
        assert whole.headers["content-type"] == "video/mp4"
        assert whole.content[4:8] == b"ftyp"
        part = await client.get(url, headers={"Range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, whole.content[10:20])
        assert part.headers["content-range"] == f"bytes 10-19/{len(whole.content)}"
        tail = await client.get(url, headers={"Range": "bytes=-5"})
        assert tail.content == whole.content[-5:]
        absurd = await client.get(url, headers={"Range": f"bytes={10**12}-"})
        assert absurd.status_code == 416
        unchanged = await client.get(url, headers={"If-None-Match": whole.headers["etag"]})
        assert unchanged.status_code == 304
        head = await client.head(url)
        assert (head.content, head.headers["content-length"]) == (b"", str(len(whole.content)))


async def test_tampered_and_expired_links(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path, link_ttl=2)) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        url = (await final_status(client, 7))["video_url"]
        assert (await client.get(url[:-2] + "xx")).status_code == 404
        assert (await client.get(f"{GATEWAY}/media/..%2f..%2fetc%2fpasswd")).status_code == 404
        await asyncio.sleep(2.1)
        assert (await client.get(url)).status_code == 410


async def test_a_run_with_its_advice(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        made = await client.post("/runs", json={"advice": ADVICE})
        assert made.status_code == 201
        run_id = made.json()["run_id"]
        assert made.json()["video_id"] is not None

        run = (await client.get(f"/runs/{run_id}")).json()
        assert run["advice"] == ADVICE
        assert (await final_status(client, run_id))["generation_status"] == "completed"

        assert (await client.delete(f"/runs/{run_id}", headers=OURS)).status_code == 204
        assert (await client.get(f"/runs/{run_id}")).status_code == 404
        assert (await client.get(f"/status/{run_id}")).json() == {"status": "not_found"}


async def test_advice_without_a_drill_section_makes_no_video(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        made = await client.post("/runs", json={"advice": "フォームは良好です。", "run_id": 9})

    assert made.json() == {"run_id": 9, "video_id": None, "generation_status": None}


async def test_events_tell_every_change_until_the_end_and_resume(database_url: str, tmp_path: Path) -> None:
    script = {"seconds": 1.0, "poll_after": 0.3}
    async with serving(settings_for(database_url, tmp_path, script)) as client:

        async def read(last: str | None = None) -> list[tuple[str, dict[str, Any]]]:
            headers = {"Last-Event-ID": last} if last else {}
            told: list[tuple[str, dict[str, Any]]] = []
            data = ""
            async with client.stream("GET", "/status/7/events", headers=headers) as stream:
                if stream.status_code == 204:
                    return told
                async for line in stream.aiter_lines():
                    if line.startswith("data: "):
                        data = line[6:]
                    if line.startswith("id: "):
                        told.append((line[4:], json.loads(data)))
            return told

        reading = asyncio.create_task(read())
        await asyncio.sleep(0.3)
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        told = await reading

        statuses = [status.get("generation_status", status["status"]) for _, status in told]
        assert statuses[0] == "not_found"
        assert statuses[-1] == "completed"
        assert "generating" in statuses
        ids = [event_id for event_id, _ in told]
        assert len(set(ids)) == len(ids)
        assert await read(ids[-1]) == []
        assert [status for _, status in await read(ids[0])] == [told[-1][1]]


async def test_a_stream_ends_when_the_server_stops(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:

        async def read() -> list[str]:
            async with client.stream("GET", "/status/7/events") as stream:
                return [line async for line in stream.aiter_lines()]

        reading = asyncio.create_task(read())
        await asyncio.sleep(0.3)

    assert any("not_found" in line for line in await asyncio.wait_for(reading, 5))


BAD: list[tuple[dict[str, Any], int]] = [
    ({}, 422),
    ({"run_id": 0, "prompt_text": "スクワット"}, 422),
    ({"run_id": -1, "prompt_text": "スクワット"}, 422),
    ({"run_id": 2**31, "prompt_text": "スクワット"}, 422),
    ({"run_id": 10**30, "prompt_text": "スクワット"}, 422),
    ({"run_id": True, "prompt_text": "スクワット"}, 422),
    ({"run_id": "7", "prompt_text": "スクワット"}, 422),
    ({"run_id": 7, "prompt_text": ""}, 422),
    ({"run_id": 7, "prompt_text": " \n "}, 422),
    ({"run_id": 7, "prompt_text": "a\0b"}, 422),
    ({"run_id": 7, "prompt_text": "スクワット", "duration": -1}, 422),
    ({"run_id": 7, "prompt_text": "x" * 2_000_000}, 413),
]


@pytest.mark.parametrize(("body", "code"), BAD)
async def test_wrong_requests(database_url: str, tmp_path: Path, body: dict[str, Any], code: int) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        answer = await client.post("/generate", json=body)

    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == code


async def test_bodies_that_are_no_json(database_url: str, tmp_path: Path) -> None:
    json_type = {"Content-Type": "application/json"}
    surrogate = b'{"run_id": 7, "prompt_text": "\\ud800 squat"}'
    async with serving(settings_for(database_url, tmp_path)) as client:
        answers = [
            await client.post("/generate", content=b'{"run_id": 7', headers=json_type),
            await client.post("/generate", content=b"\xff\xfe", headers=json_type),
            await client.post("/generate", content=surrogate, headers=json_type),
            await client.post("/generate", data={"run_id": "7", "prompt_text": "x"}),
        ]

    assert [answer.status_code for answer in answers] == [400, 400, 422, 415]


async def test_unknown_ids(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        answers = [
            await client.get("/videos/99"),
            await client.post("/videos/99/retry", headers=OURS),
            await client.post("/videos/99/cancel", headers=OURS),
            await client.get("/runs/99"),
            await client.delete("/runs/99", headers=OURS),
            await client.get("/clips/6f1b3a52-0000-4000-8000-000000000000"),
            await client.get("/drills/none"),
            await client.get("/nothing"),
        ]
        wrong = [await client.get("/status/0"), await client.get("/clips/x"), await client.get("/videos/x")]

    assert {answer.status_code for answer in answers} == {404}
    assert {answer.status_code for answer in wrong} == {422}


async def test_foreign_pages_cannot_write(database_url: str, tmp_path: Path) -> None:
    body = {"run_id": 7, "prompt_text": SECTION}
    async with serving(settings_for(database_url, tmp_path)) as client:
        own = str(client.base_url).rstrip("/")
        foreign = await client.post("/generate", json=body, headers={"Origin": "https://evil.example"})
        rebound = await client.post(
            "/generate", json=body, headers={"Origin": "http://evil.example", "Host": "evil.example"}
        )
        silent = await client.post("/generate", json=body, headers={"Sec-Fetch-Site": "cross-site"})
        same = await client.post("/generate", json=body, headers={"Origin": own})
        bare = await client.post("/videos/1/retry")

    assert [a.status_code for a in (foreign, rebound, silent, same, bare)] == [403, 403, 403, 202, 415]


async def test_with_a_token_writes_need_it_and_a_cookie_serves(database_url: str, tmp_path: Path) -> None:
    body = {"run_id": 7, "prompt_text": SECTION}
    settings = settings_for(database_url, tmp_path, api_token="open sesame", protect_reads=True)
    async with serving(settings) as client:
        assert (await client.post("/generate", json=body)).status_code == 401
        assert (await client.get("/status/7")).status_code == 401
        wrong = {"Authorization": "Bearer open"}
        assert (await client.post("/generate", json=body, headers=wrong)).status_code == 401
        right = {"Authorization": "Bearer open sesame"}
        assert (await client.post("/generate", json=body, headers=right)).status_code == 202

        assert (await client.post("/session", json={"token": "no"})).status_code == 401
        session = await client.post("/session", json={"token": "open sesame"})
        cookie = session.headers["set-cookie"]
        assert session.status_code == 204
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert "sesame" not in cookie
        assert (await client.get("/status/7")).status_code == 200


async def test_operations(database_url: str, tmp_path: Path) -> None:
    async with serving(settings_for(database_url, tmp_path)) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        await final_status(client, 7)
        assert (await client.get("/livez")).status_code == 200
        ready = await client.get("/readyz")
        assert ready.status_code == 200, ready.text
        metrics = (await client.get("/metrics")).text
        docs = (await client.get("/docs")).text
        gateway = [await client.get(f"{GATEWAY}/{name}") for name in ("livez", "metrics", "readyz")]

    assert 'otehon_clips{engine="fake",stage="done"} 1.0' in metrics
    assert "otehon_first_picture_seconds_count" in metrics
    assert 'route="/generate"' in metrics
    assert "cdn" not in docs
    assert {answer.status_code for answer in gateway} == {404}
