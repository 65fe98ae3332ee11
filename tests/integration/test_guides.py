"""The Python and SQL of docs/integration.md, run as they stand there."""

import re
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest

from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.migrate import migrate
from tests.integration.http import ended, serving
from tests.integration.service import settings_for

GUIDE = (Path(__file__).parents[2] / "docs" / "integration.md").read_text()
ADVICE = "【💪 おすすめの補強ドリル】\nスクワット 10回"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def guide(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("OTEHON_API_TOKEN", "open sesame")
    names: dict[str, Any] = {}
    for block in blocks("python"):
        exec(block, names)
    return names


async def test_what_video_processing_calls(guide: dict[str, Any], database_url: str, tmp_path: Path) -> None:
    request = guide["request_training_video"]
    async with serving(
        settings_for(database_url, tmp_path, api_token="open sesame", shutdown_grace=0)
    ) as http:
        guide["OTEHON"] = str(http.base_url)
        first = await request(7, ADVICE)
        assert first is not None
        assert await request(7, ADVICE) == first
        assert (await ended(http, 7))["generation_status"] == "completed"
        assert await request(8, "") is None

        async with httpx2.AsyncClient(headers={"Authorization": "Bearer open sesame"}) as client:
            await guide["request_training_video_over_http"](client, 9, ADVICE)
        assert (await ended(http, 9))["generation_status"] == "completed"


async def test_the_analysis_goes_on_where_there_is_no_otehon(
    guide: dict[str, Any], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("otehon.client.PAUSE", 0.01)
    guide["OTEHON"] = "http://127.0.0.1:9"
    assert await guide["request_training_video"](7, ADVICE) is None
    assert "no training video for run 7" in caplog.text


async def test_a_user_with_these_rights_is_enough_beside_an_existing_runs_table(
    server: str, database_url: str
) -> None:
    name = re.findall(r"/(test_\w+)", database_url)[0].replace("test_", "guide_")
    with psycopg.connect(driver_conninfo(server), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
    theirs = server.replace("/postgres?", f"/{name}?", 1)
    (rights,) = blocks("sql")
    with psycopg.connect(driver_conninfo(theirs), autocommit=True) as owner:
        owner.execute("CREATE TABLE runs (id SERIAL PRIMARY KEY, runner TEXT NOT NULL)")
        owner.execute("INSERT INTO runs (runner) VALUES ('someone')")
        owner.execute(rights.encode())
    ours = theirs.replace("postgres:@", "otehon:a-long-random-word@")
    migrate(ours)
    database = Database(ours)
    async with database.transaction() as repository:
        assert await repository.ensure_run(1)
        assert not await repository.ensure_run(2)
        await repository.save_video_generation_request(1, "スクワット")
    with psycopg.connect(driver_conninfo(theirs), autocommit=True) as owner:
        owner.execute("DELETE FROM runs")
    async with database.reading() as repository:
        assert await repository.get_video_by_run_id(1) is None
    await database.close()
    with psycopg.connect(driver_conninfo(server), autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        admin.execute("DROP ROLE otehon")
