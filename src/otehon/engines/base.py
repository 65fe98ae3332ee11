"""The contract of an engine: three verbs, two optional ones, and capabilities as data."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal, cast
from uuid import UUID

Handle = Mapping[str, Any]
"""What an engine needs to find its job again: JSON, kept in the database, never a key and never a URL."""

Progress = Callable[[float], None]
"""Told the fraction that is done, 0 to 1. May be called from any thread."""

Lang = Literal["ja", "en"]
Size = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360"]
TextMode = Literal["none", "burned"]


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a studio clip. Each part of it is part of the media key."""

    lang: Lang = "ja"
    mirror: bool = False
    size: Size = "960x720"
    text: TextMode = "none"

    @property
    def code(self) -> str:
        """A short name without separators of paths."""
        return f"{self.lang}-{'m' if self.mirror else 'p'}-{self.size}-{self.text}"

    @classmethod
    def from_code(cls, code: str) -> "Variant":
        """The variant that a code names. The code must be one of ours."""
        lang, mirror, size, text = code.split("-")
        return cls(cast(Lang, lang), mirror == "m", cast(Size, size), cast(TextMode, text))


@dataclass(frozen=True, slots=True)
class Order:
    """One clip that is wanted from an engine.

    Args:
        clip_id: the clip.
        intent: identifies this attempt; the idempotency key where the provider honours one.
        attempt: how many tries of this stage came before, from 0.
        drill: the catalogue's id, or none for an exercise that the catalogue does not know.
        title: the drill as the advice names it.
        words: the advice's own words about it.
        dose: sets, reps, seconds and side as prescribed.
        seconds: the wanted length of the clip.
        variant: the form of a studio clip; other engines take from it what they can.
    """

    clip_id: UUID
    intent: UUID
    attempt: int
    drill: str | None
    title: str
    words: str
    dose: Mapping[str, Any]
    seconds: float
    variant: Variant = field(default_factory=Variant)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine is like.

    Args:
        local: it uses this machine's processor, so its steps run in the studio's lane.
        paid: a submit may cost money; an intent is committed first.
        repeatable_submit: submitting the same intent again starts and costs nothing new.
        seconds: the lengths it can make; empty means any.
        variants: it can make every `Variant` again at any time.
    """

    local: bool = False
    paid: bool = False
    repeatable_submit: bool = True
    seconds: tuple[float, ...] = ()
    variants: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Not ready: what the provider says of its progress, and in how many seconds to ask again."""

    progress: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The clip can be fetched."""


@dataclass(frozen=True, slots=True)
class Footage:
    """A clip's files: MP4, and poster and captions where the engine makes them. Captions by language."""

    video: Path
    poster: Path | None = None
    captions: Mapping[Lang, Path] = field(default_factory=dict[Lang, Path])


class Engine(ABC):
    """Makes clips. Every verb may be called again after a crash and must come to the same end."""

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities] = Capabilities()

    @abstractmethod
    async def submit(self, order: Order) -> Handle:
        """Ask for a clip. Raises an `EngineError`."""

    @abstractmethod
    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Ask how it is. Raises an `EngineError`."""

    @abstractmethod
    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Put the clip's files into `folder`. Raises an `EngineError`."""

    async def cancel(self, handle: Handle) -> None:  # noqa: B027  optional
        """Stop the job and remove the provider's copy, where that exists."""

    async def find(self, order: Order) -> Handle | None:
        """The job of an order whose submit had no clear end.

        None means that the provider certainly has no such job. Raises `OutcomeUnknown` where it cannot tell;
        that is also what an engine says that does not override this.
        """
        raise OutcomeUnknown("outcome_unknown", f"{self.name} cannot look up order {order.intent}")

    def media_key(self, order: Order) -> str:
        """Names what the order's footage shows: 32 hexadecimal digits. The same key is the same footage."""
        return hashlib.sha256(f"{self.name} {order.intent}".encode()).hexdigest()[:32]

    @property
    def is_ready(self) -> bool:
        """Whether it can work without further delay."""
        return True

    async def prepare(self) -> None:  # noqa: B027  optional
        """Get ready for the first order: start processes, compile."""

    async def check(self) -> str | None:
        """What is missing for this engine to work, by name and never by value; none where nothing is."""
        return None

    async def close(self) -> None:  # noqa: B027  optional
        """Let go of processes and connections."""


class EngineError(Exception):
    """An engine could not do it. The subclasses are split by what the caller should do.

    Args:
        cause: an id of `otehon.generation.causes`.
        detail: the engine's own words, for the log; never a key.
    """

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail


class TryAgain(EngineError):
    """Nothing has happened: the same call may be made again, after `after` seconds where the engine says."""

    def __init__(self, cause: str, detail: str = "", after: float | None = None) -> None:
        super().__init__(cause, detail)
        self.after = after


class Refused(EngineError):
    """This engine will not make this clip; another one may."""


class Unavailable(EngineError):
    """This engine makes nothing until a person mends it: no key, no credit, retired."""


class OutcomeUnknown(EngineError):
    """A paid job may or may not exist at the provider. Never submitted again by itself."""
