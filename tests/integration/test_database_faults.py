import asyncio
import tempfile
from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest

from otehon.generation.runtime import working_runtime
from otehon.store.embedded import EmbeddedPostgres
from otehon.store.rows import VideoStatus
from tests.integration.real_server import serving_unready
from tests.integration.service import reached, read_lines, settings_for, settled, working


@pytest.fixture
def own_server() -> Generator[EmbeddedPostgres]:
    with tempfile.TemporaryDirectory(prefix="otehon-test-") as folder:
        Path(folder).chmod(0o755)
        server = EmbeddedPostgres(Path(folder))
        yield server
        server.stop()


async def test_a_database_that_goes_away_in_mid_flight_delays_and_loses_nothing(
    own_server: EmbeddedPostgres, tmp_path: Path
) -> None:
    url = await asyncio.to_thread(own_server.start)
    script = {"seconds": 4, "poll_after": 0.5}
    async with working(settings_for(url, tmp_path, script)) as runtime:
        for run_id in range(1, 6):
            await runtime.requests.request_video(run_id, "スクワット\nプランク", 5)
        await reached(runtime, 1, VideoStatus.GENERATING)
        await asyncio.to_thread(own_server.stop)
        await asyncio.sleep(2)
        await asyncio.to_thread(own_server.start)
        for run_id in range(1, 6):
            state = await settled(runtime, run_id, within=40)
            assert state.video.generation_status is VideoStatus.COMPLETED


async def test_a_database_that_is_down_at_the_start_is_waited_for(
    own_server: EmbeddedPostgres, tmp_path: Path
) -> None:
    url = await asyncio.to_thread(own_server.start)
    await asyncio.to_thread(own_server.stop)
    async with serving_unready(settings_for(url, tmp_path)) as client:
        assert (await client.get("/livez")).status_code == 200
        assert (await client.get("/readyz")).status_code == 503
        refused = await client.get("/status/7")
        assert refused.status_code == 503
        assert "retry-after" in refused.headers

        await asyncio.to_thread(own_server.start)
        assert await until_ready(client)


async def test_a_worker_ends_when_it_is_asked_to_while_the_database_is_away(
    own_server: EmbeddedPostgres, tmp_path: Path
) -> None:
    url = await asyncio.to_thread(own_server.start)
    async with asyncio.timeout(60):
        async with working_runtime(settings_for(url, tmp_path, shutdown_grace=1), read_lines) as runtime:
            await runtime.requests.request_video(1, "スクワット", 5)
            await settled(runtime, 1)
            await asyncio.to_thread(own_server.stop)


async def until_ready(client: httpx2.AsyncClient) -> bool:
    for _ in range(150):
        if (await client.get("/readyz")).status_code == 200:
            return True
        await asyncio.sleep(0.1)
    return False
