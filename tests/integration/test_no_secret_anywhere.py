"""Every secret is configured, everything fails, and then each place that a person may look at is searched."""

import asyncio
import base64
import itertools
import json
import subprocess
import sys
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx2
import psycopg
import pytest
from psycopg import sql
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from otehon.emulator.app import Running, emulating
from otehon.emulator.script import FAULTS, Script
from otehon.store.address import driver_conninfo
from tests.integration.asgi_server import serving_app
from tests.integration.machine import Machine, free_port

# None has the look of a key, so that nothing strikes it out by its form alone.
SECRETS = {
    "OTEHON_OPENAI_VIDEOS__API_KEY": "canary-of-videos-7f3a",
    "OPENAI_API_KEY": "canary-of-openai-5b21",
    "GEMINI_API_KEY": "canary-of-gemini-91cd",
    "OTEHON_PROMPTS__API_KEY": "canary-of-prompts-d00d",
    "OTEHON_API_TOKEN": "canary-of-the-token-42ee",
    "OTEHON_LINK_SECRET": "canary-of-links-0c0c-0c0c-0c0c-0c0c",
    "OTEHON_ALERT_SECRET": "whsec_" + base64.b64encode(b"canary of the webhook's 24 b").decode(),
}
HOOK = "canary-in-the-hooks-path-6d6d"
TOKEN = {"Authorization": f"Bearer {SECRETS['OTEHON_API_TOKEN']}", "Content-Type": "application/json"}

LONG = {"hang_after_accept", "slow", "slow_content", "huge", "huge_chunked"}
"""They say nothing that the others do not, and take long."""

CASES = [name for names in FAULTS.values() for name in names if name not in LONG]


class Hook:
    """Refuses alerts, and repeats what it was sent."""

    def __init__(self) -> None:
        self.came = 0
        self.app = Starlette(routes=[Route("/{path:path}", self._answer, methods=["POST"])])

    async def _answer(self, request: Request) -> Response:
        self.came += 1
        return Response(str(request.headers), 500)


@pytest.fixture
def machine(database_url: str, tmp_path: Path) -> Generator[Machine]:
    machine = Machine(database_url, tmp_path)
    yield machine
    machine.stop()


def environment(emulator: Running, hook: str, home: Path) -> dict[str, str]:
    prices = home / "prices.yaml"
    lines = [
        "{engine: openai-videos, per_second: 0.1, read: 2026-11-25, source: test}",
        "{engine: gemini-omni, per_second: 0.1, read: 2026-11-25, source: test}",
    ]
    prices.write_text("currency: USD\nprices:\n" + "".join(f"- {line}\n" for line in lines))
    return SECRETS | {
        "OTEHON_ENGINES": "gemini-omni,openai-videos",
        "OTEHON_OPENAI_VIDEOS__BASE_URL": f"{emulator.address}/v1",
        "OTEHON_OPENAI_VIDEOS__MODEL": "m",
        "OTEHON_GEMINI_OMNI__BASE_URL": emulator.address,
        "OTEHON_PROMPTS__MODEL": "m",
        "OTEHON_PROMPTS__BASE_URL": f"{emulator.address}/v1",
        "OTEHON_PAY_FOR_UNKNOWN_DRILLS": "true",
        "OTEHON_PROTECT_READS": "true",
        "OTEHON_ALERT_URL": f"{hook}/{HOOK}",
        "OTEHON_PRICES": str(prices),
        "OTEHON_BUDGET_DAY": "1000",
        "OTEHON_BUDGET_RUN": "1.2",
        "OTEHON_LOG_LEVEL": "DEBUG",
        "OTEHON_LOG_FORMAT": "json",
    }


def conducted(url: str, query: str) -> list[str]:
    with psycopg.connect(driver_conninfo(url), autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        return [str(row) for row in cursor.fetchall()] if cursor.description else []


def dump(url: str) -> str:
    """Every row of every table, the queue's too."""
    tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    with psycopg.connect(driver_conninfo(url)) as connection:
        names = [str(row[0]) for row in connection.execute(tables)]
        rows = [
            str(row[0])
            for name in names
            for row in connection.execute(sql.SQL("SELECT t::text FROM {} AS t").format(sql.Identifier(name)))
        ]
    assert {"clips", "costs", "procrastinate_jobs", "procrastinate_events", "breakers"} <= set(names)
    assert any("zz_" in row for row in rows)
    return "\n".join(rows)


@asynccontextmanager
async def nobody_rests(url: str) -> AsyncGenerator[None]:
    """Engines that a fault has put to rest are asked again at once."""

    async def wake() -> None:
        while True:
            await asyncio.to_thread(conducted, url, "DELETE FROM breakers")
            await asyncio.sleep(0.05)

    waking = asyncio.create_task(wake())
    try:
        yield
    finally:
        waking.cancel()


async def ready(client: httpx2.AsyncClient) -> None:
    for _ in range(600):
        with suppress(httpx2.TransportError):
            if (await client.get("/status/1", headers=TOKEN)).status_code == 200:
                return
        await asyncio.sleep(0.1)
    raise AssertionError("the service did not start")


async def ask(client: httpx2.AsyncClient, run_id: int, name: str) -> None:
    body = json.dumps({"run_id": run_id, "prompt_text": f"zz_{name}_zz"})
    assert (await client.post("/generate", content=body, headers=TOKEN)).status_code == 202


def not_met(emulator: Running) -> list[str]:
    """The faults that no request has met yet."""
    met = {job.fault.name for job in emulator.state.jobs.all() if job.fault}
    sent = " ".join(str(request["body"]) for request in emulator.state.requests)
    return [n for n in CASES if f"zz_{n}_zz" not in sent or (n not in met and n not in FAULTS["create"])]


async def everything_fails(client: httpx2.AsyncClient, emulator: Running, url: str) -> None:
    """A run for each fault; at both providers, for what fails at the first goes on to the second.

    A clip whose turn comes just when an engine rests is not sent: its fault is asked for again.
    """
    emulator.state.play(Script(words={f"zz_{name}_zz": name for name in CASES}))
    runs = itertools.count(1)
    async with nobody_rests(url):
        for _ in range(5):
            for name in not_met(emulator):
                await ask(client, next(runs), name)
            deadline = asyncio.get_running_loop().time() + 40
            while not_met(emulator) and asyncio.get_running_loop().time() < deadline:
                await asyncio.sleep(0.2)
        await asyncio.sleep(3)
    assert not_met(emulator) == []


async def answers(client: httpx2.AsyncClient) -> str:
    """What the service tells anybody who asks, as it should be asked and as it should not."""
    paths = ["/metrics", "/costs", "/docs", "/openapi.json", "/readyz", "/livez", "/drills", "/nowhere"]
    told: list[str] = []
    for run_id in range(1, len(CASES) + 1):
        status = (await client.get(f"/status/{run_id}", headers=TOKEN)).json()
        told.append(json.dumps(status))
        paths += [f"/videos/{status['video_id']}", *(f"/clips/{c['clip_id']}" for c in status["clips"])]
    for headers in (TOKEN, {}, {"Authorization": "Bearer wrong"}):
        for path in paths:
            answer = await client.get(path, headers=headers)
            told += [str(answer.headers), answer.text]
    for path, body in (("/generate", "{"), ("/session", '{"token": "wrong"}'), ("/runs", '{"advice": ""}')):
        answer = await client.post(path, content=body, headers=TOKEN)
        told += [str(answer.headers), answer.text]
    async with client.stream("GET", "/status/1/events", headers=TOKEN) as stream:
        lines = stream.aiter_lines()
        told += [await anext(lines) for _ in range(3)]
    return "\n".join(told)


def said_by(command: str, settings: Mapping[str, str], url: str, home: Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "otehon", *command.split()],
        env={"DATABASE_URL": url, "OTEHON_HOME": str(home), "PATH": "/usr/bin:/bin", **settings},
        capture_output=True,
        text=True,
        cwd=home,
        timeout=90,
    )
    return ended.stdout + ended.stderr


def found_in(places: Mapping[str, str]) -> list[str]:
    secrets = SECRETS | {"the hook's address": HOOK}
    bare = SECRETS["OTEHON_ALERT_SECRET"].removeprefix("whsec_")
    named = [*secrets.items(), ("the webhook's secret without its sign", bare)]
    return [f"{name} in {place}" for place, text in places.items() for name, key in named if key in text]


@pytest.mark.timeout(360)
async def test_no_secret_is_in_any_log_row_answer_or_report(
    machine: Machine, database_url: str, tmp_path: Path
) -> None:
    hook = Hook()
    async with emulating() as emulator, serving_app(hook.app) as address:
        settings = environment(emulator, address, tmp_path)
        port = free_port()
        machine.start("serve", "--port", str(port), more=settings)
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            await ready(client)
            await everything_fails(client, emulator, database_url)
            places = {"answers": await answers(client), "rows": dump(database_url)}
        emulator.state.play(Script(key="another"))
        for command in ("doctor", "doctor --json", "costs", "costs --json"):
            places[command] = await asyncio.to_thread(said_by, command, settings, database_url, tmp_path)
    machine.stop()
    places["log"] = (tmp_path / "0.log").read_text()

    assert found_in(places) == []
    # The search has searched what it should have.
    assert hook.came > 0
    assert "does not accept the key; set OTEHON_OPENAI_VIDEOS__API_KEY" in places["doctor"]
    assert "Google does not accept the key" in places["doctor --json"]
    assert "Your key: ***" in places["log"]
    for cause in ("no_key", "no_credit", "moderated_before", "bad_request", "rate_limited", "blocked"):
        assert f'"cause": "{cause}"' in places["log"]
