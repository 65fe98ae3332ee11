"""Queries on `clips`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from otehon.store.rows import Clip, NewClip, Stage
from otehon.store.session import Row, Session

COLUMNS = (
    "id, video_id, position, drill, title, words, dose, seconds, stage, engine, tried, handle, attempt,"
    " progress, error, shown_engine, studio_media, engine_media, deadline, revision, created_at,"
    " first_picture_at, finished_at, frames_done, frames_total, origin"
)
NOTHING_DRAWN = "frames_done = NULL, frames_total = NULL"
"""Every transition ends what was being drawn."""

JSON_COLUMNS = ("handle", "error", "dose", "origin")
ACTIVE_JOB = (
    "SELECT FROM procrastinate_jobs j WHERE j.lock = clips.id::text AND j.status IN ('todo', 'doing')"
)


class ClipQueries(Session):
    """Clips and their way through the engines."""

    async def add_clips(self, video_id: int, clips: Sequence[NewClip]) -> list[UUID]:
        """Clips of a new video, in the advice's order; their ids."""
        query = """
            INSERT INTO clips (video_id, position, drill, title, words, dose, seconds)
            VALUES (:video_id, :position, :drill, :title, :words, CAST(:dose AS jsonb), :seconds) RETURNING id
        """
        return [
            await self._value(
                query,
                video_id=video_id,
                position=position,
                drill=clip.drill,
                title=clip.title,
                words=clip.words,
                dose=json.dumps(dict(clip.dose)),
                seconds=clip.seconds,
            )
            for position, clip in enumerate(clips)
        ]

    async def get_clip(self, clip_id: UUID) -> Clip | None:
        """A clip by its id."""
        row = await self._row(f"SELECT {COLUMNS} FROM clips WHERE id = :id", id=clip_id)
        return None if row is None else clip_from(row)

    async def get_clip_of_run(self, clip_id: UUID) -> tuple[Clip, int] | None:
        """A clip with the id of its run."""
        query = f"""
            SELECT {COLUMNS}, (SELECT run_id FROM generated_videos v WHERE v.id = video_id) AS run_id
            FROM clips WHERE id = :id
        """
        row = await self._row(query, id=clip_id)
        if row is None:
            return None
        return clip_from({name: value for name, value in row.items() if name != "run_id"}), int(row["run_id"])

    async def clips_of_video(self, video_id: int) -> list[Clip]:
        """The clips of a video, in order."""
        query = f"SELECT {COLUMNS} FROM clips WHERE video_id = :id ORDER BY position"
        return [clip_from(row) for row in await self._rows(query, id=video_id)]

    async def clips_of_run(self, run_id: int) -> list[Clip]:
        """The clips of every video of a run."""
        query = f"""
            SELECT {COLUMNS} FROM clips
            WHERE video_id IN (SELECT id FROM generated_videos WHERE run_id = :id) ORDER BY video_id, position
        """
        return [clip_from(row) for row in await self._rows(query, id=run_id)]

    async def change_clip(self, clip: Clip, **changes: object) -> Clip | None:
        """Write a transition onto the revision that was read; none when somebody has written since."""
        assignments = ", ".join([*map(_assignment, changes), NOTHING_DRAWN, "revision = revision + 1"])
        query = f"""
            UPDATE clips SET {assignments}
            WHERE id = :_id AND revision = :_revision RETURNING {COLUMNS}
        """
        values = {name: _stored(name, value) for name, value in changes.items()}
        row = await self._row(query, **values, _id=clip.id, _revision=clip.revision)
        return None if row is None else clip_from(row)

    async def set_progress(self, clip: Clip, progress: float, done: int | None, total: int | None) -> bool:
        """Note how far a step is, in frames where it counts them, while the clip is where the step began."""
        query = """
            UPDATE clips SET progress = :progress, frames_done = :done, frames_total = :total
            WHERE id = :id AND revision = :revision
        """
        values = {"id": clip.id, "revision": clip.revision, "done": done, "total": total}
        return bool(await self._run(query, progress=progress, **values))

    async def cancel_clips(self, video_id: int) -> list[Clip]:
        """Cancel what is not finished; the clips as they were before."""
        before = [clip for clip in await self.clips_of_video(video_id) if not clip.stage.is_final]
        query = f"""
            UPDATE clips SET stage = 'canceled', finished_at = now(), {NOTHING_DRAWN},
                revision = revision + 1
            WHERE video_id = :id AND finished_at IS NULL
        """
        await self._run(query, id=video_id)
        return before

    async def restart_clips(self, video_id: int) -> list[Clip]:
        """Put every clip that has nothing to play, or whose better engine failed, back to its beginning."""
        query = f"""
            UPDATE clips SET stage = 'queued', engine = NULL, tried = '{{}}', handle = NULL, attempt = 0,
                progress = 0, error = NULL, deadline = NULL, finished_at = NULL, {NOTHING_DRAWN},
                revision = revision + 1
            WHERE video_id = :id AND finished_at IS NOT NULL AND (stage <> 'done' OR error IS NOT NULL)
            RETURNING {COLUMNS}
        """
        return [clip_from(row) for row in await self._rows(query, id=video_id)]

    async def clips_at(self, engine: str) -> int:
        """How many clips an engine is busy with now."""
        query = """
            SELECT count(*) FROM clips
            WHERE finished_at IS NULL AND engine = :engine AND stage IN ('submitting', 'waiting', 'fetching')
        """
        return int(await self._value(query, engine=engine))

    async def clips_without_job(self, older_than: float) -> list[Clip]:
        """Unfinished clips, older than so many seconds, that no job will move any more."""
        query = f"""
            SELECT {COLUMNS} FROM clips
            WHERE finished_at IS NULL AND created_at < now() - make_interval(secs => :older_than)
                AND NOT EXISTS ({ACTIVE_JOB}) LIMIT 500
        """
        return [clip_from(row) for row in await self._rows(query, older_than=older_than)]

    async def media_in_use(self, keys: Sequence[str]) -> set[str]:
        """Those of the media keys that some clip still refers to."""
        query = """
            SELECT studio_media AS key FROM clips WHERE studio_media = ANY(:keys)
            UNION SELECT engine_media FROM clips WHERE engine_media = ANY(:keys)
        """
        return {str(row["key"]) for row in await self._rows(query, keys=list(keys))}

    async def clips_without_studio(self, keys: Sequence[str]) -> list[Clip]:
        """Clips that show these keys of a better engine, and have nothing of the studio to fall back on."""
        query = f"SELECT {COLUMNS} FROM clips WHERE engine_media = ANY(:keys) AND studio_media IS NULL"
        return [clip_from(row) for row in await self._rows(query, keys=list(keys))]

    async def give_studio(self, clip_id: UUID, media: str | None) -> None:
        """Name the studio's footage of a clip, which is drawn when somebody looks."""
        query = "UPDATE clips SET studio_media = :media, revision = revision + 1 WHERE id = :id"
        await self._run(query, id=clip_id, media=media)

    async def forget_engine_media(self, keys: Sequence[str]) -> list[int]:
        """A better engine's clip has been swept: the studio's is shown again, for it can be made again.

        Where there is none the clip has failed, and can be asked for once more; the videos of such clips.
        """
        query = """
            UPDATE clips SET engine_media = NULL, origin = NULL, revision = revision + 1,
                shown_engine = CASE WHEN studio_media IS NOT NULL THEN 'studio' END,
                stage = CASE WHEN studio_media IS NULL AND stage = 'done' THEN 'failed' ELSE stage END,
                error = CASE WHEN studio_media IS NULL AND stage = 'done'
                    THEN jsonb_build_object('step', 'fetching', 'engine', shown_engine, 'cause', 'expired')
                    ELSE error END
            WHERE engine_media = ANY(:keys) RETURNING video_id, shown_engine
        """
        rows = await self._rows(query, keys=list(keys))
        return sorted({int(row["video_id"]) for row in rows if row["shown_engine"] is None})

    async def count_clips(self) -> list[tuple[str, str, int]]:
        """(stage, engine, how many) of every clip."""
        query = "SELECT stage, COALESCE(engine, '') AS engine, count(*) AS n FROM clips GROUP BY 1, 2"
        return [(str(row["stage"]), str(row["engine"]), int(row["n"])) for row in await self._rows(query)]

    async def count_errors(self) -> list[tuple[str, str, int]]:
        """(cause, engine, how many clips) of the errors that clips carry now."""
        query = """
            SELECT error ->> 'cause' AS cause, COALESCE(error ->> 'engine', '') AS engine, count(*) AS n
            FROM clips WHERE error IS NOT NULL GROUP BY 1, 2
        """
        return [(str(row["cause"]), str(row["engine"]), int(row["n"])) for row in await self._rows(query)]


def _assignment(column: str) -> str:
    if column in JSON_COLUMNS:
        return f"{column} = CAST(:{column} AS jsonb)"
    return f"{column} = :{column}"


def _stored(column: str, value: object) -> object:
    if column in JSON_COLUMNS and value is not None:
        return json.dumps(value, ensure_ascii=False)
    return value


def clip_from(row: Row | Mapping[str, Any]) -> Clip:
    """The clip of a row with all its columns."""
    values: dict[str, Any] = {**row, "stage": Stage(row["stage"])}
    return Clip(**values)
