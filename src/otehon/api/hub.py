"""Fans the states of runs out to all that watch: one query a change, however many watch."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import structlog

from otehon.generation.watch import RunWatcher

log = structlog.get_logger()

PAUSE = 0.1
"""Seconds between two looks at one run: changes within them are seen together."""

AWAY = 1.0
"""Seconds until the next look where the database does not answer."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How a run is, ready to be sent.

    Args:
        id: the same for the same state in every process, whatever its links.
        body: JSON.
        final: whether nothing more happens by itself.
        ahead: the clips before the run's first one that waits in line; None where none does.
    """

    id: str
    body: str
    final: bool
    ahead: int | None = None


@dataclass(slots=True, eq=False)
class Topic:
    """One run that somebody watches."""

    watchers: int = 0
    newest: Snapshot | None = None
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


class Hub:
    """Shares what it loads among the watchers of a run.

    Args:
        watcher: says when a run may have changed.
        load: how a run is now.
    """

    def __init__(self, watcher: RunWatcher, load: Callable[[int], Awaitable[Snapshot]]) -> None:
        self._watcher = watcher
        self._load = load
        self._topics: dict[int, Topic] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def watch(self, run_id: int, seen: str | None = None) -> AsyncGenerator[Snapshot]:
        """Each new state of a run, the present one first unless it is `seen`; ends after the last one.

        The process's end ends it too.
        """
        async with self._joined(run_id) as topic:
            while not self._watcher.closing.is_set():
                snapshot = await self._unseen(topic, seen)
                if snapshot is None:
                    return
                seen = snapshot.id
                yield snapshot
                if snapshot.final:
                    return

    @asynccontextmanager
    async def _joined(self, run_id: int) -> AsyncGenerator[Topic]:
        topic = self._topics.get(run_id)
        if topic is None:
            topic = self._topics[run_id] = Topic()
            self._tasks[run_id] = asyncio.create_task(self._keep(run_id, topic))
        topic.watchers += 1
        try:
            yield topic
        finally:
            topic.watchers -= 1
            if topic.watchers == 0:
                del self._topics[run_id]
                self._tasks.pop(run_id).cancel()

    async def _unseen(self, topic: Topic, seen: str | None) -> Snapshot | None:
        """The newest state once it is another than `seen`; None at the process's end, or after the last."""
        async with topic.changed:
            await topic.changed.wait_for(
                lambda: self._watcher.closing.is_set() or _is_news(topic.newest, seen)
            )
        newest = topic.newest
        return None if newest is None or newest.id == seen else newest

    async def _keep(self, run_id: int, topic: Topic) -> None:
        async with self._watcher.subscribe(run_id) as event:
            event.set()
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), until_next_look(topic.newest))
                event.clear()
                pause = await self._look(run_id, topic)
                async with topic.changed:
                    topic.changed.notify_all()
                if pause == AWAY:
                    event.set()
                await asyncio.sleep(pause)

    async def _look(self, run_id: int, topic: Topic) -> float:
        try:
            topic.newest = await self._load(run_id)
        except Exception as error:  # noqa: BLE001  the watchers wait until the database is back
            log.warning("could not look at a run", run_id=run_id, error=type(error).__name__)
            return AWAY
        return PAUSE


def until_next_look(newest: Snapshot | None) -> float | None:
    """Seconds after which a run is looked at although nobody says that it changed; None: never.

    Nobody is told when the line before a clip grows shorter. The longer it is, the less one place matters,
    and the rarer the look: two thousand waiting pages make some fifty queries a second.
    """
    if newest is None or newest.ahead is None:
        return None
    return 1.0 + newest.ahead / 10


def _is_news(newest: Snapshot | None, seen: str | None) -> bool:
    return newest is not None and (newest.id != seen or newest.final)
