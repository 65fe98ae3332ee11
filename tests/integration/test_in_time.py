"""What is promised of time, in real seconds: first poll, unclear submits, slow and endless answers."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

import httpx2
import pytest

from otehon.emulator.app import Running
from otehon.emulator.script import Script
from otehon.engines import download
from otehon.engines.base import Ask, TryAgain
from tests.integration.orders import order
from tests.integration.test_causes_told import served
from tests.integration.test_openai_videos import engine_at

FIRST_POLL = 2.0
CLEAR = 120.0


async def ask(client: httpx2.AsyncClient, run_ids: Sequence[int]) -> None:
    for run_id in run_ids:
        await client.post("/generate", json={"run_id": run_id, "prompt_text": "スクワット"})


async def clear(client: httpx2.AsyncClient, run_id: int) -> tuple[float, str]:
    """How long until it is known whether the job was taken, and what is known."""
    begin = time.monotonic()
    while time.monotonic() - begin < CLEAR + 10:
        (clip,) = (await client.get(f"/status/{run_id}")).json()["clips"]
        if clip["error"] or clip["generation_status"] == "completed":
            known = clip["error"]["cause"]["id"] if clip["error"] else "found"
            return time.monotonic() - begin, known
        await asyncio.sleep(0.1)
    raise AssertionError(f"run {run_id} is not clear")


async def created(emulator: Running, count: int) -> None:
    while len(emulator.state.requests) < count:
        await asyncio.sleep(0.02)


async def test_a_job_is_polled_within_two_seconds_also_in_a_crowd(database_url: str, tmp_path: Path) -> None:
    script = Script(dialect="vllm-omni", seconds=1)
    async with served(database_url, tmp_path, script) as (client, emulator):
        await ask(client, range(1, 21))
        while not all(job.polled for job in emulator.state.jobs.all()) or len(emulator.state.jobs.all()) < 20:
            await asyncio.sleep(0.05)
        late = [(job.polled or 0) - job.created for job in emulator.state.jobs.all()]
    assert max(late) <= FIRST_POLL


@pytest.mark.timeout(200)
async def test_an_unclear_submit_is_settled_or_declared_within_two_minutes(
    database_url: str, tmp_path: Path
) -> None:
    faults = {
        "drop_after_accept": "found",
        "garbage_after_accept": "found",
        "server_error_after_accept": "found",
        "hang_after_accept": "found",
        "drop_before_accept": "outcome_unknown",
        "server_error": "outcome_unknown",
    }
    script = Script(dialect="vllm-omni", faults=list(faults))
    # A clip's deadline does not end it sooner.
    async with served(database_url, tmp_path, script, clip_deadline=1800) as (client, emulator):
        watching: list[asyncio.Task[tuple[float, str]]] = []
        for number in range(1, len(faults) + 1):
            await ask(client, [number])
            await created(emulator, number)
            watching.append(asyncio.create_task(clear(client, number)))
        ends = dict(zip(faults, await asyncio.gather(*watching), strict=True))
        accepted = len(emulator.state.jobs.all())
    assert accepted == len([name for name in faults if name.endswith("after_accept")])
    assert sorted(known for _, known in ends.values()) == sorted(faults.values())
    assert max(seconds for seconds, _ in ends.values()) <= CLEAR


async def test_an_answer_that_takes_hours_ends_with_the_deadline(database_url: str, tmp_path: Path) -> None:
    script = Script(dialect="vllm-omni", seconds=3 * 3600)
    async with served(database_url, tmp_path, script) as (client, emulator):
        begin = time.monotonic()
        await ask(client, [1])
        seconds, known = await clear(client, 1)
        while not emulator.state.jobs.all()[0].removed and time.monotonic() - begin < 30:
            await asyncio.sleep(0.1)
        assert emulator.state.jobs.all()[0].removed
    assert known == "time_out"
    assert seconds < 15


async def test_a_slow_clip_arrives_and_an_endless_one_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with engine_at(Script(rates={"slow_content": 1.0})) as (engine, _):
        wanted = order()
        handle = await engine.submit(wanted)
        begin = time.monotonic()
        made = await engine.fetch(handle, wanted, tmp_path, lambda _: None)
        assert time.monotonic() - begin >= 4
        assert made.video.stat().st_size > 1000
        monkeypatch.setattr(download, "PATIENCE", 0.5)
        with pytest.raises(TryAgain, match="did not arrive within"):
            await engine.fetch(handle, wanted, tmp_path, lambda _: None)


async def test_a_prompt_of_32_kilobytes_is_sent_whole_and_found_again() -> None:
    ask_long = Ask("スクワット " + "膝 " * 16_000, 8.0, "1280x720", "m")
    assert len(ask_long.prompt.encode()) > 32_000
    async with engine_at(Script(faults=["drop_after_accept"])) as (engine, emulator):
        wanted = order(ask=ask_long)
        with pytest.raises(Exception, match="outcome_unknown"):
            await engine.submit(wanted)
        (job,) = emulator.state.jobs.all()
        assert await engine.find(wanted, time.time() - 5) == {"id": job.id}
    assert job.prompt == ask_long.prompt


async def test_advice_of_32_kilobytes_makes_no_prompt_of_that_size(database_url: str, tmp_path: Path) -> None:
    script = Script(dialect="vllm-omni")
    async with served(database_url, tmp_path, script, pay_for_unknown_drills=True) as (client, emulator):
        text = "謎" * 11_000 + "?"
        answer = await client.post("/generate", json={"run_id": 1, "prompt_text": text})
        assert answer.status_code == 202
        _, known = await clear(client, 1)
        (job,) = emulator.state.jobs.all()
    assert known == "found"
    assert len(job.prompt) < 4000
    assert "謎" * 40 in job.prompt
    assert "謎" * 41 not in job.prompt
