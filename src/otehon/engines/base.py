"""The contract of an engine: three verbs, a few optional ones, and capabilities as data."""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal
from uuid import UUID

Handle = Mapping[str, Any]
"""What an engine needs to find its job again: JSON, kept in the database, never a key and never a URL."""


@dataclass(frozen=True, slots=True)
class Frames:
    """How many frames of a clip are drawn, of how many."""

    done: int
    total: int

    @property
    def fraction(self) -> float:
        """The part that is done, 0 to 1."""
        return self.done / self.total if self.total else 0.0


Progress = Callable[[float | Frames], None]
"""Told the fraction that is done, 0 to 1, or the frames. May be called from any thread."""

Lang = Literal["ja", "en"]
Size = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360", "480x360"]
TextMode = Literal["none", "burned"]


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a studio clip. Each part of it is part of the media key.

    `mistake`: in turn with the usual mistake, where the drill shows one.
    """

    lang: Lang = "ja"
    mirror: bool = False
    size: Size = "960x720"
    text: TextMode = "none"
    mistake: bool = False

    @property
    def code(self) -> str:
        """A short name without separators of paths."""
        plain = f"{self.lang}-{'m' if self.mirror else 'p'}-{self.size}-{self.text}"
        return f"{plain}-mistake" if self.mistake else plain


@dataclass(frozen=True, slots=True)
class Ask:
    """What an engine would send for an order. JSON in `as_json`; no key and no URL in it.

    Args:
        prompt: the whole text that leaves this machine; empty where no text does.
        seconds: the length that is asked for: the nearest one that the engine allows, not below the wanted.
        size: `1280x720`: the nearest one that the engine allows.
        model: the provider's name of what makes it; with the engine's name, the key of the price table.
    """

    prompt: str
    seconds: float
    size: str
    model: str = ""

    def as_json(self) -> dict[str, Any]:
        """As it is kept with the intent."""
        return {"prompt": self.prompt, "seconds": self.seconds, "size": self.size, "model": self.model}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Ask":
        """The ask that was kept."""
        return cls(kept["prompt"], float(kept["seconds"]), kept["size"], kept["model"])

    def fingerprint(self, engine: str) -> str:
        """32 hexadecimal digits: the same digits are the same paid request."""
        text = json.dumps([engine, self.as_json()], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


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
        ask: what `Engine.ask` answered when the intent was committed; none where it was not asked.
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
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine is like.

    Args:
        local: it uses this machine's processor, so its steps run in the studio's lane.
        paid: a submit may cost money; an intent is committed first.
        repeatable_submit: submitting the same intent again starts and costs nothing new.
        seconds: the lengths it can make; empty means any.
        sizes: the sizes it can make, as `1280x720`; empty means any.
        variants: it can make every `Variant` again at any time.
        idempotent: it honours the order's intent as an idempotency key.
        lists: `find` can look a job up.
        lists_at_once: a job is listed as soon as it is taken: what `find` does not see was never begun.
        cancels: `cancel` reaches the provider.
        needs_movement: it cannot be guided without a movement of the drill; what it makes of a drill that has
            none is checked against nothing.
    """

    local: bool = False
    paid: bool = False
    repeatable_submit: bool = True
    seconds: tuple[float, ...] = ()
    sizes: tuple[str, ...] = ()
    variants: bool = False
    idempotent: bool = False
    lists: bool = False
    lists_at_once: bool = False
    cancels: bool = False
    needs_movement: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Not ready: what the provider says of its progress, and in how many seconds to ask again."""

    progress: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The clip can be fetched."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What must be shown with a clip that somebody else made."""

    title: str
    licence: str


@dataclass(frozen=True, slots=True)
class Footage:
    """A clip's files: MP4, and poster and captions where the engine makes them. Captions by language."""

    video: Path
    poster: Path | None = None
    captions: Mapping[Lang, Path] = field(default_factory=dict[Lang, Path])
    credit: Credit | None = None


class Engine(ABC):
    """Makes clips. Every verb may be called again after a crash and must come to the same end."""

    name: ClassVar[str]
    capabilities: Capabilities = Capabilities()

    async def ask(self, order: Order) -> Ask:
        """What would be sent for the order; spends nothing at the video's provider.

        Called before the intent of a paid engine is committed, and kept with it, so that `submit` and `find`
        speak of the same words. Raises an `EngineError`.
        """
        return Ask("", order.seconds, order.variant.size)

    async def get_ready(self, order: Order) -> None:  # noqa: B027  optional
        """Do what takes time before a submit, so that this is one call and no more. Raises an `EngineError`.

        Called before the intent of a paid engine is committed: what is killed here has spent nothing.
        """

    @abstractmethod
    async def submit(self, order: Order) -> Handle:
        """Ask for a clip; the handle's `id` is the provider's own name of the job.

        Raises:
            TryAgain: it is certain that nothing was begun.
            Unclear: the provider may have begun; `find` tells.
            Refused, Unavailable: it is certain that nothing was begun, and nothing will be.
        """

    @abstractmethod
    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Ask how it is. Raises an `EngineError`."""

    @abstractmethod
    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Put the clip's files into `folder`. Raises an `EngineError`."""

    async def cancel(self, handle: Handle) -> None:  # noqa: B027  optional
        """Stop the job if it still runs and remove the provider's copy, where that exists.

        Also for a clip that has been fetched and kept: nothing stays at the provider.
        """

    async def find(self, order: Order, since: float = 0.0, claimed: Collection[str] = ()) -> Handle | None:
        """The job of an order whose submit had no clear end: the same prompt, size and length.

        None means that the provider lists no such job, which proves something only where it lists at once.
        Raises `OutcomeUnknown` where it cannot tell; that is also what an engine says that does not override
        this.

        Args:
            order: with the `ask` that was kept.
            since: when the intent was committed, seconds since 1970; older jobs are other people's.
            claimed: the provider's ids of jobs that belong to other attempts.
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
        spent: the provider may keep the money although there is no clip.
    """

    def __init__(self, cause: str, detail: str = "", *, spent: bool = False) -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail
        self.spent = spent


class TryAgain(EngineError):
    """Nothing has happened: the same call may be made again, after `after` seconds where the engine says."""

    def __init__(self, cause: str, detail: str = "", after: float | None = None) -> None:
        super().__init__(cause, detail)
        self.after = after


class Refused(EngineError):
    """This engine will not make this clip; another one may."""


class Unavailable(EngineError):
    """This engine makes nothing until a person mends it: no key, no credit, retired."""


class Unclear(EngineError):
    """A submit got no answer that tells whether the provider took the job. First look it up with `find`."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("outcome_unknown", detail)


class OutcomeUnknown(EngineError):
    """A paid job may or may not exist at the provider. Never submitted again by itself."""
