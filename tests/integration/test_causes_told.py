"""What a person is told of each way in which a provider may fail: cause and next step, in both languages."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from otehon.emulator.app import Running, emulating
from otehon.emulator.script import Script
from otehon.settings import OpenaiVideosSettings
from tests.integration.http import ended, serving
from tests.integration.service import settings_for

# fault, step, cause, next
TOLD = [
    ("gone", "submitting", "retired", "choose_another"),
    ("model_not_found", "submitting", "retired", "choose_another"),
    ("not_verified", "submitting", "not_verified", "verify_account"),
    ("no_credit", "submitting", "no_credit", "add_credit"),
    ("billing_limit", "submitting", "no_credit", "add_credit"),
    ("wrong_key", "submitting", "no_key", "set_key"),
    ("rate_limit", "submitting", "rate_limited", "lower_pace"),
    ("moderated_before", "submitting", "moderated_before", "change_words"),
    ("moderated_after", "waiting", "moderated_after", "change_words_paid"),
    ("stuck", "waiting", "time_out", "allow_more_time"),
    ("bad_request", "submitting", "bad_request", "check_limits"),
    ("bad_size", "submitting", "bad_request", "check_limits"),
    ("html", "submitting", "not_set_up", "check_settings"),
    ("poll_drop", "waiting", "unreachable", "check_connection"),
    ("content_error", "fetching", "unreachable", "check_connection"),
    ("expired_job", "waiting", "expired", "retry"),
    ("expired", "fetching", "expired", "retry"),
    ("failed", "waiting", "provider_failed", "retry_later"),
    ("blocked", "fetching", "blocked", "change_words"),
    ("redirect_private", "fetching", "blocked", "change_words"),
    ("three_hours", "fetching", "too_large", "check_settings"),
    ("garbage", "fetching", "bad_footage", "retry"),
    ("short", "fetching", "cut_short", "retry"),
    ("wrong_size", "fetching", "wrong_size", "check_settings"),
    ("black", "fetching", "black", "retry"),
    ("frozen", "fetching", "frozen", "retry"),
]


@asynccontextmanager
async def served(
    url: str, home: Path, script: Script, own: Mapping[str, Any] | None = None, **more: Any
) -> AsyncGenerator[tuple[httpx2.AsyncClient, Running]]:
    async with emulating(script) as emulator:
        values = {"base_url": f"{emulator.address}/v1", "model": "m", "reference": False, "sizes": "320x240"}
        server = OpenaiVideosSettings.model_validate({**values, "profile": "vllm-omni", **(own or {})})
        given: dict[str, Any] = {
            "engines": ["openai-videos"],
            "openai_videos": server,
            "clip_deadline": 3,
            **more,
        }
        settings = settings_for(url, home, **given)
        async with serving(settings) as client:
            yield client, emulator


async def told(client: httpx2.AsyncClient, run_id: int = 7) -> dict[str, Any]:
    await client.post("/generate", json={"run_id": run_id, "prompt_text": "スクワット"})
    answer: dict[str, Any] = await ended(client, run_id)
    (clip,) = answer["clips"]
    return clip["error"]


@pytest.mark.parametrize(("fault", "step", "cause", "next_step"), TOLD)
async def test_each_fault_has_its_cause_and_its_next_step(
    fault: str, step: str, cause: str, next_step: str, database_url: str, tmp_path: Path
) -> None:
    script = Script(dialect="vllm-omni", rates={fault: 1.0})
    async with served(database_url, tmp_path, script) as (client, emulator):
        error = await told(client)
        accepted = len(emulator.state.jobs.all())
    assert accepted <= 1
    assert (error["cause"]["id"], error["next"]["id"], error["engine"]) == (cause, next_step, "openai-videos")
    assert error["step"]["id"] == step
    for said in (error["step"], error["cause"], error["next"]):
        assert any("\u3040" <= letter <= "\u9fff" for letter in said["ja"])
        assert said["en"].isascii()


async def test_what_cannot_be_looked_up_is_told_as_unknown(database_url: str, tmp_path: Path) -> None:
    script = Script(dialect="vllm-omni", faults=["server_error_after_accept"], lists=False)
    async with served(database_url, tmp_path, script) as (client, _):
        error = await told(client)
    assert (error["cause"]["id"], error["next"]["id"]) == ("outcome_unknown", "check_provider")


@pytest.mark.parametrize(
    ("own", "cause"),
    [
        ({"base_url": "not a url"}, "not_set_up"),
        ({"base_url": "videos.example/v1", "api_key": "k"}, "not_set_up"),
        ({"base_url": "ftp://videos.example/v1", "api_key": "k"}, "not_set_up"),
        ({"base_url": "http://127.0.0.1:port/v1"}, "not_set_up"),
        ({"base_url": "https://videos.example/v1"}, "no_key"),
        ({"base_url": None}, "not_set_up"),
        ({"model": None}, "not_set_up"),
        ({"base_url": "http://127.0.0.1:9/v1"}, "unreachable"),
        ({"base_url": "http://nowhere.invalid/v1", "api_key": "k"}, "unreachable"),
    ],
)
async def test_a_wrong_setting_is_told_as_such(
    own: dict[str, Any], cause: str, database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path, Script(dialect="vllm-omni"), own) as (client, _):
        error = await told(client)
    assert error["cause"]["id"] == cause
