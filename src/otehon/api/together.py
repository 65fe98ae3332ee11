"""Questions that come at the same moment, answered by one look."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")

MOST = 50
"""Keys of one look: the loop does nothing else while it reads some 10 ms of rows."""

AT_ONCE = 2
"""Looks at once: one is read while the database works on the other."""

WITHIN = 20.0
"""Seconds of a look, more than the wait for a connection: one whose other end has vanished must not hold up
all that come after."""


class NotInTime(Exception):
    """The look took too long."""


class Together(Generic[Key, Answer]):
    """Asks for many at once, over two connections at most, and once for all that ask for the same.

    A look begins after the question was put, so nobody is told of a time before it: what comes while both are
    used waits for the next. The more ask, the more each look answers.

    Args:
        look: the answers to many keys.
        within: seconds that it may take.
    """

    def __init__(
        self, look: Callable[[Sequence[Key]], Awaitable[Mapping[Key, Answer]]], within: float = WITHIN
    ) -> None:
        self._look = look
        self._within = within
        self._asked: dict[Key, asyncio.Future[Answer]] = {}
        self._looking: set[asyncio.Task[Any] | None] = set()

    async def ask(self, key: Key) -> Answer:
        """The answer to one key. Raises what the look raised, or `NotInTime`."""
        answer = self._asked.get(key)
        if answer is None:
            answer = self._asked[key] = asyncio.get_running_loop().create_future()
        if len(self._looking) < AT_ONCE:
            self._looking.add(asyncio.create_task(self._answer_all()))
        return await asyncio.shield(answer)

    async def _answer_all(self) -> None:
        try:
            while self._asked:
                keys = list(islice(self._asked, MOST))
                await self._answer({key: self._asked.pop(key) for key in keys})
        finally:
            self._looking.discard(asyncio.current_task())

    async def _answer(self, asked: Mapping[Key, asyncio.Future[Answer]]) -> None:
        try:
            async with asyncio.timeout(self._within):
                found = await self._look(list(asked))
            answers = [found[key] for key in asked]
        except Exception as error:  # noqa: BLE001  it is for those who asked
            told = NotInTime() if isinstance(error, TimeoutError) else error
            for future in asked.values():
                future.set_exception(told)
                future.exception()  # heard, also where nobody waits any more
            return
        for future, answer in zip(asked.values(), answers, strict=True):
            future.set_result(answer)
