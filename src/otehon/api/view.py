"""From rows to answers."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from otehon.api.addresses import MediaAddresses
from otehon.api.hub import Snapshot
from otehon.api.models.clips import Captions, Clip, ClipFailure, Frames, GenerationStatus, Message, Origin
from otehon.api.models.videos import NoVideo, Video, VideoStatus
from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.drills.text import Text
from otehon.engines.base import Variant
from otehon.generation.causes import CAUSES, cause_of
from otehon.generation.chain import STUDIO
from otehon.generation.links import Ticket
from otehon.generation.media import PLAIN, Kind
from otehon.generation.next_steps import NEXT, Sentence
from otehon.generation.specimens import has_mistake
from otehon.store import rows

STEPS = {
    "queued": Text(ja="順番待ち", en="waiting in line"),
    "submitting": Text(ja="動画エンジンへの依頼", en="asking the engine"),
    "waiting": Text(ja="動画エンジンでの作成", en="waiting for the engine"),
    "fetching": Text(ja="動画の受け取り", en="making or fetching the clip"),
}


class View:
    """Maps rows to answers.

    Args:
        addresses: makes the links.
        shown: the form of the studio clips that are shown.
    """

    def __init__(self, addresses: MediaAddresses, shown: Variant) -> None:
        self._addresses = addresses
        self._shown = shown

    def video_status(self, video: rows.Video, clips: Sequence[rows.Clip]) -> VideoStatus:
        """How a video is."""
        answers = tuple(self.clip(clip) for clip in clips)
        return VideoStatus(
            generation_status=video.generation_status.value,
            video_url=next((clip.video_url for clip in answers if clip.video_url), None),
            error_message=_sentences(video.error_message),
            video_id=video.id,
            run_id=video.run_id,
            progress=_mean([clip.progress for clip in answers]),
            clips=answers,
        )

    def video(self, video: rows.Video, clips: Sequence[rows.Clip]) -> Video:
        """A video by its own id."""
        return Video(
            **dict(self.video_status(video, clips)),
            prompt_text=video.prompt_text,
            created_at=_in_utc(video.created_at),
            completed_at=None if video.completed_at is None else _in_utc(video.completed_at),
        )

    def clip(self, clip: rows.Clip) -> Clip:
        """How a clip is."""
        return Clip(
            clip_id=clip.id,
            drill=clip.drill,
            title=clip.title,
            names=_names(clip.drill),
            words=clip.words,
            dose=Dose.model_validate(clip.dose),
            engine=clip.engine or clip.shown_engine,
            generation_status=_status(clip),
            progress=clip.progress,
            frames=_frames(clip),
            ahead=clip.ahead,
            video_url=self._shown_video(clip),
            shown_engine=clip.shown_engine,
            poster_url=self._studio_file(clip, Kind.POSTER),
            captions=self._captions(clip),
            origin=_origin(clip),
            has_mistake=has_mistake(clip.drill),
            error=None if clip.error is None else _failure(clip.error),
        )

    def _shown_video(self, clip: rows.Clip) -> str | None:
        if clip.shown_engine == STUDIO:
            return self._studio_file(clip, Kind.VIDEO)
        if clip.shown_engine is None or clip.engine_media is None:
            return None
        return self._addresses.of(Ticket(clip.id, clip.shown_engine, clip.engine_media, PLAIN, Kind.VIDEO))

    def _captions(self, clip: rows.Clip) -> Captions | None:
        if clip.shown_engine != STUDIO:
            return None
        return Captions(
            ja=self._studio_file(clip, Kind.CAPTIONS_JA), en=self._studio_file(clip, Kind.CAPTIONS_EN)
        )

    def _studio_file(self, clip: rows.Clip, kind: Kind) -> str | None:
        if clip.studio_media is None:
            return None
        return self.studio_file(clip.id, clip.studio_media, self._shown, kind)

    def studio_file(self, clip_id: UUID, media: str, variant: Variant, kind: Kind) -> str:
        """The link to a file of a studio clip."""
        return self._addresses.of(Ticket(clip_id, STUDIO, media, variant.code, kind))

    def links_expire_at(self) -> datetime:
        """Until when links made now are valid."""
        return self._addresses.expire_at()


def snapshot(status: VideoStatus | NoVideo) -> Snapshot:
    """The state as it is sent to watchers."""
    if isinstance(status, NoVideo):
        return Snapshot("none", status.model_dump_json(), final=False)
    facts = repr([_facts(clip) for clip in status.clips])
    digest = hashlib.sha256(f"{status.generation_status} {facts}".encode()).hexdigest()[:12]
    final = status.generation_status in ("completed", "failed", "canceled")
    ahead = [clip.ahead for clip in status.clips if clip.ahead is not None]
    return Snapshot(f"{status.video_id}-{digest}", status.model_dump_json(), final, min(ahead, default=None))


def _facts(clip: Clip) -> tuple[object, ...]:
    """What makes a new event; links are none of it."""
    drawn = (clip.progress, clip.frames, clip.ahead)
    return (clip.generation_status, *drawn, clip.shown_engine, clip.error)


def _status(clip: rows.Clip) -> GenerationStatus:
    match clip.stage:
        case rows.Stage.DONE:
            return "completed"
        case rows.Stage.FAILED | rows.Stage.UNKNOWN:
            return "failed" if clip.shown_engine is None else "completed"
        case rows.Stage.CANCELED:
            return "canceled"
        case rows.Stage.QUEUED:
            return "pending" if not clip.tried else "generating"
        case _:
            return "generating"


def _frames(clip: rows.Clip) -> Frames | None:
    if clip.frames_done is None or not clip.frames_total:
        return None
    return Frames(done=clip.frames_done, total=clip.frames_total)


def _origin(clip: rows.Clip) -> Origin | None:
    if clip.origin is None or clip.shown_engine == STUDIO:
        return None
    return Origin.model_validate(clip.origin)


def _failure(error: Mapping[str, str]) -> ClipFailure:
    cause = cause_of(error["cause"])
    step = STEPS.get(error["step"], STEPS["queued"])
    return ClipFailure(
        step=Message(id=error["step"], ja=step.ja, en=step.en),
        engine=error.get("engine"),
        cause=_message(error["cause"], cause.sentence),
        retryable=cause.retryable,
        next=_message(cause.next, NEXT[cause.next]),
    )


def _message(name: str, sentence: Sentence) -> Message:
    return Message(id=name, ja=sentence.ja, en=sentence.en)


def _sentences(message: str | None) -> str | None:
    """The causes that the database keeps by id, for people."""
    if message is None:
        return None
    return " ".join(CAUSES[part].sentence.ja if part in CAUSES else part for part in message.split(", "))


def _in_utc(moment: datetime) -> datetime:
    """The plan's columns carry no zone; every session writes UTC."""
    return moment.replace(tzinfo=UTC)


def _names(drill: str | None) -> Text | None:
    return catalogue().get(drill).names if drill is not None and drill in catalogue() else None


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
