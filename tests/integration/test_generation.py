import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from otehon.engines.base import Frames
from otehon.generation.media import PLAIN, Kind
from otehon.generation.progress import report_progress
from otehon.generation.queue import ENGINE_LANE, defer_advance
from otehon.generation.runtime import Runtime, open_runtime
from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.rows import Stage, VideoStatus
from tests.integration.service import (
    eventually,
    reached,
    read_lines,
    settings_for,
    settled,
    working,
)

TEXT = "スクワット 10回\nプランク 30秒"


async def test_a_request_becomes_a_video_with_a_clip_per_drill(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await runtime.requests.request_video(7, TEXT, 5)
        state = await settled(runtime, 7)

        assert state.video.generation_status is VideoStatus.COMPLETED
        assert [clip.title for clip in state.clips] == TEXT.splitlines()
        for clip in state.clips:
            assert (clip.stage, clip.shown_engine, clip.progress) == (Stage.DONE, "fake", 1.0)
            assert clip.engine_media is not None
            assert await runtime.media.find(clip.engine_media, PLAIN, Kind.VIDEO)


async def test_concurrent_identical_requests_make_one_video(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        videos = await asyncio.gather(*(runtime.requests.request_video(7, TEXT, 5) for _ in range(12)))
        assert len({video.id for video in videos}) == 1

        other = await runtime.requests.request_video(7, "バービー", 5)
        assert other.id != videos[0].id


async def test_an_engine_that_fails_a_few_times_is_asked_again(database_url: str, tmp_path: Path) -> None:
    script = {"submit": ["try_again", "bug"], "poll": ["try_again"], "fetch": ["try_again"]}
    async with working(settings_for(database_url, tmp_path, script)) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7, within=25)

    assert state.video.generation_status is VideoStatus.COMPLETED


async def test_a_refused_clip_says_step_engine_and_cause_and_retry_keeps_its_id(
    database_url: str, tmp_path: Path
) -> None:
    async with working(settings_for(database_url, tmp_path, {"refuse_words": "プランク"})) as runtime:
        await runtime.requests.request_video(7, "プランク", 5)
        failed = await settled(runtime, 7)
    assert failed.video.generation_status is VideoStatus.FAILED
    assert failed.video.error_message == "moderated_before"
    assert failed.clips[0].error == {"step": "submitting", "engine": "fake", "cause": "moderated_before"}

    async with working(settings_for(database_url, tmp_path)) as runtime:
        await runtime.requests.retry(failed.video.id)
        done = await settled(runtime, 7)
    assert done.video.generation_status is VideoStatus.COMPLETED
    assert done.video.error_message is None
    assert [clip.id for clip in done.clips] == [clip.id for clip in failed.clips]


async def test_one_failed_clip_does_not_fail_the_others(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path, {"refuse_words": "プランク"})) as runtime:
        await runtime.requests.request_video(7, TEXT, 5)
        state = await settled(runtime, 7)

    assert state.video.generation_status is VideoStatus.COMPLETED
    assert [clip.stage for clip in state.clips] == [Stage.DONE, Stage.FAILED]


async def test_an_unknown_outcome_is_never_retried_by_asking_again(database_url: str, tmp_path: Path) -> None:
    script = {"submit": ["outcome_unknown"] * 9}
    async with working(settings_for(database_url, tmp_path, script)) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)
        assert state.clips[0].stage is Stage.UNKNOWN

        again = await runtime.requests.request_video(7, "スクワット", 5)
        assert again.generation_status is VideoStatus.FAILED


async def test_a_late_clip_fails_at_its_deadline(database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url, tmp_path, {"seconds": 60, "poll_after": 0.2}, clip_deadline=1)
    async with working(settings) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        state = await settled(runtime, 7)

    assert state.clips[0].error == {"step": "waiting", "engine": "fake", "cause": "time_out"}


async def test_progress_is_what_the_provider_says(database_url: str, tmp_path: Path) -> None:
    script = {"seconds": 3, "poll_after": 0.2}
    seen: list[float] = []
    async with working(settings_for(database_url, tmp_path, script)) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        while not (state := await runtime.requests.state_of_run(7)) or not state.video.completed_at:
            seen += [clip.progress for clip in state.clips] if state else []
            await asyncio.sleep(0.1)

    assert seen == sorted(seen)
    assert len(set(seen)) >= 3


async def test_a_clip_says_how_many_come_before_it_only_while_it_waits_in_line(
    database_url: str, tmp_path: Path
) -> None:
    async with open_runtime(settings_for(database_url, tmp_path, {"seconds": 60}), read_lines) as runtime:
        for run_id in (7, 8):
            await runtime.requests.request_video(run_id, TEXT, 5)
        # Fair: the second clip of a run stands behind the first ones of both.
        assert await _places(runtime, 7) == [0, 2]
        assert await _places(runtime, 8) == [1, 3]

        work = asyncio.create_task(runtime.work())
        await reached(runtime, 8, VideoStatus.GENERATING)
        await eventually(lambda: _places(runtime, 8), [None, None])
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


async def _places(runtime: Runtime, run_id: int) -> list[int | None]:
    state = await runtime.requests.state_of_run(run_id)
    assert state is not None
    return [clip.ahead for clip in state.clips]


async def test_frames_are_counted_while_a_clip_is_drawn_and_only_then(database: Database) -> None:
    async with database.transaction() as repository:
        await repository.ensure_run(7)
        video_id = await repository.save_video_generation_request(7, TEXT)
        await repository.add_clips(video_id, read_lines("スクワット", 5).clips)
        [clip] = await repository.clips_of_video(video_id)
    async with report_progress(database, clip) as progress:
        progress(Frames(45, 150))
        await eventually(lambda: _frames(database, video_id), (45, 150, 0.3))
    async with database.transaction() as repository:
        assert await repository.change_clip(clip, stage=Stage.WAITING)
    assert (await _frames(database, video_id))[:2] == (None, None)


async def _frames(database: Database, video_id: int) -> tuple[int | None, int | None, float]:
    async with database.reading() as repository:
        [clip] = await repository.clips_of_video(video_id)
    return clip.frames_done, clip.frames_total, round(clip.progress, 4)


async def test_cancel_ends_a_waiting_clip_and_asking_restarts_it(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path, {"seconds": 60})) as runtime:
        video = await runtime.requests.request_video(7, "スクワット", 5)
        await reached(runtime, 7, VideoStatus.GENERATING)
        await runtime.requests.cancel(video.id)
        state = await settled(runtime, 7)
        assert state.video.generation_status is VideoStatus.CANCELED
        await asyncio.sleep(0.3)
        async with runtime.database.reading() as repository:
            assert await repository.queue_depth() == []

        again = await runtime.requests.request_video(7, "スクワット", 5)
        assert again.id == video.id
        await reached(runtime, 7, VideoStatus.GENERATING)


async def test_a_clip_that_waits_for_its_provider_is_not_in_line(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path, {"seconds": 60, "poll_after": 30})) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)

        async def depth() -> object:
            async with runtime.database.reading() as repository:
                return [counted for counted in await repository.queue_depth() if counted[0] == ENGINE_LANE]

        await eventually(depth, [(ENGINE_LANE, "later", 1)])


async def test_a_deleted_run_takes_its_clips_jobs_and_media_along(database_url: str, tmp_path: Path) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await runtime.requests.request_video(7, TEXT, 5)
        await settled(runtime, 7)
        assert await runtime.media.files()

        assert await runtime.requests.delete_run(7)
        assert not await runtime.requests.delete_run(7)
        assert await runtime.requests.state_of_run(7) is None
        assert await runtime.media.files() == []


async def test_stopping_hands_a_running_step_back_and_the_next_worker_finishes_it(
    database_url: str, tmp_path: Path
) -> None:
    slow = settings_for(database_url, tmp_path, {"fetch_seconds": 60}, shutdown_grace=0.2)
    async with working(slow) as runtime:
        await runtime.requests.request_video(7, "スクワット", 5)
        await reached(runtime, 7, VideoStatus.GENERATING)
        await asyncio.sleep(0.5)

    async with working(settings_for(database_url, tmp_path)) as runtime:
        state = await settled(runtime, 7)
    assert state.video.generation_status is VideoStatus.COMPLETED


@pytest.mark.parametrize("duration", [4, 12])
async def test_the_wanted_length_reaches_the_clip(database_url: str, tmp_path: Path, duration: int) -> None:
    async with working(settings_for(database_url, tmp_path)) as runtime:
        await runtime.requests.request_video(7, "スクワット", duration)
        state = await settled(runtime, 7)
    assert state.clips[0].seconds == duration


async def test_what_has_not_begun_comes_before_polls_of_what_waits(database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url, tmp_path)
    async with open_runtime(settings, read_lines) as runtime:
        for run_id in (1, 2):
            await runtime.requests.request_video(run_id, "スクワット", 5)
        async with runtime.database.transaction() as repository:
            (waiting,) = await repository.clips_of_run(1)
            due = datetime.now(UTC) + timedelta(seconds=2)
            await defer_advance(runtime.steps.queue, repository, waiting, ENGINE_LANE, due)
        with psycopg.connect(driver_conninfo(database_url)) as connection:
            query = "SELECT scheduled_at IS NOT NULL FROM procrastinate_jobs ORDER BY priority DESC, id"
            polls = [bool(row[0]) for row in connection.execute(query)]
    assert polls == [False, False, True]
