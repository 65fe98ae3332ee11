"""The emulator over real HTTP, asked as the official SDKs ask."""

import io
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import av
import httpx2
import pytest

from otehon.emulator.app import emulating
from otehon.emulator.dialects import DIALECTS
from otehon.emulator.script import FAULTS, Script

JOB = {"prompt": "a squat", "model": "m", "seconds": "4", "size": "1280x720"}


@asynccontextmanager
async def asked(script: Script) -> AsyncGenerator[httpx2.AsyncClient]:
    async with emulating(script) as emulator, httpx2.AsyncClient(base_url=emulator.address) as client:
        yield client


async def accepted(client: httpx2.AsyncClient) -> int:
    return len((await client.get("/emulator/jobs")).json())


async def test_a_clip_is_a_real_mp4_of_the_size_and_length_asked_for() -> None:
    async with asked(Script()) as client:
        job = (await client.post("/v1/videos", json=JOB)).json()
        clip = await client.get(f"/v1/videos/{job['id']}/content")
    with av.open(io.BytesIO(clip.content), "r") as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (1280, 720)
        assert len(list(container.decode(stream))) == 48


@pytest.mark.parametrize(
    ("fault", "status", "count"),
    [("rate_limit", 429, 0), ("moderated_before", 400, 0), ("server_error_after_accept", 502, 1)],
)
async def test_what_is_refused_is_not_accepted_and_what_is_accepted_counts(
    fault: str, status: int, count: int
) -> None:
    async with asked(Script(faults=[fault])) as client:
        assert (await client.post("/v1/videos", json=JOB)).status_code == status
        assert await accepted(client) == count
        assert (await client.post("/v1/videos", json=JOB)).status_code == 200


async def test_a_connection_that_drops_after_accepting_gives_no_answer() -> None:
    async with asked(Script(faults=["drop_after_accept"])) as client:
        with pytest.raises(httpx2.RemoteProtocolError):
            await client.post("/v1/videos", json=JOB)
        assert await accepted(client) == 1


@pytest.mark.parametrize(("idempotent", "count"), [(True, 1), (False, 2)])
async def test_a_repeated_key_is_honoured_only_where_the_script_says_so(idempotent: bool, count: int) -> None:
    async with asked(Script(idempotent=idempotent)) as client:
        for _ in range(2):
            await client.post("/v1/videos", json=JOB, headers={"Idempotency-Key": "k"})
        assert await accepted(client) == count


async def test_a_fault_that_comes_once_is_gone_the_second_time() -> None:
    async with asked(Script(faults=["cut:1"])) as client:
        job = (await client.post("/v1/videos", json=JOB)).json()
        with pytest.raises(httpx2.RemoteProtocolError):
            await client.get(f"/v1/videos/{job['id']}/content")
        assert (await client.get(f"/v1/videos/{job['id']}/content")).status_code == 200


async def test_jobs_are_listed_newest_first_in_pages() -> None:
    async with asked(Script()) as client:
        made = [(await client.post("/v1/videos", json=JOB)).json()["id"] for _ in range(3)]
        page = (await client.get("/v1/videos?limit=2")).json()
        assert [job["id"] for job in page["data"]] == made[:0:-1]
        assert page["has_more"]
        rest = (await client.get(f"/v1/videos?limit=2&after={page['last_id']}")).json()
    assert [job["id"] for job in rest["data"]] == [made[0]]


async def test_sglang_refuses_a_form_without_a_picture() -> None:
    async with asked(Script(dialect="sglang")) as client:
        assert (await client.post("/v1/videos", data=JOB)).status_code == 400
        assert (await client.post("/v1/videos", json=JOB)).status_code == 200


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_every_dialect_makes_a_clip(dialect: str) -> None:
    async with asked(Script(dialect=dialect)) as client:
        made = (
            await client.post("/v1/videos", json={**JOB, "duration": 4})
            if DIALECTS[dialect].json
            else await client.post("/v1/videos", data=JOB, files={"input_reference": b"png"})
        )
        assert made.status_code == DIALECTS[dialect].created
        job = (await client.get(f"/v1/videos/{made.json()['id']}")).json()
    assert job["status"] in ("completed", "succeeded")


def test_faults_have_one_name_each() -> None:
    names = [name for stage in FAULTS.values() for name in stage]
    assert len(names) == len(set(names))
    with pytest.raises(ValueError, match="no fault"):
        Script(faults=["nonsense"])


async def test_a_strange_key_is_refused() -> None:
    async with asked(Script(key="right")) as client:
        assert (await client.post("/v1/videos", json=JOB)).status_code == 401
        right = {"Authorization": "Bearer right"}
        assert (await client.post("/v1/videos", json=JOB, headers=right)).status_code == 200
