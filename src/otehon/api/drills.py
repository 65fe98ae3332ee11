"""The catalogue."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Query, Request, Response

from otehon.api.models.drills import DrillAnswer, Drills, Named
from otehon.api.problems import ApiProblem, documented
from otehon.api.sending import as_small_json
from otehon.api.state import PerhapsService, Service
from otehon.drills.catalogue import catalogue
from otehon.drills.model import Drill
from otehon.drills.muscles import MUSCLE_NAMES
from otehon.drills.search import search
from otehon.drills.text import Text
from otehon.drills.vocabulary import CATEGORY_NAMES, EQUIPMENT_NAMES, KIND_NAMES, POSITION_NAMES
from otehon.errors import UnknownDrill
from otehon.generation.media import Kind
from otehon.generation.specimens import PREVIEW, specimen

router = APIRouter(prefix="/drills", tags=["drills"])

Words = Annotated[
    str, Query(max_length=200, description="A name in kana, kanji or English, in any spelling.")
]

DrillName = Annotated[str, Path(max_length=100, examples=["high_knees"])]


@router.get("", summary="The catalogue", response_model=Drills, responses=documented("invalid-request"))
async def list_drills(request: Request, service: PerhapsService, q: Words = "") -> Response:
    """Every drill, or those that are called so, the best match first."""
    drills = tuple(_answer(drill, service) for drill in search(catalogue(), q))
    return as_small_json(Drills(drills=drills), request)


@router.get("/{drill_id}", summary="A drill", responses=documented("unknown-drill", "invalid-request"))
async def get_drill(drill_id: DrillName, service: PerhapsService) -> DrillAnswer:
    """All that the catalogue knows of it."""
    try:
        return _answer(catalogue().get(drill_id), service)
    except UnknownDrill as error:
        raise ApiProblem("unknown-drill", str(error)) from None


def _answer(drill: Drill, service: Service | None) -> DrillAnswer:
    return DrillAnswer(
        **{name: getattr(drill, name) for name in SAME},
        kind=_named(KIND_NAMES, drill.kind),
        category=_named(CATEGORY_NAMES, drill.category),
        muscles=tuple(_named(MUSCLE_NAMES, muscle) for muscle in drill.muscles),
        position=None if drill.position is None else _named(POSITION_NAMES, drill.position),
        mistakes=tuple(Text(ja=mistake.ja, en=mistake.en) for mistake in drill.mistakes),
        equipment=tuple(_named(EQUIPMENT_NAMES, thing) for thing in drill.equipment),
        has_movement=drill.moves,
        has_mistake=drill.shown_mistake is not None,
        **_demonstration(drill, service),
    )


def _demonstration(drill: Drill, service: Service | None) -> dict[str, Any]:
    """Its clip with the links of the small form; nothing where nobody can show it."""
    clip = specimen(drill)
    media = None if service is None else service.runtime.variants.media_key(clip, PREVIEW)
    if service is None or media is None or not drill.moves:
        return {"clip_id": None, "preview_url": None, "poster_url": None}
    return {
        "clip_id": clip.id,
        "preview_url": service.view.studio_file(clip.id, media, PREVIEW, Kind.VIDEO),
        "poster_url": service.view.studio_file(clip.id, media, PREVIEW, Kind.POSTER),
    }


SAME = (
    *("id", "names", "synonyms", "dose", "tempo", "cues", "stop"),
    *("confirmed_by", "status", "evidence", "sources"),
)
"""What an answer takes from the drill as it is."""

WordT = TypeVar("WordT", bound=StrEnum)


def _named(names: Mapping[WordT, Text], word: WordT) -> Named:
    return Named(id=word.value, name=names[word])
