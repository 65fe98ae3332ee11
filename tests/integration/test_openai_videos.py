"""The engine against the emulator, over real HTTP."""

import json
import logging
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import av
import psutil
import pytest

from otehon.emulator.app import Running, emulating
from otehon.emulator.script import Script
from otehon.engines.base import EngineError, OutcomeUnknown, Ready, Refused, TryAgain, Unavailable, Unclear
from otehon.engines.openai_videos import OpenaiVideosEngine, create
from otehon.generation.causes import CAUSES
from tests.integration.orders import KEY, order, videos_settings


@asynccontextmanager
async def engine_at(script: Script, **changes: object) -> AsyncGenerator[tuple[OpenaiVideosEngine, Running]]:
    async with emulating(script) as emulator:
        engine = create(videos_settings(emulator.address, **changes))
        try:
            yield engine, emulator
        finally:
            await engine.close()


async def whole_way(engine: OpenaiVideosEngine, folder: Path) -> Path:
    wanted = order()
    handle = await engine.submit(wanted)
    assert isinstance(await engine.poll(handle), Ready)
    return (await engine.fetch(handle, wanted, folder, lambda _: None)).video


@pytest.mark.parametrize("dialect", ["openai", "vllm-omni", "sglang", "litellm", "openrouter"])
async def test_a_clip_comes_from_every_kind_of_server(dialect: str, tmp_path: Path) -> None:
    async with engine_at(Script(dialect=dialect), profile=dialect) as (engine, emulator):
        video = await whole_way(engine, tmp_path)
        assert len(emulator.state.jobs.all()) == 1
    with av.open(str(video), "r") as container:
        seconds = (container.duration or 0) / av.time_base
    assert seconds == pytest.approx(8 if dialect == "openai" else 5, abs=0.2)


async def test_links_are_followed_where_there_is_no_content_route(tmp_path: Path) -> None:
    async with engine_at(Script(dialect="links-only")) as (engine, _):
        assert (await whole_way(engine, tmp_path)).stat().st_size > 1000


async def test_the_default_profile_sends_four_fields_and_a_frame_of_exactly_the_size() -> None:
    async with engine_at(Script(), reference=True) as (engine, emulator):
        await engine.submit(order())
        sent = emulator.state.requests[0]
    assert sent["content_type"].startswith("multipart/form-data")
    assert set(sent["body"]) == {"model", "prompt", "seconds", "size", "input_reference bytes"}
    assert (sent["body"]["seconds"], sent["body"]["size"]) == ("8", "1280x720")


async def test_json_carries_the_frame_as_a_data_url() -> None:
    async with engine_at(Script(), reference=True, transport="json") as (engine, emulator):
        await engine.submit(order())
        sent = emulator.state.requests[0]
    assert sent["content_type"] == "application/json"
    assert sent["body"]["input_reference"]["image_url"].startswith("data:image/png;base64,")


async def test_sglang_takes_a_form_with_a_frame_and_json_without_one() -> None:
    script = Script(dialect="sglang")
    for reference, kind in ((True, "multipart/form-data"), (False, "application/json")):
        async with engine_at(script, profile="sglang", reference=reference) as (engine, emulator):
            await engine.submit(order())
            sent = emulator.state.requests[0]
            assert sent["content_type"].startswith(kind)
            assert emulator.state.jobs.all()[0].pictures == int(reference)


async def test_a_list_that_does_not_say_whether_there_is_more_is_read_to_its_end() -> None:
    async with engine_at(Script(dialect="sglang"), profile="sglang") as (engine, _):
        wanted, since = order(), time.time()
        made = [str((await engine.submit(wanted))["id"]) for _ in range(101)]
        assert await engine.find(wanted, since, made) is None
        with pytest.raises(OutcomeUnknown):
            await engine.find(wanted, since, made[1:])


SUBMIT: list[tuple[str, type[EngineError], str]] = [
    ("rate_limit", TryAgain, "rate_limited"),
    ("no_credit", Unavailable, "no_credit"),
    ("billing_limit", Unavailable, "no_credit"),
    ("not_verified", Unavailable, "not_verified"),
    ("wrong_key", Unavailable, "no_key"),
    ("model_not_found", Unavailable, "retired"),
    ("gone", Unavailable, "retired"),
    ("moderated_before", Refused, "moderated_before"),
    ("bad_request", Refused, "bad_request"),
    ("bad_size", Refused, "bad_request"),
    ("html", Unavailable, "not_set_up"),
    ("server_error", Unclear, "outcome_unknown"),
    ("server_error_after_accept", Unclear, "outcome_unknown"),
    ("drop_before_accept", Unclear, "outcome_unknown"),
    ("drop_after_accept", Unclear, "outcome_unknown"),
    ("garbage_after_accept", Unclear, "outcome_unknown"),
]


@pytest.mark.parametrize(("fault", "kind", "cause"), SUBMIT)
async def test_each_refusal_of_a_submit_has_its_cause_and_is_sent_once(
    fault: str, kind: type[EngineError], cause: str
) -> None:
    async with engine_at(Script(faults=[fault])) as (engine, emulator):
        with pytest.raises(kind) as caught:
            await engine.submit(order())
        assert len(emulator.state.requests) == 1
    assert type(caught.value) is kind
    assert (caught.value.cause, cause in CAUSES) == (cause, True)


ENDS: list[tuple[str, type[EngineError], str, bool]] = [
    ("moderated_after", Refused, "moderated_after", True),
    ("failed", Refused, "provider_failed", False),
    ("failed_without_code", Refused, "provider_failed", False),
    ("expired_job", Refused, "expired", True),
    ("canceled", Refused, "provider_failed", False),
    ("poll_error", TryAgain, "unreachable", False),
    ("poll_rate_limit", TryAgain, "rate_limited", False),
    ("poll_drop", TryAgain, "unreachable", False),
    ("poll_html", TryAgain, "unreachable", False),
    ("poll_forgotten", Refused, "expired", True),
    ("poll_huge", TryAgain, "unreachable", False),
    ("poll_packed", TryAgain, "unreachable", False),
]


@pytest.mark.parametrize(("fault", "kind", "cause", "spent"), ENDS)
async def test_each_bad_end_of_a_job_has_its_cause(
    fault: str, kind: type[EngineError], cause: str, spent: bool
) -> None:
    async with engine_at(Script(faults=[fault])) as (engine, _):
        handle = await engine.submit(order())
        before = psutil.Process().memory_info().rss
        with pytest.raises(kind) as caught:
            await engine.poll(handle)
        assert psutil.Process().memory_info().rss - before < 100e6
    assert (caught.value.cause, caught.value.spent) == (cause, spent)


CONTENT: list[tuple[str, type[EngineError], str]] = [
    ("expired", Refused, "expired"),
    ("blocked", Refused, "blocked"),
    ("cut", TryAgain, "unreachable"),
    ("cut_file", TryAgain, "bad_footage"),
    ("garbage", TryAgain, "bad_footage"),
    ("html_content", TryAgain, "bad_footage"),
    ("empty", TryAgain, "bad_footage"),
    ("huge", Refused, "too_large"),
    ("huge_chunked", Refused, "too_large"),
    ("three_hours", Refused, "too_large"),
    ("content_error", TryAgain, "unreachable"),
    ("content_drop", TryAgain, "unreachable"),
    ("redirect_private", Refused, "blocked"),
]


@pytest.mark.parametrize(("fault", "kind", "cause"), CONTENT)
async def test_each_bad_content_has_its_cause(
    fault: str, kind: type[EngineError], cause: str, tmp_path: Path
) -> None:
    async with engine_at(Script(faults=[fault]), max_bytes=5_000_000) as (engine, _):
        wanted = order()
        handle = await engine.submit(wanted)
        with pytest.raises(kind) as caught:
            await engine.fetch(handle, wanted, tmp_path, lambda _: None)
    assert caught.value.cause == cause
    assert not any(file.stat().st_size > 6_000_000 for file in tmp_path.iterdir())


async def test_a_redirect_to_the_configured_host_is_followed(tmp_path: Path) -> None:
    async with engine_at(Script(faults=["redirect_own:1"])) as (engine, _):
        assert (await whole_way(engine, tmp_path)).stat().st_size > 1000


async def test_a_job_without_an_answer_is_found_by_its_prompt_unless_it_is_claimed() -> None:
    async with engine_at(Script(faults=["drop_after_accept"])) as (engine, emulator):
        wanted, since = order(), time.time()
        with pytest.raises(Unclear):
            await engine.submit(wanted)
        found = await engine.find(wanted, since)
        made = emulator.state.jobs.all()[0].id
        assert found == {"id": made}
        assert await engine.find(wanted, since, [made]) is None
        assert await engine.find(order("plank"), since) is None
        assert await engine.find(wanted, since + 3600) is None


async def test_what_cannot_be_looked_up_is_unknown() -> None:
    async with engine_at(Script(lists=False)) as (engine, _):
        with pytest.raises(OutcomeUnknown):
            await engine.find(order())
    async with engine_at(Script(dialect="openrouter"), profile="openrouter") as (engine, _):
        with pytest.raises(OutcomeUnknown):
            await engine.find(order())


async def test_cancel_removes_the_job_and_may_be_repeated() -> None:
    async with engine_at(Script(seconds=60)) as (engine, emulator):
        handle = await engine.submit(order())
        await engine.cancel(handle)
        await engine.cancel(handle)
        assert emulator.state.jobs.all()[0].removed


async def test_a_waiting_job_says_its_progress() -> None:
    async with engine_at(Script(faults=["stuck"])) as (engine, _):
        reply = await engine.poll(await engine.submit(order()))
    assert getattr(reply, "progress", None) == 0.5


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (Script(models=["m"]), None),
        (Script(models=["other"]), "has no model 'm'"),
        (Script(models=["other"], retired={"m": "2026-09-24"}), "was retired on 2026-09-24"),
        (Script(key="right"), "does not accept the key; set OTEHON_OPENAI_VIDEOS__API_KEY"),
    ],
)
async def test_doctor_reads_the_servers_model_list(script: Script, said: str | None) -> None:
    async with engine_at(script) as (engine, _):
        found = await engine.check()
    assert found == said or (said is not None and said in (found or ""))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nowhere/v1", "knows neither /models nor /videos"),
        ("/emulator/page/v1", "cannot be read; is the base URL right?"),
    ],
)
async def test_doctor_tells_a_wrong_base_url(path: str, said: str) -> None:
    async with emulating() as emulator:
        engine = create(videos_settings(emulator.address, base_url=f"{emulator.address}{path}"))
        found = await engine.check()
        await engine.close()
    assert said in (found or "")


async def test_the_key_is_nowhere(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[Any] = []
    async with engine_at(Script(faults=["wrong_key", "bad_request", "expired"], key=KEY)) as (
        engine,
        emulator,
    ):
        for _ in range(3):
            wanted = order()
            try:
                handle = await engine.submit(wanted)
                seen.append(handle)
                await engine.fetch(handle, wanted, tmp_path, lambda _: None)
            except EngineError as error:
                seen += [str(error), repr(error), error.detail, repr(error.__cause__)]
        seen += [repr(engine), repr(engine.__dict__), repr(engine._server), emulator.state.requests]  # pyright: ignore
    assert len(seen) > 9
    assert KEY not in json.dumps(seen, default=repr) + caplog.text
