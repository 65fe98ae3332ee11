"""Budgets, limits and rules that only a whole service shows."""

import asyncio
import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from standardwebhooks import Webhook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from otehon.generation.runtime import Runtime
from otehon.store.address import driver_conninfo
from otehon.store.rows import Stage
from tests.integration.asgi_server import serving_app
from tests.integration.http import ended, serving
from tests.integration.service import eventually, settled, working
from tests.integration.test_paid import costs, jobs, paid

SECRET = "whsec_" + base64.b64encode(b"twenty-four random bytes").decode()


class Receiver:
    """Takes webhooks, from the second try on."""

    def __init__(self) -> None:
        self.tries: list[tuple[Mapping[str, str], bytes]] = []
        self.app = Starlette(routes=[Route("/alerts", self._answer, methods=["POST"])])

    async def _answer(self, request: Request) -> Response:
        name = request.headers["webhook-id"]
        known = any(headers["webhook-id"] == name for headers, _ in self.tries)
        self.tries.append((dict(request.headers), await request.body()))
        return Response(status_code=204 if known else 503)

    async def taken(self) -> list[tuple[str, int]]:
        """What was taken, in the receiver's words."""
        names = [headers["webhook-id"] for headers, _ in self.tries]
        second = [body for at, (_, body) in enumerate(self.tries) if names[at] in names[:at]]
        return sorted(
            (json.loads(body)["data"]["budget"], json.loads(body)["data"]["percent"]) for body in second
        )


async def test_alerts_of_budgets_are_signed_sent_until_taken_and_each_given_once(
    database_url: str, tmp_path: Path
) -> None:
    receiver = Receiver()
    async with serving_app(receiver.app) as address:
        settings = paid(
            database_url, tmp_path, budget_day=1.1, alert_url=f"{address}/alerts", alert_secret=SECRET
        )
        async with working(settings) as runtime:
            for run_id in (1, 2, 3):
                await runtime.requests.request_video(run_id, "スクワット", 5)
                await settled(runtime, run_id)
            await eventually(receiver.taken, [("day", 80), ("day", 100)], within=30)
    assert len(jobs(tmp_path)) == 2
    for headers, body in receiver.tries:
        said = Webhook(SECRET).verify(body, dict(headers))
        assert said["type"] == "budget.reached"
        assert (said["data"]["limit"], said["data"]["currency"]) == (1.1, "USD")
        assert headers["webhook-id"].startswith("budget-day-20")
    assert len({headers["webhook-id"] for headers, _ in receiver.tries}) == 2
    forged = receiver.tries[0][1].replace(b"80", b"10")
    with pytest.raises(Exception, match="signature"):
        Webhook(SECRET).verify(forged, dict(receiver.tries[0][0]))


async def test_costs_are_told_to_whoever_has_the_token(database_url: str, tmp_path: Path) -> None:
    settings = paid(database_url, tmp_path, budget_day=10, api_token="the-token")
    token = {"Authorization": "Bearer the-token"}
    async with serving(settings) as client:
        await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット"}, headers=token)
        await ended(client, 7)
        without = await client.get("/costs")
        wrong = await client.get("/costs", headers={"Authorization": "Bearer the-tokem"})
        answer = await client.get("/costs", headers=token)
    assert (without.status_code, wrong.status_code, answer.status_code) == (401, 401, 200)
    assert "settled" not in without.text + wrong.text
    told = answer.json()
    assert told["budgets"][0] == {"budget": "day", "limit": 10.0, "spent": 0.5}
    (total,) = told["totals"]
    assert (total["engine"], total["state"], total["attempts"], total["amount"]) == (
        "fake",
        "settled",
        1,
        0.5,
    )
    assert (told["newest"][0]["run_id"], told["newest"][0]["delivered"]) == (7, 5.0)


async def test_no_more_than_so_many_calls_within_a_minute(database_url: str, tmp_path: Path) -> None:
    settings = paid(database_url, tmp_path, engine_per_minute={"fake": 2})
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット\n" * 4, 5)

        async def begun() -> int:
            return len(jobs(tmp_path))

        await eventually(begun, 2)
        await asyncio.sleep(4)
        assert await begun() == 2
        state = await runtime.requests.state_of_run(7)
        assert state is not None
        assert sorted(clip.stage for clip in state.clips) == [
            Stage.DONE,
            Stage.DONE,
            Stage.QUEUED,
            Stage.QUEUED,
        ]

        with psycopg.connect(driver_conninfo(database_url), autocommit=True) as clock:
            clock.execute("UPDATE costs SET created_at = created_at - interval '61 seconds'")
        state = await settled(runtime, 7, within=40)
    assert {clip.stage for clip in state.clips} == {Stage.DONE}


@pytest.mark.parametrize("pays", [False, True])
async def test_an_unknown_drill_goes_to_a_paid_engine_only_by_setting(
    pays: bool, database_url: str, tmp_path: Path
) -> None:
    settings = paid(database_url, tmp_path, pay_for_unknown_drills=pays)
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "謎の運動?", 5)
        (clip,) = (await settled(runtime, 7)).clips
    if pays:
        assert clip.origin == {"ai": True, "checked": False, "movement": False, "credit": None}
    else:
        assert clip.error == {"step": "queued", "engine": "fake", "cause": "no_movement"}
    assert len(jobs(tmp_path)) == int(pays)


class Coach:
    """A form check that finds what it is told to find."""

    def __init__(self, finds: str | None) -> None:
        self._finds = finds
        self.saw: list[tuple[bool, str, object]] = []

    async def __call__(self, video: Path, drill: str, dose: Mapping[str, Any]) -> str | None:
        self.saw.append((video.stat().st_size > 0, drill, dose["reps"]))
        return self._finds


def hire(runtime: Runtime, coach: Coach) -> None:
    attempts = runtime.steps.attempts
    object.__setattr__(attempts, "arrival", replace(attempts.arrival, form_check=coach))


@pytest.mark.parametrize("finds", [None, "the knees turn in"])
async def test_a_form_check_sees_what_arrives_and_decides(
    finds: str | None, database_url: str, tmp_path: Path
) -> None:
    coach = Coach(finds)
    async with working(paid(database_url, tmp_path)) as runtime:
        hire(runtime, coach)
        await runtime.requests.request_video(7, "スクワット", 5)
        (clip,) = (await settled(runtime, 7)).clips
        assert [cost.state for cost in await costs(runtime)] == ["settled"]
    assert coach.saw == [(True, "squat", 10)]
    if finds is None:
        assert (clip.origin or {})["checked"] is True
    else:
        assert clip.error == {"step": "fetching", "engine": "fake", "cause": "wrong_form"}
        assert clip.origin is None
