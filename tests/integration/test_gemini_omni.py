"""The engine against the emulator, with Google's own SDK over real HTTP."""

import json
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import av
import pytest

from otehon.emulator.app import Running, emulating
from otehon.emulator.script import Script
from otehon.engines.base import EngineError, OutcomeUnknown, Ready, Refused, TryAgain, Unavailable, Unclear
from otehon.engines.gemini_omni import GeminiOmniEngine, create
from otehon.settings import Settings
from tests.integration.orders import KEY, omni_settings, order

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


@asynccontextmanager
async def engine_at(script: Script, **changes: object) -> AsyncGenerator[tuple[GeminiOmniEngine, Running]]:
    async with emulating(script) as emulator:
        engine = create(omni_settings(emulator.address, **changes))
        try:
            yield engine, emulator
        finally:
            await engine.close()


async def test_a_clip_with_first_and_last_frame_comes_and_is_deleted(tmp_path: Path) -> None:
    async with engine_at(Script(), reference=True) as (engine, emulator):
        wanted = order()
        handle = await engine.submit(wanted)
        assert isinstance(await engine.poll(handle), Ready)
        video = (await engine.fetch(handle, wanted, tmp_path, lambda _: None)).video
        await engine.cancel(handle)
        sent, job = emulator.state.requests[0]["body"], emulator.state.jobs.all()[0]
    with av.open(str(video), "r") as container:
        assert container.streams.video[0].width == 1280
        assert (container.duration or 0) / av.time_base == pytest.approx(5, abs=0.2)
    assert (job.pictures, job.removed) == (2, True)
    assert sent["response_format"]["duration"] == "5s"
    assert job.prompt.startswith("<FIRST_FRAME> <LAST_FRAME> Single continuous shot")


@pytest.mark.parametrize(
    ("fault", "kind", "cause"),
    [
        ("rate_limit", TryAgain, "rate_limited"),
        ("no_credit", Unavailable, "no_credit"),
        ("not_verified", Unavailable, "not_verified"),
        ("wrong_key", Unavailable, "no_key"),
        ("model_not_found", Unavailable, "retired"),
        ("moderated_before", Refused, "moderated_before"),
        ("bad_request", Refused, "bad_request"),
        ("server_error", Unclear, "outcome_unknown"),
        ("server_error_after_accept", Unclear, "outcome_unknown"),
        ("drop_after_accept", Unclear, "outcome_unknown"),
        ("garbage_after_accept", Unclear, "outcome_unknown"),
    ],
)
async def test_each_refusal_of_a_submit_has_its_cause_and_is_sent_once(
    fault: str, kind: type[EngineError], cause: str
) -> None:
    async with engine_at(Script(faults=[fault])) as (engine, emulator):
        with pytest.raises(kind) as caught:
            await engine.submit(order())
        assert len(emulator.state.requests) == 1
    assert (type(caught.value), caught.value.cause) == (kind, cause)


@pytest.mark.parametrize(
    ("fault", "kind", "cause"),
    [
        ("moderated_after", Refused, "moderated_after"),
        ("failed", Refused, "provider_failed"),
        ("blocked", Refused, "blocked"),
        ("poll_error", TryAgain, "unreachable"),
        ("poll_drop", TryAgain, "unreachable"),
        ("poll_forgotten", Refused, "expired"),
    ],
)
async def test_each_bad_end_of_a_job_has_its_cause(fault: str, kind: type[EngineError], cause: str) -> None:
    async with engine_at(Script(faults=[fault])) as (engine, _):
        handle = await engine.submit(order())
        with pytest.raises(kind) as caught:
            await engine.poll(handle)
    assert caught.value.cause == cause


@pytest.mark.parametrize(
    ("fault", "kind", "cause"),
    [
        ("expired", Refused, "expired"),
        ("cut", TryAgain, "unreachable"),
        ("garbage", TryAgain, "bad_footage"),
        ("huge", Refused, "too_large"),
        ("three_hours", Refused, "too_large"),
        ("redirect_private", Refused, "blocked"),
    ],
)
async def test_each_bad_content_has_its_cause(
    fault: str, kind: type[EngineError], cause: str, tmp_path: Path
) -> None:
    async with engine_at(Script(faults=[fault]), max_bytes=5_000_000) as (engine, _):
        wanted = order()
        handle = await engine.submit(wanted)
        with pytest.raises(kind) as caught:
            await engine.fetch(handle, wanted, tmp_path, lambda _: None)
    assert caught.value.cause == cause


async def test_an_interaction_cannot_be_looked_up() -> None:
    async with engine_at(Script()) as (engine, _):
        with pytest.raises(OutcomeUnknown):
            await engine.find(order())


async def test_nothing_listens_there() -> None:
    engine = create(omni_settings("http://127.0.0.1:9"))
    with pytest.raises(TryAgain) as caught:
        await engine.submit(order())
    await engine.close()
    assert caught.value.cause == "unreachable"


async def test_without_a_key_nothing_is_sent() -> None:
    engine = create(Settings(gemini_api_key=None))
    assert await engine.check() == "GEMINI_API_KEY not set"
    with pytest.raises(Unavailable) as caught:
        await engine.submit(order())
    await engine.close()
    assert caught.value.cause == "no_key"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (Script(models=["gemini-omni-1.2-flash"]), None),
        (Script(models=["other"]), "Google has no model 'gemini-omni-1.2-flash' any more"),
        (Script(key="right"), "Google does not accept the key; set GEMINI_API_KEY"),
    ],
)
async def test_doctor_reads_googles_model_list(script: Script, said: str | None) -> None:
    async with engine_at(script) as (engine, _):
        assert await engine.check() == said


async def test_the_key_is_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[Any] = []
    async with engine_at(Script(faults=["wrong_key", "bad_request", None], key=KEY)) as (engine, emulator):
        for _ in range(3):
            try:
                seen.append(await engine.submit(order()))
            except EngineError as error:
                seen += [str(error), repr(error), error.detail]
        seen += [repr(engine.__dict__), emulator.state.requests]
    assert KEY not in json.dumps(seen, default=repr) + caplog.text
