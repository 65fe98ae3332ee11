import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from otehon.api.together import AT_ONCE, MOST, NotInTime, Together


@dataclass
class Looks:
    """Counts looks; each waits to be let go, and answers with its own number."""

    keys: list[list[int]] = field(default_factory=list[list[int]])
    go: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    at_once: int = 0

    async def look(self, keys: Sequence[int]) -> Mapping[int, int]:
        self.at_once += 1
        assert self.at_once <= AT_ONCE
        number = len(self.keys)
        self.keys.append(list(keys))
        await self.go.acquire()
        self.at_once -= 1
        return dict.fromkeys(keys, number)


def asking(together: Together[int, int], *keys: int) -> list[asyncio.Task[int]]:
    return [asyncio.create_task(together.ask(key)) for key in keys]


async def a_while() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_what_is_asked_at_once_is_one_look():
    looks = Looks()
    asked = asking(Together(looks.look), 1, 2, 1, 3, 1)
    looks.go.release()
    assert await asyncio.gather(*asked) == [0, 0, 0, 0, 0]
    assert looks.keys == [[1, 2, 3]]


async def test_nobody_is_told_of_a_time_before_the_question():
    looks = Looks()
    together = Together(looks.look)
    early = asking(together, 1)
    await a_while()
    late = asking(together, 1, 2)
    await a_while()
    looks.go.release()
    assert await asyncio.gather(*early) == [0]
    assert not any(task.done() for task in late)
    looks.go.release()
    assert await asyncio.gather(*late) == [1, 1]


async def test_what_comes_while_all_looks_are_under_way_is_one_look():
    looks = Looks()
    together = Together(looks.look)
    asked: list[asyncio.Task[int]] = []
    for key in (*range(AT_ONCE), 7, 8, 7):
        asked += asking(together, key)
        await a_while()
    for _ in range(AT_ONCE + 1):
        looks.go.release()
    await asyncio.gather(*asked)
    assert looks.keys == [*([key] for key in range(AT_ONCE)), [7, 8]]


async def test_a_look_is_never_for_more_than_it_can_read_at_once():
    looks = Looks()
    asked = asking(Together(looks.look), *range(MOST + 1))
    looks.go.release()
    looks.go.release()
    await asyncio.gather(*asked)
    assert [len(keys) for keys in looks.keys] == [MOST, 1]


async def test_who_goes_away_takes_nothing_from_the_others():
    looks = Looks()
    first, second = asking(Together(looks.look), 1, 1)
    await a_while()
    first.cancel()
    looks.go.release()
    assert await second == 0


async def test_a_look_that_fails_fails_for_those_who_asked_and_for_no_others():
    async def look(keys: Sequence[int]) -> Mapping[int, int]:
        if keys == [1]:
            raise ConnectionError
        return dict.fromkeys(keys, 7)

    together = Together(look)
    asked = asking(together, 1, 1)
    assert [type(one) for one in await asyncio.gather(*asked, return_exceptions=True)] == [
        ConnectionError,
        ConnectionError,
    ]
    assert await together.ask(2) == 7


async def test_a_look_without_an_end_holds_up_nobody_for_ever():
    looks = Looks()
    together = Together(looks.look, within=0.01)
    with pytest.raises(NotInTime):
        await together.ask(1)
