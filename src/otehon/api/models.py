"""Requests and answers, as docs/api.md has them. The web's client is generated from these."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from otehon.api.fields import Id, Text
from otehon.drills.dose import Dose
from otehon.drills.model import Evidence
from otehon.drills.text import Lines
from otehon.drills.text import Text as Sentence

GenerationStatus = Literal["pending", "generating", "completed", "failed", "canceled"]
Size = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360", "480x360"]
Words = Literal["burned", "none"]
Lang = Literal["ja", "en"]

Fraction = Annotated[float, Field(ge=0, le=1)]
Link = Annotated[
    str,
    Field(
        description="Signed, expires; the same for half its life.",
        examples=["/api/video-generation/media/AAAB…"],
    ),
]

SECTION = "ハイニー: 左右各10回×3セット\nプランク: 30秒キープ×3セット"
ADVICE = f"【🏃 現状のフォーム】\n上下動が大きめです。\n\n【💪 おすすめの補強ドリル】\n{SECTION}"


class Answer(BaseModel):
    """Base of what we send."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class Request(BaseModel):
    """Base of what we are sent. Unknown fields are ignored, as the plan's service would."""

    model_config = ConfigDict(frozen=True)


class GenerateRequest(Request):
    """Ask for a run's training video."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"run_id": 1042, "prompt_text": f"トレーニング動画: {SECTION}", "duration": 5}]
        }
    )

    run_id: Id = Field(description="The run; one that does not exist is made where the table is ours.")
    prompt_text: Text = Field(
        description="The drill section, with or without 「トレーニング動画: 」, or the whole advice."
    )
    duration: Annotated[float, Field(gt=0, le=3600)] = Field(
        default=5,
        description="Wanted length of a clip in seconds; whole repetitions nearest to it, 4 to 12 s.",
    )


class GenerateAnswer(Answer):
    """The video that was asked for, new or there already."""

    status: Literal["success"] = "success"
    message: str = Field(examples=["動画生成を開始しました"])
    video_id: int
    generation_status: GenerationStatus


class Message(Answer):
    """A sentence for people, by its id."""

    id: str = Field(description="One word for programs.", examples=["no_credit"])
    ja: str
    en: str


class ClipFailure(Answer):
    """Why an attempt failed and what to do. Beside a completed studio clip: the better one failed."""

    step: Message = Field(description="Which step failed.")
    engine: str | None = Field(description="On which engine.")
    cause: Message
    retryable: bool = Field(description="Whether the same request may succeed later.")
    next: Message


class Captions(Answer):
    """WebVTT files, one cue a phase."""

    ja: Link | None
    en: Link | None


class Frames(Answer):
    """How much of a clip is drawn."""

    done: int = Field(ge=0)
    total: int = Field(ge=1)


class ClipCredit(Answer):
    """What must be shown with somebody's clip."""

    title: str
    licence: str


class Origin(Answer):
    """Where the clip that plays comes from, when it is not the studio's."""

    ai: bool = Field(description="Made by an AI: say so beside it.")
    checked: bool = Field(description="Whether its movement was compared with the drill's.")
    movement: bool = Field(description="Whether there is a movement of the drill to compare it with.")
    credit: ClipCredit | None


class Clip(Answer):
    """The demonstration of one prescribed drill."""

    clip_id: UUID
    drill: str | None = Field(description="Id in the catalogue; null: the catalogue does not know it.")
    title: str = Field(description="The drill as the advice names it.")
    names: Sentence | None = Field(description="What the catalogue calls it.")
    words: str = Field(description="The advice's own words about it.")
    dose: Dose
    engine: str | None = Field(description="The engine at work, or the last one that was.")
    generation_status: GenerationStatus
    progress: Fraction = Field(description="Frames drawn, or what the provider says.")
    frames: Frames | None = Field(description="While the studio draws; null: nobody counts frames now.")
    ahead: Annotated[int, Field(ge=0)] | None = Field(
        description="Clips that are begun before this one; 0: it is the next. null: it does not wait in line."
    )
    video_url: Link | None = Field(description="The best clip that can be played now.")
    shown_engine: str | None = Field(description="The engine that made what `video_url` plays.")
    poster_url: Link | None
    captions: Captions | None
    origin: Origin | None = Field(description="Of a clip that the studio has not drawn: what must be told.")
    has_mistake: bool = Field(description="Whether `GET /clips` can show the drill's usual mistake too.")
    error: ClipFailure | None


class VideoStatus(Answer):
    """How the newest video of a run is."""

    status: Literal["success"] = "success"
    generation_status: GenerationStatus = Field(
        description="Stays `generating` while a better clip is on its way, although `video_url` plays."
    )
    video_url: Link | None = Field(description="The first clip that can be played.")
    error_message: str | None
    video_id: int
    run_id: int
    progress: Fraction
    clips: tuple[Clip, ...]


class NoVideo(Answer):
    """There is no video of such a run."""

    status: Literal["not_found"] = "not_found"


StatusAnswer = Annotated[VideoStatus | NoVideo, Field(discriminator="status")]


class Video(VideoStatus):
    """One request by its own id."""

    prompt_text: str
    created_at: datetime
    completed_at: datetime | None


class RunRequest(Request):
    """A run's integrated advice."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"advice": ADVICE}]})

    advice: Text
    run_id: Id | None = Field(default=None, description="Without it a new run is made.")


class RunAnswer(Answer):
    """The saved run, and the video that was started for it."""

    run_id: int
    video_id: int | None = Field(description="null: the advice has no drill section.")
    generation_status: GenerationStatus | None


class Section(Answer):
    """A part of the advice under one heading."""

    heading: str | None = Field(description="As written, without its marks; null before the first heading.")
    text: str
    is_drills: bool = Field(description="Whether this is the drill section.")


class Run(Answer):
    """A run's advice and what was read in it."""

    run_id: int
    advice: str | None = Field(description="null: the run has a video, and its advice was never sent.")
    drill_section: str | None
    sections: tuple[Section, ...]
    video_id: int | None
    generation_status: GenerationStatus | None


class VariantRequest(Request):
    """A form of a studio clip."""

    lang: Lang = Field(default="ja", description="Language of the burned-in words.")
    mirror: bool = Field(default=False, description="Rendered from the other side: left and right stay true.")
    size: Size = Field(default="960x720", description="Width and height in pixels.")
    text: Words = Field(default="none", description="Whether name, cues and counter are on the picture.")
    mistake: bool = Field(
        default=False, description="In turn with the usual mistake; only of drills with `has_mistake`."
    )


class Verdict(Answer):
    """A stretch of the clip that shows the right way, or the usual mistake. Between two it shows neither."""

    from_: float = Field(alias="from", description="Seconds.")
    to: float = Field(description="Seconds.")
    right: bool
    words: Sentence = Field(description="What is seen: what is wrong, where it is not right.")


class ReadyVariant(Answer):
    """Links of a clip in the form that was asked for."""

    status: Literal["ready"] = "ready"
    clip_id: UUID
    lang: Lang
    mirror: bool
    size: Size
    text: Words
    mistake: bool
    verdicts: tuple[Verdict, ...] = Field(description="What is right and what is not; empty: all is right.")
    video_url: Link
    poster_url: Link | None
    captions: Captions | None
    expires_at: datetime = Field(description="Until when these links are valid.")


class ComingVariant(Answer):
    """The clip is being rendered in that form: ask again after `Retry-After` seconds."""

    status: Literal["rendering"] = "rendering"
    clip_id: UUID


class Named(Answer):
    """A word of the catalogue, and what it is called."""

    id: str
    name: Sentence


class DrillAnswer(Answer):
    """A drill of the catalogue."""

    id: str
    names: Sentence
    synonyms: Lines
    kind: Named = Field(description="How it can be shown.")
    category: Named
    muscles: tuple[Named, ...] = Field(description="The most important first.")
    position: Named | None = Field(description="How the body is placed at the start; null: it varies.")
    equipment: tuple[Named, ...]
    dose: Dose = Field(description="How much, where the advice does not say.")
    tempo: Sentence
    cues: Lines
    mistakes: tuple[Sentence, ...] = Field(description="The most usual first.")
    stop: Sentence
    confirmed_by: str | None = Field(description="The coach who confirmed targets and cues.")
    status: Sentence | None = Field(
        description="Must be shown with the drill while no coach has confirmed it."
    )
    evidence: Evidence = Field(description="What targets and mistakes stand on.")
    sources: tuple[str, ...]
    has_movement: bool
    has_mistake: bool = Field(description="Whether `GET /clips` can show its usual mistake too.")
    clip_id: UUID | None = Field(description="Its demonstration, for GET /clips; null: there is none yet.")
    preview_url: Link | None = Field(description="A silent loop; null: there is none yet.")
    poster_url: Link | None


class Drills(Answer):
    """The catalogue, best match first where there was a query."""

    drills: tuple[DrillAnswer, ...]


class SessionRequest(Request):
    """The token, once; the page then keeps a cookie."""

    token: Annotated[str, Field(min_length=1, max_length=4096)]


class SessionAnswer(Answer):
    """What this caller may do."""

    token_required: bool = Field(description="Whether writes need a token here.")
    reads_protected: bool = Field(description="Whether reads by run and video id need it too.")
    authenticated: bool = Field(description="Whether this request carried it.")


class FieldProblem(Answer):
    """What is wrong with one part of a request."""

    location: tuple[str, ...] = Field(examples=[["body", "run_id"]])
    message: str


class Problem(Answer):
    """RFC 9457: what went wrong, for programs (`code`) and people (`title`, `detail`)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:otehon:problem:unknown-video",
                    "title": "There is no such video.",
                    "status": 404,
                    "detail": "No video has the id 7. The id comes from /generate or /runs.",
                    "code": "unknown-video",
                    "errors": [],
                }
            ]
        }
    )

    type: str = Field(description="urn:otehon:problem:{code}")
    title: str
    status: int
    detail: str = Field(description="What happened and what to do.")
    code: str = Field(description="One word for programs; docs/api.md lists them.")
    errors: tuple[FieldProblem, ...] = Field(default=(), description="By part of the request.")
