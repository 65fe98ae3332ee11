"""Queries on `generated_videos`, the plan's three utilities among them."""

from collections.abc import Mapping
from typing import Any

from otehon.store.rows import Video, VideoStatus
from otehon.store.session import Session

# Where the clips of a video have got to, as one status. A clip that plays while a better one is on its way
# leaves the video `generating`.
STATUS_OF_CLIPS = """
    CASE
        WHEN bool_or(stage = 'canceled') THEN 'canceled'
        WHEN bool_or(finished_at IS NULL) THEN
            CASE WHEN bool_and(stage = 'queued' AND engine IS NULL) THEN 'pending' ELSE 'generating' END
        WHEN bool_or(shown_engine IS NOT NULL) THEN 'completed'
        ELSE 'failed'
    END
"""


class VideoQueries(Session):
    """Generation requests."""

    async def save_video_generation_request(self, run_id: int, prompt_text: str) -> int:
        """A new request of a run; its id."""
        query = """
            INSERT INTO generated_videos (run_id, prompt_text, generation_status)
            VALUES (:run_id, :prompt_text, 'pending') RETURNING id
        """
        return int(await self._value(query, run_id=run_id, prompt_text=prompt_text))

    async def update_video_generation_status(
        self, video_id: int, status: str, video_url: str | None = None, error_message: str | None = None
    ) -> None:
        """Set the status. A `video_url` is accepted, as the plan's signature has it, and not stored."""
        del video_url
        query = """
            UPDATE generated_videos SET
                generation_status = CAST(:status AS varchar),
                error_message = :error_message,
                completed_at = CASE WHEN :status IN ('completed', 'failed', 'canceled')
                                    THEN COALESCE(completed_at, now()) END
            WHERE id = :id
        """
        await self._run(query, id=video_id, status=status, error_message=error_message)

    async def get_video_by_run_id(self, run_id: int) -> Video | None:
        """The newest request of a run."""
        return _video_if(
            await self._row(
                "SELECT * FROM generated_videos WHERE run_id = :id ORDER BY id DESC LIMIT 1", id=run_id
            )
        )

    async def get_video(self, video_id: int) -> Video | None:
        """A request by its own id."""
        return _video_if(await self._row("SELECT * FROM generated_videos WHERE id = :id", id=video_id))

    async def find_video(self, run_id: int, prompt_text: str) -> Video | None:
        """The newest request of a run with the same text."""
        query = """
            SELECT * FROM generated_videos WHERE run_id = :run_id AND prompt_text = :prompt_text
            ORDER BY id DESC LIMIT 1
        """
        return _video_if(await self._row(query, run_id=run_id, prompt_text=prompt_text))

    async def lock_video(self, video_id: int) -> Video | None:
        """The request, held until this transaction ends. Taken before any of its clips is written."""
        query = "SELECT * FROM generated_videos WHERE id = :id FOR UPDATE"
        return _video_if(await self._row(query, id=video_id))

    async def lock_videos_of_run(self, run_id: int) -> None:
        """Hold every request of a run: no step writes one of its clips until this transaction ends."""
        await self._rows("SELECT id FROM generated_videos WHERE run_id = :id FOR UPDATE", id=run_id)

    async def settle_video(self, video_id: int) -> VideoStatus:
        """Derive the video's status from its clips. The caller holds `lock_video`."""
        query = f"""
            SELECT {STATUS_OF_CLIPS} AS status,
                   string_agg(DISTINCT error ->> 'cause', ', ') FILTER (WHERE shown_engine IS NULL) AS causes
            FROM clips WHERE video_id = :id
        """
        row = await self._row(query, id=video_id) or {}
        status = VideoStatus(row["status"] or "failed")
        message = row["causes"] if status is VideoStatus.FAILED else None
        await self.update_video_generation_status(video_id, status, error_message=message)
        return status

    async def count_videos(self) -> dict[str, int]:
        """How many requests there are in each status."""
        rows = await self._rows(
            "SELECT generation_status AS s, count(*) AS n FROM generated_videos GROUP BY 1"
        )
        return {str(row["s"]): int(row["n"]) for row in rows}


def _video_if(row: Mapping[str, Any] | None) -> Video | None:
    return None if row is None else video_from(row)


def video_from(row: Mapping[str, Any]) -> Video:
    """The video of a row with all its columns."""
    status = VideoStatus(row["generation_status"] or "pending")
    values: dict[str, Any] = {**row, "generation_status": status}
    return Video(**values)
