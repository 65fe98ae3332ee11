import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from otehon.store import migrate as module
from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.migrate import DatabaseBusy, UnknownRevision, downgrade, migrate, revisions
from otehon.store.rows import NewClip

SCHEMA = """
    SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE 'procrastinate%' AND table_name <> 'alembic_version'
    UNION ALL SELECT tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
    ORDER BY 1, 2
"""


def rows_of(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(driver_conninfo(url)) as connection:
        return connection.execute(query.encode()).fetchall()


async def a_video(url: str) -> int:
    database = Database(url)
    async with database.transaction() as repository:
        await repository.ensure_run(7)
        video_id = await repository.save_video_generation_request(7, "スクワット")
        await repository.add_clips(
            video_id, [NewClip("squat", "スクワット", "スクワット", {"reps": 10}, 5.0)]
        )
        await repository.save_advice(7, "スクワット")
    await database.close()
    return video_id


def test_every_migration_can_be_taken_back_and_run_again(database_url: str) -> None:
    head, seen = revisions(database_url), list[list[tuple[object, ...]]]()
    for _ in head.known:
        seen.append(rows_of(database_url, SCHEMA))
        downgrade(database_url)
    assert revisions(database_url).current is None
    assert len({str(schema) for schema in seen}) == len(head.known)

    migrate(database_url)
    for schema in seen:
        assert rows_of(database_url, SCHEMA) == schema
        downgrade(database_url)


async def test_one_step_down_and_up_leaves_the_runs_as_they_were(database_url: str) -> None:
    video_id = await a_video(database_url)
    downgrade(database_url)
    migrate(database_url)

    database = Database(database_url)
    async with database.reading() as repository:
        (clip,) = await repository.clips_of_video(video_id)
        advice = await repository.get_advice(7)
    await database.close()
    assert (clip.drill, clip.dose, advice) == ("squat", {"reps": 10}, "スクワット")


async def test_without_any_of_our_tables_the_plans_stay_and_nothing_is_generating(database_url: str) -> None:
    await a_video(database_url)
    downgrade(database_url, "base")

    assert rows_of(database_url, "SELECT run_id, generation_status FROM generated_videos") == [(7, "failed")]
    assert rows_of(database_url, "SELECT to_regclass('clips')") == [(None,)]


def test_an_older_version_works_on_a_newer_database_and_cannot_take_it_back(database_url: str) -> None:
    with psycopg.connect(driver_conninfo(database_url)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    migrate(database_url)

    assert revisions(database_url).is_newer
    with pytest.raises(UnknownRevision, match="newest image"):
        downgrade(database_url)


def test_there_is_no_way_down_to_a_revision_that_there_is_not(database_url: str) -> None:
    with pytest.raises(UnknownRevision, match="otehon db show"):
        downgrade(database_url, "0815")


def test_a_table_that_is_held_is_not_waited_for_so_that_readers_go_on(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PATIENCE_MS": 100, "PAUSE": 0.01, "TRIES": 2}.items():
        monkeypatch.setattr(module, name, value)
    with psycopg.connect(driver_conninfo(database_url)) as backup:
        backup.execute("SELECT count(*) FROM clips")
        with pytest.raises(DatabaseBusy, match="backup"):
            downgrade(database_url)
    downgrade(database_url)


@pytest.fixture
def otehon(database_url: str, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    environment = {**os.environ, "DATABASE_URL": database_url, "OTEHON_HOME": str(tmp_path)}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "otehon", *command], env=environment, capture_output=True, text=True
        )

    return run


def test_the_command_shows_where_the_database_is_and_goes_down_and_up(
    otehon: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    head = otehon("db", "show").stdout.splitlines()
    assert head[-1].startswith("→ ")
    assert head[0].startswith("  0001")

    down = otehon("db", "downgrade").stdout.splitlines()
    assert [line[2:] for line in down] == [line[2:] for line in head]
    assert down[-2].startswith("→ ")

    assert otehon("db", "upgrade").stdout.splitlines() == head

    wrong = otehon("db", "downgrade", "0815")
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr
