"""What callers may ask for: a video of a run, its state, another try, an end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import structlog

from otehon.generation.media import MediaUnreachable
from otehon.generation.queue import defer_advance, defer_cancel, job_lock
from otehon.generation.reading import Reader, Reading, aside, card, clip_length, without_prefix
from otehon.generation.specimens import find_specimen
from otehon.generation.steps import Steps
from otehon.store.database import Database
from otehon.store.repository import Repository
from otehon.store.rows import Clip, Stage, Video, VideoStatus
from otehon.store.states import VideoState

log = structlog.get_logger()


class RunUnknown(Exception):
    """There is no such run, and it is not for us to make one."""


class VideoUnknown(Exception):
    """There is no such video."""


@dataclass(frozen=True)
class Requests:
    """The use case, for the API and the command line.

    Args:
        steps: what a request sets going.
        read: reads an advice.
        database: connections of those who ask; steps have their own, so that no crowd holds them up.
    """

    steps: Steps
    read: Reader
    database: Database

    async def request_video(self, run_id: int, prompt_text: str, duration: float) -> Video:
        """Start a run's video, or find the one that is there; one that failed or was canceled starts again.

        Concurrent identical requests make one video.

        Raises:
            RunUnknown: the `runs` table is the customer's and has no such run.
        """
        text, seconds = without_prefix(prompt_text), clip_length(duration)
        reading = await aside(partial(self.read, text, seconds))
        if not reading.clips:
            reading = Reading(reading.section, [card(text, seconds)])
        async with self.database.transaction() as repository:
            await repository.lock_run(run_id)
            if not await repository.ensure_run(run_id):
                raise RunUnknown(run_id)
            return await self._find_or_start(repository, run_id, prompt_text, reading)

    async def submit_advice(
        self, advice: str, run_id: int | None, duration: float = 5
    ) -> tuple[int, Video | None]:
        """Save a run's advice and start its video; no video where the advice has no drill section.

        Raises:
            RunUnknown: as for `request_video`; also where no id is given and the table is not ours.
        """
        reading = await aside(partial(self.read, advice, duration))
        async with self.database.transaction() as repository:
            run_id = await self._run_for_advice(repository, run_id)
            await repository.save_advice(run_id, advice)
            section = reading.section
            if section is None:
                return run_id, None
            if not reading.clips:
                reading = Reading(section, [card(section, duration)])
            return run_id, await self._find_or_start(repository, run_id, section, reading)

    async def state_of_run(self, run_id: int) -> VideoState | None:
        """The newest video of a run."""
        async with self.database.reading() as repository:
            return (await repository.states_of_runs([run_id])).get(run_id)

    async def states_of_runs(self, run_ids: Sequence[int]) -> Mapping[int, VideoState]:
        """The newest video of each of these runs; a run without one is left out."""
        async with self.database.reading() as repository:
            return await repository.states_of_runs(run_ids)

    async def state_of_video(self, video_id: int) -> VideoState:
        """A video by its id. Raises `VideoUnknown`."""
        async with self.database.reading() as repository:
            state = await repository.state_of_video(video_id)
        if state is None:
            raise VideoUnknown(video_id)
        return state

    async def retry(self, video_id: int) -> None:
        """Try again what failed: same inputs, same clips. Of a video that still runs nothing changes."""
        async with self.database.transaction() as repository:
            video = await repository.lock_video(video_id)
            if video is None:
                raise VideoUnknown(video_id)
            await self._restart(repository, video)

    async def cancel(self, video_id: int) -> None:
        """End what is not finished yet, at the providers too. What plays already stays."""
        async with self.database.transaction() as repository:
            video = await repository.lock_video(video_id)
            if video is None:
                raise VideoUnknown(video_id)
            if not video.generation_status.is_final:
                await self._stop(repository, await repository.cancel_clips(video_id))
                await repository.settle_video(video_id)
                await repository.announce(video.run_id)

    async def delete_run(self, run_id: int) -> bool:
        """Remove a run with all that was made of it, here and at the providers; whether there was any."""
        async with self.database.transaction() as repository:
            await repository.lock_run(run_id)
            await repository.lock_videos_of_run(run_id)
            clips = await repository.clips_of_run(run_id)
            await self._stop(repository, clips)
            await repository.forget_asks(run_id)
            existed = await repository.delete_run(run_id)
            await repository.announce(run_id)
            keys = {key for clip in clips for key in (clip.studio_media, clip.engine_media) if key}
            keys -= await repository.media_in_use(sorted(keys))
        try:
            for key in keys:
                await self.steps.media.remove(key)
        except MediaUnreachable as error:
            log.warning("media of a deleted run go with the sweep", run_id=run_id, detail=str(error))
        return existed

    async def get_clip(self, clip_id: UUID) -> Clip | None:
        """A clip by its id, of a run or of the catalogue."""
        if (of_catalogue := find_specimen(clip_id)) is not None:
            return of_catalogue
        async with self.database.reading() as repository:
            return await repository.get_clip(clip_id)

    async def _run_for_advice(self, repository: Repository, run_id: int | None) -> int:
        if run_id is None:
            made = await repository.new_run()
            if made is None:
                raise RunUnknown(run_id)
            return made
        await repository.lock_run(run_id)
        if not await repository.ensure_run(run_id):
            raise RunUnknown(run_id)
        return run_id

    async def _find_or_start(
        self, repository: Repository, run_id: int, prompt_text: str, reading: Reading
    ) -> Video:
        found = await repository.find_video(run_id, prompt_text)
        if found is not None:
            return await self._again(repository, found)
        video_id = await repository.save_video_generation_request(run_id, prompt_text)
        await repository.add_clips(video_id, reading.clips)
        await self._start(repository, await repository.clips_of_video(video_id))
        await repository.announce(run_id)
        return await _existing(repository, video_id)

    async def _again(self, repository: Repository, video: Video) -> Video:
        """The same request once more: what failed starts again, unless money may already be spent on it."""
        ended_badly = video.generation_status in (VideoStatus.FAILED, VideoStatus.CANCELED)
        clips = await repository.clips_of_video(video.id)
        if ended_badly and not any(clip.stage is Stage.UNKNOWN for clip in clips):
            await repository.lock_video(video.id)
            await self._restart(repository, video)
        return await _existing(repository, video.id)

    async def _restart(self, repository: Repository, video: Video) -> None:
        restarted = await repository.restart_clips(video.id)
        if restarted:
            await self._start(repository, restarted)
            await repository.settle_video(video.id)
            await repository.announce(video.run_id)

    async def _start(self, repository: Repository, clips: list[Clip]) -> None:
        for clip in clips:
            await defer_advance(self.steps.queue, repository, clip, self.steps.lane_of(clip))

    async def _stop(self, repository: Repository, clips: list[Clip]) -> None:
        # A step in the middle of a paid submit goes on: only it learns the job that is to be canceled.
        paying = {clip.id for clip in clips if clip.stage is Stage.SUBMITTING}
        await repository.drop_jobs([job_lock(clip.id) for clip in clips if clip.id not in paying])
        await repository.drop_jobs([job_lock(clip_id) for clip_id in paying], stop=False)
        for clip in clips:
            job = (clip.handle or {}).get("job")
            if clip.engine and job:
                await defer_cancel(self.steps.queue, repository, clip.engine, job)


async def _existing(repository: Repository, video_id: int) -> Video:
    video = await repository.get_video(video_id)
    if video is None:
        raise VideoUnknown(video_id)
    return video
