"""Videos with their clips in one query: what every poll of every page asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby

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
    SELECT {SELECTED} FROM unnest(CAST(:ids AS integer[])) AS asked (run_id)
    CROSS JOIN LATERAL (
        SELECT * FROM generated_videos AS g WHERE g.run_id = asked.run_id ORDER BY g.id DESC LIMIT 1
    ) AS v
    LEFT JOIN clips AS c ON c.video_id = v.id ORDER BY v.id, c.position
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

    async def states_of_runs(self, run_ids: Sequence[int]) -> dict[int, VideoState]:
        """The newest video of each of these runs; a run without one is left out."""
        states = await self._with_places(_states(await self._rows(BY_RUN, ids=list(run_ids))))
        return {state.video.run_id: state for state in states}

    async def state_of_video(self, video_id: int) -> VideoState | None:
        """A video by its own id."""
        states = await self._with_places(_states(await self._rows(BY_VIDEO, id=video_id)))
        return states[0] if states else None

    async def _with_places(self, states: list[VideoState]) -> list[VideoState]:
        """How many come before the clips that wait in line; asked only where some do."""
        queued = [str(clip.id) for state in states for clip in state.clips if clip.stage is Stage.QUEUED]
        if not queued:
            return states
        places = {row["clip"]: int(row["ahead"]) for row in await self._rows(PLACES, clips=queued)}
        return [
            VideoState(state.video, [replace(clip, ahead=places.get(str(clip.id))) for clip in state.clips])
            for state in states
        ]


def _states(rows: list[Row]) -> list[VideoState]:
    return [_state(list(group)) for _, group in groupby(rows, key=lambda row: row["v_id"])]


def _state(rows: list[Row]) -> VideoState:
    video = video_from({name: rows[0][f"v_{name}"] for name in VIDEO_COLUMNS})
    clips = [row for row in rows if row["c_id"] is not None]
    return VideoState(video, [clip_from({name: row[f"c_{name}"] for name in CLIP_COLUMNS}) for row in clips])
