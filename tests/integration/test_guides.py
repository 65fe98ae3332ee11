"""What docs/integration.md and docs/operations.md have people run, run as it stands there."""

import re
import subprocess
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest
import yaml

from otehon.api.measures import collect
from otehon.generation.causes import CAUSES
from otehon.settings import Settings
from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.migrate import migrate
from tests.integration.http import ended, serving
from tests.integration.service import settings_for

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "integration.md").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
ADVICE = "【💪 おすすめの補強ドリル】\nスクワット 10回"


def blocks(language: str, text: str = GUIDE) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


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


async def test_every_metric_is_explained_and_alarms_are_of_metrics_that_there_are(database: Database) -> None:
    names = set(re.findall(r"^# TYPE (otehon_\w+) ", (await collect(database)).decode(), re.MULTILINE))
    names = {name for name in names if not name.endswith("_created")}
    assert {name for name in names if f"| `{name}" not in OPERATIONS} == set()

    (rules,) = blocks("yaml", OPERATIONS)
    alarms = [rule["expr"] for group in yaml.safe_load(rules)["groups"] for rule in group["rules"]]
    assert {name.removesuffix("_bucket") for name in re.findall(r"otehon_\w+", " ".join(alarms))} <= names
    (causes,) = set(re.findall(r'cause=~"([^"]+)"', " ".join(alarms)))
    assert set(causes.split("|")) <= set(CAUSES)


def test_the_first_settings_on_a_new_machine_are_valid(tmp_path: Path) -> None:
    (script,) = [block for block in blocks("sh", OPERATIONS) if "cat > .env" in block]
    lines = script[script.index("word()") : script.index("\nEOF\n") + 5]
    subprocess.run(["bash", "-euc", lines], cwd=tmp_path, check=True)

    written = (tmp_path / ".env").read_text()
    settings = Settings(_env_file=tmp_path / ".env")  # pyright: ignore[reportCallIssue]
    assert settings.database_url is not None
    (password,) = re.findall(r"^POSTGRES_PASSWORD=(.{48})$", written, re.MULTILINE)
    assert f":{password}@postgres:" in settings.database_url.get_secret_value()
    assert "video_generation" in settings.allowed_hosts


def test_commands_name_files_and_services_that_there_are() -> None:
    services = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"]
    commands = [
        line for block in blocks("sh", OPERATIONS) for line in block.splitlines() if "compose" in line
    ]
    named = re.findall(r" (?:exec(?: -T)?|run --rm) (\w+)", " ".join(commands))
    assert {"gateway", "postgres", "video_generation", "worker"} == set(named) <= set(services)
    files = set(re.findall(r"-f (\S+)", " ".join(commands)))
    assert files == {"deploy/compose.yaml"}
    for benchmark in re.findall(r"`(?:python -m )?benchmarks\.(\w+)", OPERATIONS):
        assert (ROOT / "benchmarks" / f"{benchmark}.py").exists(), benchmark
