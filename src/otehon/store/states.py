"""A video with its clips in one query: what every poll of every page asks for."""

from dataclasses import dataclass, fields, replace

from otehon.store.clips import COLUMNS, clip_from
from otehon.store.rows import Clip, Stage, Video
from otehon.store.session import Row, Session
from otehon.store.videos import video_from

VIDEO_COLUMNS = tuple(field.name for field in fields(Video))
CLIP_COLUMNS = tuple(name.strip() for name in COLUMNS.split(","))

DUE = "{0}.status = 'todo' AND ({0}.scheduled_at IS NULL OR {0}.scheduled_at <= now())"
FIRST = "o.priority > j.priority OR (o.priority = j.priority AND o.id < j.id)"
# The bound on the priority alone lets PostgreSQL walk the queue's index from its head.
PLACES = f"""
    SELECT j.lock AS clip, (
        SELECT count(*) FROM procrastinate_jobs AS o
        WHERE {DUE.format("o")} AND o.queue_name = j.queue_name AND o.priority >= j.priority AND ({FIRST})
    ) AS ahead
    FROM procrastinate_jobs AS j WHERE j.lock = ANY(:clips) AND {DUE.format("j")}
"""
"""Jobs that a worker takes before a clip's own, in its lane."""

SELECTED = ", ".join(
    [f"v.{name} AS v_{name}" for name in VIDEO_COLUMNS] + [f"c.{name} AS c_{name}" for name in CLIP_COLUMNS]
)
BY_RUN = f"""
    SELECT {SELECTED}
    FROM (SELECT * FROM generated_videos WHERE run_id = :id ORDER BY id DESC LIMIT 1) AS v
    LEFT JOIN clips AS c ON c.video_id = v.id ORDER BY c.position
"""
BY_VIDEO = f"""
    SELECT {SELECTED} FROM generated_videos AS v
    LEFT JOIN clips AS c ON c.video_id = v.id WHERE v.id = :id ORDER BY c.position
"""


@dataclass(frozen=True, slots=True)
class VideoState:
    """A request with its clips, as it is now."""

    video: Video
    clips: list[Clip]


class StateQueries(Session):
    """Videos with their clips."""

    async def state_of_run(self, run_id: int) -> VideoState | None:
        """The newest video of a run."""
        return await self._with_places(_state(await self._rows(BY_RUN, id=run_id)))

    async def state_of_video(self, video_id: int) -> VideoState | None:
        """A video by its own id."""
        return await self._with_places(_state(await self._rows(BY_VIDEO, id=video_id)))

    async def _with_places(self, state: VideoState | None) -> VideoState | None:
        """How many come before the clips that wait in line; asked only where some do."""
        queued = [] if state is None else [str(c.id) for c in state.clips if c.stage is Stage.QUEUED]
        if state is None or not queued:
            return state
        places = {row["clip"]: int(row["ahead"]) for row in await self._rows(PLACES, clips=queued)}
        return VideoState(state.video, [replace(c, ahead=places.get(str(c.id))) for c in state.clips])


def _state(rows: list[Row]) -> VideoState | None:
    if not rows:
        return None
    video = video_from({name: rows[0][f"v_{name}"] for name in VIDEO_COLUMNS})
    clips = [row for row in rows if row["c_id"] is not None]
    return VideoState(video, [clip_from({name: row[f"c_{name}"] for name in CLIP_COLUMNS}) for row in clips])
