"""Operations: is it alive, may it get traffic, what does it do. The gateway does not pass these on."""

import shutil
from typing import Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy.exc import SQLAlchemyError

from otehon.api.measures import collect
from otehon.api.models.base import Answer
from otehon.api.problems import documented
from otehon.api.sending import as_json
from otehon.api.state import OurService, OurSettings, Service
from otehon.generation.chain import STUDIO
from otehon.settings import Settings
from otehon.store.database import Busy

router = APIRouter(tags=["operations"])

HEARTBEAT_LIMIT = 30.0
"""Seconds without a sign of any worker after which the queue counts as stopped."""


class Alive(Answer):
    """The process answers."""

    status: Literal["alive"] = "alive"


class Check(Answer):
    """One thing that the service needs."""

    name: Literal["database", "queue", "disk", "studio"]
    ok: bool
    detail: str


class Readiness(Answer):
    """Whether traffic should come here."""

    ready: bool
    checks: tuple[Check, ...]


@router.get("/livez", summary="Whether the process answers")
async def livez() -> Alive:
    """Needs neither database nor disk: restarting us would not bring those back."""
    return Alive()


@router.get(
    "/readyz",
    summary="Whether the service can do its work",
    response_model=Readiness,
    responses={503: {"model": Readiness, "description": "Something is missing; `checks` says what."}},
)
async def readyz(request: Request, settings: OurSettings) -> Response:
    """Database, queue heartbeat, disk, and the studio with its kernels."""
    service: Service | None = request.app.state.service
    checks = (*await _database_checks(service), _disk(settings), *await _studio(service))
    ready = all(check.ok for check in checks)
    answer = as_json(Readiness(ready=ready, checks=checks))
    answer.status_code = 200 if ready else 503
    return answer


@router.get(
    "/metrics",
    summary="Measures for Prometheus",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "Text format."},
        **documented(),
    },
)
async def metrics(service: OurService) -> Response:
    """Of this process, and of the queue and the clips as the database has them now."""
    return Response(await collect(service.runtime.database), media_type=CONTENT_TYPE_LATEST)


async def _database_checks(service: Service | None) -> tuple[Check, ...]:
    if service is None:
        return (Check(name="database", ok=False, detail="waiting for it since the start"),)
    try:
        async with service.runtime.database.reading() as repository:
            heartbeat = await repository.newest_heartbeat()
    except Busy:
        return (Check(name="database", ok=True, detail="answers; more is asked of it than it can do"),)
    except SQLAlchemyError as error:
        return (Check(name="database", ok=False, detail=f"does not answer ({type(error).__name__})"),)
    return (Check(name="database", ok=True, detail="answers"), _queue(heartbeat))


def _queue(heartbeat: float | None) -> Check:
    if heartbeat is None:
        return Check(name="queue", ok=False, detail="no worker; start `otehon worker`")
    ok = heartbeat <= HEARTBEAT_LIMIT
    return Check(name="queue", ok=ok, detail=f"last sign of a worker {heartbeat:.0f} s ago")


def _disk(settings: Settings) -> Check:
    """Of the home's nearest folder that exists: the home itself is made at the first start."""
    folder = next(place for place in (settings.home, *settings.home.parents) if place.exists())
    free = shutil.disk_usage(folder).free
    return Check(name="disk", ok=free >= settings.min_free_disk, detail=f"{free / 1e6:.0f} MB free")


async def _studio(service: Service | None) -> tuple[Check, ...]:
    studio = None if service is None else service.runtime.engines.get(STUDIO)
    if studio is None:
        return ()
    missing = await studio.check()
    return (Check(name="studio", ok=missing is None, detail=missing or "ready to draw"),)
