"""The studio: the coach drawn on this machine's processor, without key, network or GPU."""

import asyncio
import errno
import hashlib
import json
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import ClassVar

import structlog

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.engines.base import (
    Capabilities,
    Engine,
    Footage,
    Frames,
    Handle,
    Order,
    Progress,
    Ready,
    Refused,
    TryAgain,
    Waiting,
)
from otehon.engines.drawing import Sheet, draw, warm_up
from otehon.engines.pool import ProcessPool, WorkerDied, WorkFailed
from otehon.errors import OutputFailed
from otehon.settings import Settings

log = structlog.get_logger()


WARM_AGAIN = 5.0
"""Seconds until warming is tried again: until then the service is not ready."""


class StudioEngine(Engine):
    """Draws clips in a pool of processes.

    It keeps nothing between its verbs: a submit is free, and the drawing happens in `fetch`.

    Args:
        processes: clips that are drawn at once.
    """

    name: ClassVar[str] = "studio"
    capabilities: Capabilities = Capabilities(local=True, variants=True)

    def __init__(self, processes: int) -> None:
        self._pool = ProcessPool(processes)
        self._warming = False
        self._warm = False

    async def submit(self, order: Order) -> Handle:
        """Nothing to ask anybody for."""
        return {"id": str(order.intent)}

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Always ready to be drawn."""
        return Ready()

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Draw the clip."""
        try:
            return await self._pool.run(draw, sheet_of(order), str(folder), progress=progress)
        except WorkerDied as error:
            raise TryAgain("renderer_died", str(error)) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise Refused("disk_full" if full else "internal", str(error)) from error
        except WorkFailed as error:
            full = OutputFailed.__name__ in str(error) and "full" in str(error)
            raise Refused("disk_full" if full else "internal", str(error)) from error

    def media_key(self, order: Order) -> str:
        """By content: the drill as it is defined, dose, length, and everything that draws it."""
        sheet = sheet_of(order)
        parts = [
            _definition(sheet.drill) if sheet.drill else f"{sheet.title}\n{sheet.words}",
            json.dumps(sheet.dose.model_dump(exclude_none=True), sort_keys=True),
            f"{sheet.seconds:.2f}",
            _look(),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    @property
    def is_ready(self) -> bool:
        """Whether the painter is compiled and the movements are solved."""
        return self._warm

    async def prepare(self) -> None:
        """Warm every process; the first one fills the caches that the others read."""

        def unheard(done: float | Frames) -> None:
            del done

        self._warming = True
        while not self._warm:
            try:
                await self._pool.run(warm_up, progress=unheard)
                rest = (self._pool.run(warm_up, progress=unheard) for _ in range(self._pool.size - 1))
                await asyncio.gather(*rest)
            except (WorkerDied, WorkFailed, OSError) as error:
                log.error("the studio could not be warmed", detail=str(error))
                await asyncio.sleep(WARM_AGAIN)
            else:
                log.info("the studio is warm", processes=self._pool.size)
                self._warm = True

    async def check(self) -> str | None:
        """Whether it has been warmed, in a process that draws."""
        if self._warm or not self._warming:
            return None
        return "the painter is being compiled; `otehon warmup` does it beforehand"

    async def close(self) -> None:
        """End the processes."""
        self._pool.close()


def create(settings: Settings) -> StudioEngine:
    """The entry point."""
    return StudioEngine(settings.render_processes)


def sheet_of(order: Order) -> Sheet:
    """What the studio's processes are told. A silent advice means the catalogue's own dose."""
    known = order.drill if order.drill is not None and order.drill in catalogue() else None
    dose = Dose.model_validate(dict(order.dose))
    if known is not None and dose == Dose():
        dose = catalogue().get(known).dose
    variant = order.variant
    return Sheet(
        drill=known,
        title=order.title,
        words=order.words,
        dose=dose,
        seconds=order.seconds,
        lang=variant.lang,
        mirror=variant.mirror,
        size=variant.size,
        text=variant.text,
        mistake=variant.mistake,
    )


@cache
def _definition(drill_id: str) -> str:
    return catalogue().get(drill_id).model_dump_json()


@cache
def _look() -> str:
    """Changes with every change of the code that moves and draws the coach."""
    digest = hashlib.sha256(version("otehon").encode())
    for package in ("otehon.motion", "otehon.studio"):
        for file in sorted(_sources(files(package)), key=str):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    inside = [file for child in folder.iterdir() if child.is_dir() for file in _sources(child)]
    return inside + [child for child in folder.iterdir() if child.name.endswith((".py", ".npz"))]
