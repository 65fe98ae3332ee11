"""An engine that plays a script: for tests, benchmarks and demonstrations without a provider.

Its state is in the handle alone, so that it behaves the same in every process and after every crash.
"""

import asyncio
import io
import time
from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Literal

import av
import numpy as np
from pydantic import BaseModel, ConfigDict

from otehon.engines.base import (
    Capabilities,
    Engine,
    EngineError,
    Footage,
    Handle,
    Order,
    OutcomeUnknown,
    Progress,
    Ready,
    Refused,
    TryAgain,
    Unavailable,
    Waiting,
)
from otehon.settings import Settings

Fault = Literal["try_again", "refused", "unavailable", "outcome_unknown", "bug"]
FPS = 10


class FakeScript(BaseModel):
    """What the engine plays.

    Attributes:
        seconds: from submit to ready.
        submit_seconds: what a submit itself takes.
        fetch_seconds: what a fetch takes; its progress moves in ten parts.
        poll_after: what it asks callers to wait between polls.
        submit, poll, fetch: faults by attempt: the first try meets the first one, and so on; none is success.
        refuse_words: an order whose words contain this is refused.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: float = 0.0
    submit_seconds: float = 0.0
    fetch_seconds: float = 0.0
    poll_after: float | None = None
    submit: Sequence[Fault | None] = ()
    poll: Sequence[Fault | None] = ()
    fetch: Sequence[Fault | None] = ()
    refuse_words: str | None = None


class FakeEngine(Engine):
    """Plays a `FakeScript`. Its footage is a short clip of one colour."""

    name: ClassVar[str] = "fake"
    capabilities: Capabilities = Capabilities()

    def __init__(self, script: FakeScript) -> None:
        self.script = script

    async def submit(self, order: Order) -> Handle:
        """Begin; the handle says when it will be ready."""
        await asyncio.sleep(self.script.submit_seconds)
        _play(self.script.submit, order.attempt)
        if self.script.refuse_words and self.script.refuse_words in order.words:
            raise Refused("moderated_before", "the script refuses these words")
        now = time.time()
        return {"id": str(order.intent), "from": now, "ready_at": now + self.script.seconds, "polls": 0}

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Ready when the time has come."""
        _play(self.script.poll, int(handle.get("attempt", 0)))
        now, begin, end = time.time(), float(handle["from"]), float(handle["ready_at"])
        if now >= end:
            return Ready()
        return Waiting(progress=(now - begin) / (end - begin), after=self.script.poll_after)

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Write a clip of one colour."""
        _play(self.script.fetch, order.attempt)
        for tenth in range(10):
            await asyncio.sleep(self.script.fetch_seconds / 10)
            progress((tenth + 1) / 10)
        video = folder / "clip.mp4"
        video.write_bytes(await asyncio.to_thread(plain_clip, max(1, round(order.seconds))))
        return Footage(video=video)

    async def find(self, order: Order, since: float = 0.0, claimed: Collection[str] = ()) -> Handle | None:
        """It never loses an order, and never has one that was not answered."""
        return None


def create(settings: Settings) -> FakeEngine:
    """The entry point: the script comes from `OTEHON_FAKE_SCRIPT`."""
    return FakeEngine(FakeScript.model_validate_json(settings.fake_script))


@lru_cache(maxsize=16)
def plain_clip(seconds: int) -> bytes:
    """An MP4 of one colour, 160x120, of that many whole seconds."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4", options={"movflags": "frag_keyframe+empty_moov"}) as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        stream.time_base = Fraction(1, FPS)
        picture = np.full((120, 160, 3), (40, 120, 160), dtype=np.uint8)
        for _ in range(seconds * FPS):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return buffer.getvalue()


def _play(faults: Sequence[Fault | None], attempt: int) -> None:
    fault = faults[attempt] if attempt < len(faults) else None
    if fault == "bug":
        raise RuntimeError("the script asks for a bug")
    errors: dict[str, type[EngineError]] = {
        "try_again": TryAgain,
        "refused": Refused,
        "unavailable": Unavailable,
        "outcome_unknown": OutcomeUnknown,
    }
    if fault is not None:
        raise errors[fault](_CAUSES[fault], "the script asks for it")


_CAUSES = {
    "try_again": "unreachable",
    "refused": "moderated_before",
    "unavailable": "no_credit",
    "outcome_unknown": "outcome_unknown",
}
