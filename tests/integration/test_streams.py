import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path

import httpx2
import pytest

from otehon.api.streams import COME_BACK
from tests.integration.real_server import serving
from tests.integration.service import settings_for

EVENTS = "/status/7/events"


@pytest.fixture
async def client(database_url: str, tmp_path: Path) -> AsyncGenerator[httpx2.AsyncClient]:
    settings = settings_for(database_url, tmp_path, max_streams=3, max_streams_per_client=2)
    async with serving(settings) as client:
        yield client


def from_address(address: str) -> Mapping[str, str]:
    return {"X-Real-IP": address}


async def watch(client: httpx2.AsyncClient, held: AsyncExitStack, address: str) -> httpx2.Response:
    stream = client.stream("GET", EVENTS, headers=from_address(address))
    return await held.enter_async_context(stream)


async def refusal(client: httpx2.AsyncClient, address: str) -> tuple[int, str]:
    async with AsyncExitStack() as held:
        answer = await watch(client, held, address)
        if answer.status_code == 200:
            return 200, ""
        await answer.aread()
        assert COME_BACK[0] <= int(answer.headers["retry-after"]) <= COME_BACK[1]
        return answer.status_code, answer.json()["code"]


async def test_one_client_has_so_many_streams_and_all_together_so_many(client: httpx2.AsyncClient) -> None:
    async with AsyncExitStack() as held:
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
            assert (await watch(client, held, address)).status_code == 200
        assert await refusal(client, "192.0.2.1") == (429, "too-many-streams")
        assert await refusal(client, "192.0.2.2") == (503, "no-stream-free")
        answer = await client.get("/status/7", headers=from_address("192.0.2.1"))
        assert answer.json() == {"status": "not_found"}
    await free_again(client, "192.0.2.1")


async def test_a_stream_that_ends_gives_its_place_back(client: httpx2.AsyncClient) -> None:
    await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット 10回"})
    for _ in range(4):
        async with AsyncExitStack() as held:
            answer = await watch(client, held, "192.0.2.1")
            assert answer.status_code == 200
            async for _line in answer.aiter_lines():
                pass
        await free_again(client, "192.0.2.1")


async def free_again(client: httpx2.AsyncClient, address: str) -> None:
    """A server learns that somebody went away when it looks next."""
    async with asyncio.timeout(30):
        while (await refusal(client, address))[0] != 200:
            await asyncio.sleep(0.05)
