"""An engine that plays a script: for tests, benchmarks and demonstrations without a provider.

Its state is in the handle alone, so that it behaves the same in every process and after every crash. As a
paid engine it keeps its jobs in a folder, which stands for the provider: every process can list them there.
"""

import asyncio
import random
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from otehon.engines.base import (
    Ask,
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
    Unclear,
    Waiting,
)
from otehon.engines.fake_footage import SIZE, footage_with
from otehon.engines.fake_provider import FakeProvider
from otehon.settings import Settings

Fault = Literal[
    "try_again",
    "refused",
    "unavailable",
    "outcome_unknown",
    "bug",
    "begun",
    "dropped",
    "garbage",
    "cut",
    "black",
    "frozen",
]
"""`begun` and `dropped` are unclear submits, with and without a job; the last four are footage."""


class FakeScript(BaseModel):
    """What the engine plays.

    Attributes:
        seconds: from submit to ready.
        submit_seconds: what a submit itself takes.
        fetch_seconds: what a fetch takes; its progress moves in ten parts.
        poll_after: what it asks callers to wait between polls.
        submit, poll, fetch: faults by attempt: the first try meets the first one, and so on; none is success.
        refuse_words: an order whose words contain this is refused.
        provider: a folder with jobs: it is a paid engine then, which must not be asked the same twice.
        lists: whether the provider can list its jobs.
        lists_at_once: whether a job that is not listed was never begun.
        chances: how likely each fault is in every call of its stage, beside the ones by attempt.
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
    provider: Path | None = None
    lists: bool = True
    lists_at_once: bool = False
    chances: Mapping[Literal["submit", "poll", "fetch"], Mapping[Fault, float]] = {}

    def fault(self, stage: Literal["submit", "poll", "fetch"], attempt: int) -> Fault | None:
        """What goes wrong in this call."""
        faults: Sequence[Fault | None] = getattr(self, stage)
        if attempt < len(faults) and faults[attempt] is not None:
            return faults[attempt]
        chances = self.chances.get(stage, {})
        kinds: list[Fault | None] = [*chances, None]
        return random.choices(kinds, [*chances.values(), max(0.0, 1 - sum(chances.values()))])[0]


class FakeEngine(Engine):
    """Plays a `FakeScript`. Its footage is a short clip of a moving bar."""

    name: ClassVar[str] = "fake"
    capabilities: Capabilities = Capabilities()

    def __init__(self, script: FakeScript) -> None:
        self.script = script
        self._jobs = None if script.provider is None else FakeProvider(script.provider)
        if self._jobs is not None:
            self.capabilities = Capabilities(
                paid=True,
                repeatable_submit=False,
                sizes=(SIZE,),
                lists=script.lists,
                lists_at_once=script.lists_at_once,
                cancels=True,
            )

    async def ask(self, order: Order) -> Ask:
        """The advice's words, in the one size there is."""
        return Ask(order.words, order.seconds, SIZE, "fake")

    async def submit(self, order: Order) -> Handle:
        """Begin; the handle says when it will be ready."""
        await asyncio.sleep(self.script.submit_seconds)
        fault = self.script.fault("submit", order.attempt)
        if fault in ("begun", "dropped"):
            if fault == "begun" and self._jobs is not None:
                self._jobs.begin(order.ask or await self.ask(order), self.script.seconds)
            raise Unclear("the connection was lost")
        _raise(fault)
        if self.script.refuse_words and self.script.refuse_words in order.words:
            raise Refused("moderated_before", "the script refuses these words")
        if self._jobs is not None:
            return self._jobs.begin(order.ask or await self.ask(order), self.script.seconds).handle
        now = time.time()
        return {"id": str(order.intent), "from": now, "ready_at": now + self.script.seconds, "polls": 0}

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Ready when the time has come."""
        _raise(self.script.fault("poll", int(handle.get("attempt", 0))))
        now, begin, end = time.time(), float(handle["from"]), float(handle["ready_at"])
        if now >= end:
            return Ready()
        return Waiting(progress=(now - begin) / (end - begin), after=self.script.poll_after)

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Write a clip in which a bar moves over a ground of two colours; or what the script asks for."""
        fault = self.script.fault("fetch", order.attempt)
        _raise(fault)
        for tenth in range(10):
            await asyncio.sleep(self.script.fetch_seconds / 10)
            progress((tenth + 1) / 10)
        video = folder / "clip.mp4"
        video.write_bytes(await asyncio.to_thread(footage_with, fault, max(1, round(order.seconds))))
        return Footage(video=video)

    async def find(self, order: Order, since: float = 0.0, claimed: Collection[str] = ()) -> Handle | None:
        """Unpaid, it never has one that was not answered. Paid, it looks among its jobs."""
        if self._jobs is None:
            return None
        if not self.script.lists or order.ask is None:
            raise OutcomeUnknown("outcome_unknown", "this provider lists nothing")
        job = self._jobs.find(order.ask, since, claimed)
        return None if job is None else job.handle

    async def cancel(self, handle: Handle) -> None:
        """The provider's copy goes; that it was paid stays known."""
        if self._jobs is not None:
            self._jobs.delete(str(handle["id"]))


def create(settings: Settings) -> FakeEngine:
    """The entry point: the script comes from `OTEHON_FAKE_SCRIPT`."""
    return FakeEngine(FakeScript.model_validate_json(settings.fake_script))


def _raise(fault: Fault | None) -> None:
    if fault == "bug":
        raise RuntimeError("the script asks for a bug")
    errors: dict[Fault, type[EngineError]] = {
        "try_again": TryAgain,
        "refused": Refused,
        "unavailable": Unavailable,
        "outcome_unknown": OutcomeUnknown,
    }
    if fault in errors:
        raise errors[fault](_CAUSES[fault], "the script asks for it")


_CAUSES = {
    "try_again": "unreachable",
    "refused": "moderated_before",
    "unavailable": "no_credit",
    "outcome_unknown": "outcome_unknown",
}
