"""The catalogue's own demonstrations: studio clips of no run, under ids that follow from the drills'."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from uuid import UUID, uuid5

from otehon.drills.catalogue import catalogue
from otehon.drills.model import Drill
from otehon.engines.base import Variant
from otehon.store.rows import Clip, Stage

NAMESPACE = UUID("6d5f3a52-8f0b-5d0e-9a44-0c1f2b7e61aa")
SECONDS = 5.0
"""The wanted length, as that of a clip that nobody gave one."""

PREVIEW = Variant(size="480x360")
"""The form of a preview in the gallery: as its cards, 4:3."""

ALWAYS = datetime(2025, 1, 1, tzinfo=UTC)


def specimen_id(drill_id: str) -> UUID:
    """The id of the drill's demonstration, the same in every installation."""
    return uuid5(NAMESPACE, drill_id)


def find_specimen(clip_id: UUID) -> Clip | None:
    """The demonstration by its id; None where it is none of the catalogue's."""
    drill = _moving().get(clip_id)
    return None if drill is None else specimen(drill)


def specimen(drill: Drill) -> Clip:
    """The drill's demonstration in its own dose, as a clip that is done."""
    return Clip(
        id=specimen_id(drill.id),
        video_id=0,
        position=0,
        drill=drill.id,
        title=drill.names.ja,
        words="",
        dose={},
        seconds=SECONDS,
        stage=Stage.DONE,
        engine=None,
        tried=[],
        handle=None,
        attempt=0,
        progress=1.0,
        error=None,
        shown_engine=None,
        studio_media=None,
        engine_media=None,
        deadline=None,
        revision=0,
        created_at=ALWAYS,
        first_picture_at=None,
        finished_at=ALWAYS,
    )


@cache
def _moving() -> Mapping[UUID, Drill]:
    return MappingProxyType({specimen_id(drill.id): drill for drill in catalogue() if drill.moves})


def has_movement(drill: str | None) -> bool:
    """Whether the catalogue has a movement of a drill."""
    return drill is not None and drill in catalogue() and catalogue().get(drill).moves


def has_mistake(drill: str | None) -> bool:
    """Whether the catalogue has a usual mistake of a drill as a movement."""
    return drill is not None and drill in catalogue() and catalogue().get(drill).shown_mistake is not None
