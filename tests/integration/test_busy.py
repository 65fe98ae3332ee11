import asyncio
from pathlib import Path
from random import seed

import httpx2
import pytest
from procrastinate.exceptions import ConnectorException
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from otehon.api.problems import BUSY_FOR
from otehon.client import LONGEST_PAUSE, pause_after
from otehon.generation import requests
from otehon.generation import runtime as runtime_module
from otehon.store.database import Busy, Database
from tests.integration.real_server import serving, serving_unready
from tests.integration.service import settings_for


@pytest.fixture
async def narrow(database_url: str):
    database = Database(database_url, pool_size=1, most_waiting=2, patience=0.3)
    yield database
    await database.close()


async def ping(database: Database) -> None:
    async with database.reading() as repository:
        await repository.ping()


async def test_more_than_may_wait_are_turned_away_at_once_and_the_others_get_their_turn(narrow: Database):
    async with narrow.reading():
        waiting = [asyncio.create_task(ping(narrow)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await ping(narrow)
    await asyncio.gather(*waiting)
    await ping(narrow)


async def test_who_waited_in_vain_is_told_that_others_had_their_turn(database_url: str):
    database = Database(database_url, pool_size=1, patience=3)
    first, second, end = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def hold(taken: asyncio.Event, until: asyncio.Event) -> None:
        async with database.reading():
            taken.set()
            await until.wait()

    let_go = asyncio.Event()
    held = [asyncio.create_task(hold(first, let_go))]
    await first.wait()
    held.append(asyncio.create_task(hold(second, end)))
    await asyncio.sleep(0)
    in_vain = asyncio.create_task(ping(database))
    await asyncio.sleep(0)
    let_go.set()
    await second.wait()
    with pytest.raises(Busy):
        await in_vain
    end.set()
    await asyncio.gather(*held)
    await database.close()


async def test_where_nothing_moves_at_all_it_is_the_database_that_is_away(narrow: Database):
    async with narrow.reading():
        with pytest.raises(SQLAlchemyError):
            await ping(narrow)


async def test_busy_is_another_answer_than_away(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(runtime_module, "MOST_WAITING", 0)
    async with serving_unready(settings_for(database_url, tmp_path)) as client:
        while (refused := await client.get("/runs/1")).json()["code"] == "database-unavailable":
            await asyncio.sleep(0.02)
    assert (refused.status_code, refused.json()["code"]) == (503, "busy")
    assert BUSY_FOR[0] <= int(refused.headers["retry-after"]) <= BUSY_FOR[1]


async def test_a_queue_that_cannot_be_written_is_the_database_too(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def away(*_: object) -> None:
        raise ConnectorException

    monkeypatch.setattr(requests, "defer_advance", away)
    async with serving(settings_for(database_url, tmp_path)) as client:
        refused = await client.post("/generate", json={"run_id": 7, "prompt_text": "スクワット 10回"})
        assert (refused.status_code, refused.json()["code"]) == (503, "database-unavailable")
        assert (await client.get("/status/7")).json() == {"status": "not_found"}


async def test_a_crowd_that_asks_for_many_runs_makes_few_queries(
    database_url: str, tmp_path: Path, statements: list[str]
):
    async with serving(settings_for(database_url, tmp_path)) as client:
        for run_id in range(1, 6):
            await client.post("/generate", json={"run_id": run_id, "prompt_text": "スクワット 10回"})
        statements.clear()
        answers = await asyncio.gather(*(client.get(f"/status/{1 + one % 6}") for one in range(60)))
    looks = [statement for statement in statements if "unnest" in statement]
    assert [one.json().get("run_id") for one in answers] == [1, 2, 3, 4, 5, None] * 10
    assert len(looks) < 60


@pytest.fixture
def statements():
    from sqlalchemy import Engine

    seen: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [({"Retry-After": "4"}, 4, 6), ({}, 1, 1.5), ({"Retry-After": "3600"}, 0, LONGEST_PAUSE)],
)
def test_the_client_comes_back_when_it_is_told_and_not_with_all_the_others(
    header: dict[str, str], least: float, most: float
):
    seed(7)
    pauses = [pause_after(httpx2.Response(503, headers=header)) for _ in range(20)]
    assert least <= min(pauses) <= max(pauses) <= most
    assert len(set(pauses)) > 1 or most == LONGEST_PAUSE
