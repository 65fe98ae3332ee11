import asyncio
import json
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from otehon.api.problems import TITLES
from tests.integration.http import ended, serving
from tests.integration.service import settings_for

JSON = {"Content-Type": "application/json"}
OURS = {"Otehon-Request": "1"}


@pytest.fixture
async def client(database_url: str, tmp_path: Path) -> AsyncGenerator[httpx2.AsyncClient]:
    async with serving(settings_for(database_url, tmp_path, shutdown_grace=0)) as client:
        yield client


def refused(answer: httpx2.Response, code: str) -> dict[str, Any]:
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (TITLES[code][0], code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"urn:otehon:problem:{code}"
    assert problem["status"] == answer.status_code
    assert problem["detail"]
    return problem


async def test_bodies_that_are_not_as_they_must_be_are_refused_in_words(client: httpx2.AsyncClient):
    good = {"run_id": 1, "prompt_text": "スクワット", "duration": 5}
    for wrong, where in [
        ({"run_id": "1"}, "run_id"),
        ({"run_id": True}, "run_id"),
        ({"run_id": 1.5}, "run_id"),
        ({"run_id": -1}, "run_id"),
        ({"run_id": 0}, "run_id"),
        ({"run_id": 2**31}, "run_id"),
        ({"run_id": 10**400}, "run_id"),
        ({"run_id": None}, "run_id"),
        ({"prompt_text": ""}, "prompt_text"),
        ({"prompt_text": " \n　"}, "prompt_text"),
        ({"prompt_text": 7}, "prompt_text"),
        ({"prompt_text": "スク\0ワット"}, "prompt_text"),
        ({"prompt_text": "スク\ud800ワット"}, "prompt_text"),
        ({"prompt_text": "a" * 200_001}, "prompt_text"),
        ({"duration": -5}, "duration"),
        ({"duration": 1e9}, "duration"),
        ({"duration": "long"}, "duration"),
    ]:
        answer = await client.post("/generate", content=json.dumps(good | wrong), headers=JSON)
        problem = refused(answer, "invalid-request")
        assert [error["location"] for error in problem["errors"]] == [["body", where]], wrong
        assert where in problem["detail"]

    for body in (b"", b"[]", b'"text"', b"null", b"{}"):
        refused(await client.post("/generate", content=body, headers=JSON), "invalid-request")
    for body in (b"{", b"\xff\xfe", b"{'run_id': 1}", b'{"run_id": NaN}' * 2, b"[" * 100_000):
        refused(await client.post("/generate", content=body, headers=JSON), "unreadable-body")
    odd = b'{"run_id": 1, "prompt_text": "a", "duration": NaN, "\\ud800": 1}'
    refused(await client.post("/generate", content=odd, headers=JSON), "invalid-request")
    long_number = b'{"run_id": ' + b"9" * 10_000 + b', "prompt_text": "a"}'
    assert (await client.post("/generate", content=long_number, headers=JSON)).status_code in (400, 422)
    assert (await client.get("/status/1")).json() == {"status": "not_found"}


async def test_two_megabytes_are_too_large_with_and_without_a_declared_length(client: httpx2.AsyncClient):
    body = json.dumps({"advice": "a" * 2_000_000}).encode()

    async def pieces() -> AsyncGenerator[bytes]:
        for begin in range(0, len(body), 100_000):
            yield body[begin : begin + 100_000]

    refused(await client.post("/runs", content=body, headers=JSON), "body-too-large")
    try:
        answer = await client.post("/runs", content=pieces(), headers=JSON)
    except httpx2.TransportError:
        return  # the connection was closed before all was sent, which is as good
    refused(answer, "body-too-large")


@pytest.mark.parametrize("run_id", ["0", "-1", "2147483648", "9" * 30, "abc", "1.5", "%00", "１", "1e3"])
async def test_ids_in_paths_are_checked(client: httpx2.AsyncClient, run_id: str):
    for path in (f"/status/{run_id}", f"/status/{run_id}/events", f"/runs/{run_id}", f"/videos/{run_id}"):
        refused(await client.get(path), "invalid-request")


async def test_what_does_not_exist_is_404(client: httpx2.AsyncClient):
    refused(await client.get("/videos/77"), "unknown-video")
    refused(await client.post("/videos/77/retry", headers=OURS), "unknown-video")
    refused(await client.post("/videos/77/cancel", headers=OURS), "unknown-video")
    refused(await client.get("/runs/77"), "unknown-run")
    refused(await client.delete("/runs/77", headers=OURS), "unknown-run")
    refused(await client.get(f"/clips/{uuid4()}"), "unknown-clip")
    refused(await client.get("/drills/squatt"), "unknown-drill")
    refused(await client.get("/nowhere"), "not-found")
    refused(await client.get("/api/video-generation/result/1"), "not-found")
    refused(await client.get("/api/video-generation/metrics"), "not-found")
    assert refused(await client.get("/generate"), "method-not-allowed")
    assert (await client.get("/generate")).headers["allow"] == "POST"


async def test_wrong_forms_of_clips_are_refused(client: httpx2.AsyncClient):
    for query in ("size=1x1", "lang=fr", "mirror=perhaps", "text=all"):
        refused(await client.get(f"/clips/{uuid4()}?{query}"), "invalid-request")
    refused(await client.get("/clips/not-a-uuid"), "invalid-request")


async def test_paths_cannot_leave_their_folder(client: httpx2.AsyncClient):
    address = str(client.base_url).rstrip("/")
    for path in (
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/result/..%2f..%2fpyproject.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/docs/..%2f..%2fetc%2fpasswd",
        "/media/..%2f..%2fetc%2fpasswd",
        "/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/drills/..%2fsquat",
        "//etc/passwd",
        "/result/%00",
        "/" + "a/" * 2000,
        "/" + "a" * 5000,
    ):
        answer = await client.get(httpx2.URL(address).copy_with(raw_path=path.encode()))
        assert answer.status_code == 404, path
        assert b"root:" not in answer.content


async def test_media_links_hold_only_as_they_were_signed(client: httpx2.AsyncClient):
    await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"})
    link = str((await ended(client, 7))["video_url"])
    token = link.rpartition("/")[2]
    assert (await client.get(link)).status_code == 200
    for changed in (token[:-1], token + "A", token[::-1], token.swapcase(), "A" * len(token), "x"):
        refused(await client.get(f"/media/{changed}"), "unknown-media")
    for at in range(len(token)):
        other = token[:at] + ("B" if token[at] == "A" else "A") + token[at + 1 :]
        assert (await client.get(f"/media/{other}")).status_code == 404, at
    refused(await client.get(f"/media/{'A' * 2000}"), "invalid-request")


async def test_parts_of_a_file(client: httpx2.AsyncClient):
    await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"})
    link = str((await ended(client, 7))["video_url"])
    whole = await client.get(link)
    size = len(whole.content)
    etag = whole.headers["etag"]
    assert whole.headers["accept-ranges"] == "bytes"
    for header, start, end in [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, size),
        ("bytes=10-19", 10, 20),
        ("bytes=-5", size - 5, size),
        (f"bytes=-{size * 3}", 0, size),
        ("bytes=5-999999999999999999", 5, size),
    ]:
        part = await client.get(link, headers={"Range": header})
        assert part.status_code == 206, header
        assert part.content == whole.content[start:end]
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
        assert part.headers["etag"] == etag
    for header in (f"bytes={size}-", "bytes=-0", "bytes=999999999999999999-"):
        problem = await client.get(link, headers={"Range": header})
        refused(problem, "range-not-satisfiable")
        assert problem.headers["content-range"] == f"bytes */{size}"
    for header in ("bytes=5-2", "bytes=a-b", "lines=0-1", "bytes=0-1,4-5", "bytes=-", "bytes=" + "9" * 5000):
        assert (await client.get(link, headers={"Range": header})).content == whole.content, header
    stale = {"Range": "bytes=0-9", "If-Range": '"other"'}
    assert (await client.get(link, headers=stale)).status_code == 200
    assert (await client.get(link, headers={"Range": "bytes=0-9", "If-Range": etag})).status_code == 206
    for header in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        unchanged = await client.get(link, headers={"If-None-Match": header})
        assert (unchanged.status_code, unchanged.content) == (304, b""), header
    head = await client.head(link)
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == size


async def test_an_expired_link_is_410(database_url: str, tmp_path: Path):
    async with serving(settings_for(database_url, tmp_path, link_ttl=2, shutdown_grace=0)) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"})
        link = str((await ended(client, 7))["video_url"])
        await asyncio.sleep(2.1)
        refused(await client.get(link), "link-expired")
        fresh = str((await client.get("/status/7")).json()["video_url"])
        assert (await client.get(fresh)).status_code == 200


async def test_a_link_of_another_service_leads_nowhere(database_url: str, tmp_path: Path):
    settings = settings_for(database_url, tmp_path / "one", link_secret="one", shutdown_grace=0)
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"})
        link = str((await ended(client, 7))["video_url"])
    settings = settings_for(database_url, tmp_path / "one", link_secret="two", shutdown_grace=0)
    async with serving(settings) as client:
        refused(await client.get(link), "unknown-media")
