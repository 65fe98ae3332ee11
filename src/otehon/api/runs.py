"""Runs and their advice."""

from collections.abc import Sequence
from functools import partial

from fastapi import APIRouter, Response

from otehon.advice import extract_drill_section
from otehon.advice.parts import Part, read_parts
from otehon.api.addresses import run_address
from otehon.api.fields import PathId
from otehon.api.guard import READ_PROBLEMS, READS, WRITE_PROBLEMS, WRITES_JSON, WRITES_NOTHING
from otehon.api.models.runs import Run, RunAnswer, RunRequest, Section
from otehon.api.problems import ApiProblem, documented
from otehon.api.state import OurService
from otehon.generation.reading import aside

router = APIRouter(prefix="/runs", tags=["runs"])


@router.post(
    "",
    status_code=201,
    summary="Save a run's advice and start its video",
    dependencies=WRITES_JSON,
    responses=documented(*WRITE_PROBLEMS, "unknown-run", "invalid-request", "unreadable-body"),
)
async def save_run(body: RunRequest, response: Response, service: OurService) -> RunAnswer:
    """An advice without a drill section is saved all the same; its `video_id` is null."""
    run_id, video = await service.runtime.requests.submit_advice(body.advice, body.run_id)
    response.headers["Location"] = run_address(run_id)
    return RunAnswer(
        run_id=run_id,
        video_id=None if video is None else video.id,
        generation_status=None if video is None else video.generation_status.value,
    )


@router.get(
    "/{run_id}",
    summary="A run's advice and its sections",
    dependencies=READS,
    responses=documented(*READ_PROBLEMS, "unknown-run"),
)
async def get_run(run_id: PathId, service: OurService) -> Run:
    """What was saved, and what was read in it."""
    async with service.runtime.database.reading() as repository:
        if not await repository.run_exists(run_id):
            raise ApiProblem("unknown-run", f"No run has the id {run_id}.")
        advice = await repository.get_advice(run_id)
        video = await repository.get_video_by_run_id(run_id)
    section, parts = await aside(partial(_read, advice or ""))
    return Run(
        run_id=run_id,
        advice=advice,
        drill_section=section,
        sections=tuple(_section(part) for part in parts),
        video_id=None if video is None else video.id,
        generation_status=None if video is None else video.generation_status.value,
    )


@router.delete(
    "/{run_id}",
    status_code=204,
    summary="Forget a run",
    dependencies=WRITES_NOTHING,
    responses=documented(*WRITE_PROBLEMS, "unknown-run", "invalid-request"),
)
async def delete_run(run_id: PathId, service: OurService) -> None:
    """With its videos, jobs and media, and the provider's copies."""
    if not await service.runtime.requests.delete_run(run_id):
        raise ApiProblem("unknown-run", f"No run has the id {run_id}.")


def _read(advice: str) -> tuple[str | None, Sequence[Part]]:
    return extract_drill_section(advice), read_parts(advice)


def _section(part: Part) -> Section:
    return Section(heading=part.heading, text=part.text, is_drills=part.is_drills)
