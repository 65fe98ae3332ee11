import asyncio

import psycopg
import pytest

from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.migrate import migrate
from otehon.store.repository import Repository
from otehon.store.rows import NewClip, Stage, VideoStatus

SQUAT = NewClip(drill="squat", title="スクワット", words="スクワット 10回", dose={"reps": 10}, seconds=5)
PLANK = NewClip(drill="plank", title="プランク", words="プランク 30秒", dose={"hold": 30}, seconds=5)


async def new_video(repository: Repository, run_id: int = 7) -> int:
    await repository.ensure_run(run_id)
    video_id = await repository.save_video_generation_request(run_id, "ドリル")
    await repository.add_clips(video_id, [SQUAT, PLANK])
    return video_id


async def test_generated_videos_has_the_columns_of_the_plan(database_url: str) -> None:
    connection = await psycopg.AsyncConnection.connect(driver_conninfo(database_url))
    async with connection:
        cursor = await connection.execute(
            "SELECT column_name, data_type, is_nullable FROM information_schema.columns"
            " WHERE table_name = 'generated_videos' ORDER BY ordinal_position"
        )
        columns = await cursor.fetchall()
        cursor = await connection.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = 'generated_videos'"
        )
        indexes = {row[0] for row in await cursor.fetchall()}

    assert columns == [
        ("id", "integer", "NO"),
        ("run_id", "integer", "NO"),
        ("prompt_text", "text", "NO"),
        ("generation_status", "character varying", "YES"),
        ("error_message", "text", "YES"),
        ("created_at", "timestamp without time zone", "YES"),
        ("completed_at", "timestamp without time zone", "YES"),
    ]
    assert {"idx_generated_videos_run_id", "idx_generated_videos_status"} <= indexes


async def test_the_three_utilities_of_the_plan(database: Database) -> None:
    async with database.transaction() as repository:
        await repository.ensure_run(7)
        video_id = await repository.save_video_generation_request(7, "ドリル")
        await repository.update_video_generation_status(video_id, "completed", "https://example.org/x.mp4")
        video = await repository.get_video_by_run_id(7)

    assert video is not None
    assert (video.id, video.generation_status) == (video_id, VideoStatus.COMPLETED)
    assert video.completed_at is not None


async def test_a_run_of_ours_never_takes_an_id_that_a_client_chose(database: Database) -> None:
    async with database.transaction() as repository:
        first = await repository.new_run()
        assert first is not None
        await repository.ensure_run(first + 1)
        second = await repository.new_run()

    assert second == first + 2


async def test_a_foreign_runs_table_is_read_and_never_written(server: str, database_url: str) -> None:
    name = f"foreign_{database_url.split('/test_')[1].split('?')[0]}"
    async with await psycopg.AsyncConnection.connect(driver_conninfo(server), autocommit=True) as admin:
        await admin.execute(f"CREATE DATABASE {name}".encode())
    url = server.replace("/postgres?", f"/{name}?", 1)
    async with await psycopg.AsyncConnection.connect(driver_conninfo(url)) as connection:
        await connection.execute("CREATE TABLE runs (id SERIAL PRIMARY KEY, runner TEXT NOT NULL)")
        await connection.execute("INSERT INTO runs (runner) VALUES ('someone')")
    migrate(url)
    database = Database(url)

    async with database.transaction() as repository:
        assert await repository.ensure_run(1)
        assert not await repository.ensure_run(2)
        assert await repository.new_run() is None
        await repository.save_video_generation_request(1, "ドリル")
        assert await repository.delete_run(1)
        assert await repository.run_exists(1)

    await database.close()
    async with await psycopg.AsyncConnection.connect(driver_conninfo(server), autocommit=True) as admin:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


async def test_a_transition_onto_an_old_revision_is_refused(database: Database) -> None:
    async with database.transaction() as repository:
        video_id = await new_video(repository)
        clip = (await repository.clips_of_video(video_id))[0]
        changed = await repository.change_clip(clip, stage=Stage.SUBMITTING, engine="studio", handle={"a": 1})
        stale = await repository.change_clip(clip, stage=Stage.FAILED)

    assert changed is not None
    assert changed.handle == {"a": 1}
    assert changed.dose == {"reps": 10}
    assert changed.revision == clip.revision + 1
    assert stale is None


@pytest.mark.parametrize(
    ("stages", "shown", "expected"),
    [
        (["queued", "queued"], [None, None], "pending"),
        (["waiting", "queued"], [None, None], "generating"),
        (["done", "waiting"], ["studio", "studio"], "generating"),
        (["done", "failed"], ["studio", None], "completed"),
        (["failed", "failed"], [None, None], "failed"),
        (["done", "canceled"], ["studio", None], "canceled"),
    ],
)
async def test_the_status_of_a_video_follows_from_its_clips(
    database: Database, stages: list[str], shown: list[str | None], expected: str
) -> None:
    async with database.transaction() as repository:
        video_id = await new_video(repository)
        for clip, stage, engine in zip(await repository.clips_of_video(video_id), stages, shown, strict=True):
            finished = clip.created_at if Stage(stage).is_final else None
            await repository.change_clip(clip, stage=stage, shown_engine=engine, finished_at=finished)
        assert await repository.settle_video(video_id) == expected


async def test_two_clips_that_end_at_once_still_complete_their_video(database: Database) -> None:
    async with database.transaction() as repository:
        video_id = await new_video(repository)
        clips = await repository.clips_of_video(video_id)

    async def finish(index: int) -> None:
        async with database.transaction() as repository:
            await repository.lock_video(video_id)
            clip = clips[index]
            await repository.change_clip(
                clip, stage=Stage.DONE, shown_engine="studio", finished_at=clip.created_at
            )
            await asyncio.sleep(0.05)
            await repository.settle_video(video_id)

    await asyncio.gather(finish(0), finish(1))
    async with database.transaction() as repository:
        video = await repository.get_video(video_id)

    assert video is not None
    assert video.generation_status is VideoStatus.COMPLETED


async def test_nothing_of_a_failed_transaction_remains(database: Database) -> None:
    async def fail_midway() -> None:
        async with database.transaction() as repository:
            await new_video(repository)
            raise RuntimeError("mishap")

    with pytest.raises(RuntimeError, match="mishap"):
        await fail_midway()

    async with database.transaction() as repository:
        assert not await repository.run_exists(7)
