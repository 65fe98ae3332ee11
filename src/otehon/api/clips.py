"""Other forms of a clip."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from otehon.api.models.clips import Captions
from otehon.api.models.variants import ComingVariant, ReadyVariant, VariantRequest, Verdict
from otehon.api.problems import ApiProblem, documented
from otehon.api.sending import as_json
from otehon.api.state import OurService, Service
from otehon.engines.base import Variant
from otehon.generation.media import Kind
from otehon.generation.specimens import has_mistake
from otehon.generation.verdicts import read_verdicts

router = APIRouter(prefix="/clips", tags=["clips"])

RETRY_AFTER = "1"

Wanted = Annotated[VariantRequest, Query()]


@router.get(
    "/{clip_id}",
    summary="A studio clip in another form",
    response_model=ReadyVariant,
    responses={
        202: {
            "model": ComingVariant,
            "description": "It is being rendered; ask again after `Retry-After` seconds.",
        },
        **documented(
            "unknown-clip", "no-demonstration", "no-mistake", "invalid-request", "media-unavailable"
        ),
    },
)
async def get_clip(clip_id: UUID, wanted: Wanted, service: OurService) -> Response:
    """Links of that form. Each form is rendered once while its files live."""
    clip = await service.runtime.requests.get_clip(clip_id)
    if clip is None:
        raise ApiProblem("unknown-clip", f"No clip has the id {clip_id}. The ids come from /status.")
    if wanted.mistake and not has_mistake(clip.drill):
        raise ApiProblem("no-mistake", "Only clips with `has_mistake` have one. Ask without `mistake`.")
    variant = Variant(**wanted.model_dump())
    media = service.runtime.variants.media_key(clip, variant)
    if media is None:
        raise ApiProblem("no-demonstration", "The studio is not among OTEHON_ENGINES.")
    if await service.runtime.variants.find_or_order(clip, variant) is None:
        answer = as_json(ComingVariant(clip_id=clip_id))
        answer.status_code = 202
        answer.headers["Retry-After"] = RETRY_AFTER
        return answer
    links = {kind: service.view.studio_file(clip_id, media, variant, kind) for kind in Kind}
    return as_json(
        ReadyVariant(
            clip_id=clip_id,
            **wanted.model_dump(),
            verdicts=await _verdicts(service, media, variant),
            video_url=links[Kind.VIDEO],
            poster_url=links[Kind.POSTER],
            captions=Captions(ja=links[Kind.CAPTIONS_JA], en=links[Kind.CAPTIONS_EN]),
            expires_at=service.view.links_expire_at(),
        )
    )


async def _verdicts(service: Service, media: str, variant: Variant) -> tuple[Verdict, ...]:
    if not variant.mistake:
        return ()
    found = await read_verdicts(service.runtime.media, media, variant.code)
    return tuple(
        Verdict.model_validate({"from": one.start, "to": one.end, "right": one.right, "words": one.words})
        for one in found
    )
