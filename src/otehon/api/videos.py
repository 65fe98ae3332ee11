"""Asking for videos, and how they are."""

from fastapi import APIRouter, Response

from otehon.api.addresses import status_address
from otehon.api.fields import PathId
from otehon.api.guard import READ_PROBLEMS, READS, WRITE_PROBLEMS, WRITES_JSON, WRITES_NOTHING
from otehon.api.models.videos import GenerateAnswer, GenerateRequest, StatusAnswer, Video
from otehon.api.problems import documented
from otehon.api.state import OurService, Service
from otehon.store.rows import VideoStatus

router = APIRouter(tags=["videos"])

MESSAGES = {
    VideoStatus.PENDING: "動画生成を開始しました",
    VideoStatus.GENERATING: "動画を生成しています",
    VideoStatus.COMPLETED: "動画はできています",
    VideoStatus.FAILED: "動画を生成できませんでした",
    VideoStatus.CANCELED: "動画生成は中止されています",
}


@router.get(
    "/status/{run_id}",
    summary="How a run's video is",
    response_model=StatusAnswer,
    dependencies=READS,
    responses=documented(*READ_PROBLEMS),
)
async def get_status(run_id: PathId, service: OurService) -> Response:
    """The newest video of the run. A run without a video is no error: `{"status": "not_found"}`."""
    status = await service.statuses.ask(run_id)
    return Response(status.snapshot.body, media_type="application/json")


@router.post(
    "/generate",
    status_code=202,
    summary="Ask for a run's video",
    dependencies=WRITES_JSON,
    responses=documented(*WRITE_PROBLEMS, "unknown-run", "invalid-request", "unreadable-body"),
)
async def generate(body: GenerateRequest, response: Response, service: OurService) -> GenerateAnswer:
    """The same run and text again answers with the video that is there; one that failed starts again."""
    video = await service.runtime.requests.request_video(body.run_id, body.prompt_text, body.duration)
    response.headers["Location"] = status_address(body.run_id)
    return GenerateAnswer(
        message=MESSAGES[video.generation_status],
        video_id=video.id,
        generation_status=video.generation_status.value,
    )


@router.get(
    "/videos/{video_id}",
    summary="A video by its own id",
    dependencies=READS,
    responses=documented(*READ_PROBLEMS, "unknown-video"),
)
async def get_video(video_id: PathId, service: OurService) -> Video:
    """One request of a run, also where it is not the run's newest."""
    return await _load(video_id, service)


@router.post(
    "/videos/{video_id}/retry",
    status_code=202,
    summary="Start again what failed",
    dependencies=WRITES_NOTHING,
    responses=documented(*WRITE_PROBLEMS, "unknown-video", "invalid-request"),
)
async def retry_video(video_id: PathId, service: OurService) -> Video:
    """Keeps the inputs and the clips' ids. What still runs, and what can be played, stays as it is."""
    await service.runtime.requests.retry(video_id)
    return await _load(video_id, service)


@router.post(
    "/videos/{video_id}/cancel",
    status_code=202,
    summary="Stop what is not finished",
    dependencies=WRITES_NOTHING,
    responses=documented(*WRITE_PROBLEMS, "unknown-video", "invalid-request"),
)
async def cancel_video(video_id: PathId, service: OurService) -> Video:
    """At the providers too. What plays already stays."""
    await service.runtime.requests.cancel(video_id)
    return await _load(video_id, service)


async def _load(video_id: int, service: Service) -> Video:
    state = await service.runtime.requests.state_of_video(video_id)
    return service.view.video(state.video, state.clips)
