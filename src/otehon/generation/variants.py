"""Other forms of a clip, and swept ones: rendered again when somebody asks for them."""

import asyncio
import time
from dataclasses import dataclass
from uuid import UUID

import structlog
from procrastinate import App

from otehon.engines.base import Engine, EngineError, Frames, Progress, Variant
from otehon.engines.scratch import scratch
from otehon.generation.media import Kind, MediaFile, MediaStore, MediaUnreachable
from otehon.generation.moves import order_of
from otehon.generation.queue import defer_variant
from otehon.generation.specimens import find_specimen
from otehon.store.database import Database
from otehon.store.rows import Clip

log = structlog.get_logger()

LOOK_AGAIN = 0.1
"""Seconds between looks at the store while a clip is being rendered."""


def _unheard(done: float | Frames) -> None:
    del done


@dataclass(frozen=True)
class Variants:
    """Makes forms of studio clips on demand.

    Args:
        studio: the engine that can make every variant; none where it is not configured.
    """

    database: Database
    queue: App
    media: MediaStore
    studio: Engine | None

    def media_key(self, clip: Clip, variant: Variant) -> str | None:
        """Under which key the clip's studio footage lies."""
        return None if self.studio is None else self.studio.media_key(order_of(clip, variant))

    async def find_or_order(self, clip: Clip, variant: Variant, kind: Kind = Kind.VIDEO) -> MediaFile | None:
        """The file if it is there; else it is ordered from the workers."""
        media = self.media_key(clip, variant)
        if media is None:
            return None
        file = await self.media.find(media, variant.code, kind)
        if file is None:
            await defer_variant(self.queue, clip, media, variant)
        return file

    async def wait_for(self, clip: Clip, variant: Variant, kind: Kind, patience: float) -> MediaFile | None:
        """The file, rendered first where it was swept; none when that takes over `patience` seconds."""
        file = await self.find_or_order(clip, variant, kind)
        media = self.media_key(clip, variant)
        deadline = time.monotonic() + patience
        while file is None and media is not None and time.monotonic() < deadline:
            await asyncio.sleep(LOOK_AGAIN)
            file = await self.media.find(media, variant.code, kind)
        return file

    async def render(self, clip_id: UUID, variant: Variant) -> None:
        """Render a variant unless it is there by now."""
        clip = find_specimen(clip_id)
        if clip is None:
            async with self.database.reading() as repository:
                clip = await repository.get_clip(clip_id)
        if clip is None or self.studio is None:
            return
        order = order_of(clip, variant)
        media = self.studio.media_key(order)
        if await self.media.find(media, variant.code, Kind.VIDEO):
            return
        progress: Progress = _unheard
        try:
            with scratch() as folder:
                job = await self.studio.submit(order)
                footage = await self.studio.fetch(job, order, folder, progress)
                await self.media.keep(media, variant.code, footage)
        except (EngineError, MediaUnreachable) as error:
            log.warning("a variant was not rendered", clip_id=str(clip_id), detail=str(error))
