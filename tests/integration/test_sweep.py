import os
import time
from pathlib import Path

import psycopg

from otehon.generation.media import DRAFT_LIFE, MediaStore
from otehon.generation.runtime import Runtime
from otehon.generation.sweep import Limits, sweep
from otehon.store.rows import VideoStatus
from otehon.store.states import VideoState
from tests.integration.service import settings_for, settled, working

ALL = Limits(ttl=0, max_bytes=10**9)


async def made(runtime: Runtime) -> None:
    await runtime.requests.request_video(7, "スクワット", 5)
    await settled(runtime, 7)


async def state(runtime: Runtime) -> VideoState:
    found = await runtime.requests.state_of_run(7)
    assert found is not None
    return found


async def test_of_a_swept_clip_nothing_is_left_not_even_a_folder(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await made(runtime)
        assert await sweep(runtime.database, runtime.media, ALL, lambda clip: None) == 1
        assert list((tmp_path / "media").iterdir()) == []
        # The folders are made again when they are needed.
        await runtime.requests.retry((await state(runtime)).video.id)
        await settled(runtime, 7)
        assert len(await runtime.media.files()) == 1


async def test_a_clip_whose_studio_never_drew_falls_back_on_the_studio(
    database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await made(runtime)
        await sweep(runtime.database, runtime.media, ALL, lambda clip: f"studio-of-{clip.drill}")
        found = await state(runtime)
        assert (found.clips[0].shown_engine, found.clips[0].studio_media) == ("studio", "studio-of-squat")
        assert found.video.generation_status is VideoStatus.COMPLETED


async def test_without_a_studio_a_swept_clip_has_failed_and_is_made_again_on_demand(
    database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await made(runtime)
        await sweep(runtime.database, runtime.media, ALL, lambda clip: None)
        found = await state(runtime)
        assert found.video.generation_status is VideoStatus.FAILED
        assert found.clips[0].error == {"step": "fetching", "engine": "fake", "cause": "expired"}
        await runtime.requests.request_video(7, "スクワット", 5)
        assert (await settled(runtime, 7)).video.generation_status is VideoStatus.COMPLETED


async def test_half_written_files_go_when_nobody_writes_on_them_any_more(
    database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await made(runtime)
        clip = next((tmp_path / "media").rglob("*.mp4"))
        fresh, old = clip.with_name("a.mp4#1"), clip.with_name("b.mp4#2")
        for draft in (fresh, old):
            draft.write_bytes(b"half")
        long_ago = time.time() - DRAFT_LIFE - 1
        os.utime(old, (long_ago, long_ago))
        await sweep(runtime.database, runtime.media, Limits(3600, 10**9), lambda clip: None)
        assert (clip.exists(), fresh.exists(), old.exists()) == (True, True, False)


async def test_jobs_that_ended_and_stayed_on_record_go_and_the_others_stay(
    database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        with psycopg.connect(database_url, autocommit=True) as connection:
            # What procrastinate leaves of a job that is to be stopped and is handed back at that moment.
            connection.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, status)"
                " VALUES ('elsewhere', 'advance_clip', 'failed'), ('elsewhere', 'advance_clip', 'todo')"
            )
            await sweep(runtime.database, runtime.media, ALL, lambda clip: None)
            found = connection.execute(
                "SELECT status::text FROM procrastinate_jobs WHERE queue_name = 'elsewhere'"
            )
            assert found.fetchall() == [("todo",)]


def test_the_homes_media_are_for_its_owner_alone(tmp_path: Path) -> None:
    MediaStore.at(None, tmp_path)
    assert (tmp_path / "media").stat().st_mode & 0o077 == 0
