"""A step that was done, and whose job could not be closed: the database had no connection free."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from otehon.generation.queue import ADVANCE
from otehon.store.database import Database
from otehon.store.rows import VideoStatus
from tests.integration.service import settings_for, settled, working


async def test_the_next_step_is_taken_although_the_last_ones_job_could_not_be_closed(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failures = JobManager.finish_job, [ConnectorException("no connection is free")]

    async def finish_job(manager: JobManager, *, job: Job, **more: Any) -> None:
        if failures and job.task_name == ADVANCE:
            raise failures.pop()
        await real(manager, job=job, **more)

    monkeypatch.setattr(JobManager, "finish_job", finish_job)
    async with working(settings_for(database_url, tmp_path, {"seconds": 1, "poll_after": 0.5})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7, within=40)
        assert state.video.generation_status is VideoStatus.COMPLETED
        assert failures == []


async def test_a_dead_workers_job_whose_like_waits_already_holds_up_nobody_elses(
    database_url: str, database: Database
) -> None:
    insert = """
        INSERT INTO procrastinate_jobs (queue_name, task_name, status, lock, queueing_lock)
        SELECT 'studio', 'some', status::procrastinate_job_status, lock, CASE WHEN lock <> 'x' THEN lock END
        FROM (VALUES ('doing', 'a/b'), ('todo', 'a/b'), ('doing', 'c/d'), ('doing', 'x')) AS v (status, lock)
    """
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(insert)
        async with database.transaction() as repository:
            assert await repository.take_over_stalled(8) == 2
        found = connection.execute("SELECT lock, status::text FROM procrastinate_jobs ORDER BY lock")
        assert found.fetchall() == [("a/b", "todo"), ("c/d", "todo"), ("x", "todo")]
