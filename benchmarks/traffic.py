"""Players of every kind behind one address, who note what went wrong."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import httpx2

from otehon.api.addresses import PREFIX

TEXT = "スクワット 10回"
OFTEN = (1, 1, 10, 4, 2)
"""How often a player asks, saves, polls, takes part of a film, and opens a drill."""


@dataclass
class Tally:
    """What happened.

    Args:
        answers: how many, by kind of request.
        failures: each in words.
        asked: runs whose video was asked for under an id of ours.
        saved: ids that the service gave to runs without one.
        films: links that played.
    """

    answers: Counter[str] = field(default_factory=Counter[str])
    failures: list[str] = field(default_factory=list[str])
    asked: list[int] = field(default_factory=list[int])
    saved: list[int] = field(default_factory=list[int])
    films: list[str] = field(default_factory=list[str])

    @property
    def runs(self) -> list[int]:
        """Every run that there must be."""
        return [*self.asked, *self.saved]


class Player:
    """Asks, saves, polls, watches and plays, in no order.

    Args:
        http: through the gateway.
        tally: where it is noted.
        ids: run ids that nobody has used.
        pause: seconds between two requests, on average.
    """

    def __init__(self, http: httpx2.AsyncClient, tally: Tally, ids: Iterator[int], pause: float) -> None:
        self._http = http
        self._tally = tally
        self._ids = ids
        self._dice = random.Random()
        self._pause = pause

    async def play(self, end: asyncio.Event) -> None:
        """Go on until the end."""
        ways = (self._ask, self._save, self._poll, self._film, self._page)
        while not end.is_set():
            (way,) = self._dice.choices(ways, OFTEN)
            await way()
            await asyncio.sleep(self._dice.uniform(0, 2 * self._pause))

    async def watch(self, end: asyncio.Event) -> None:
        """Ask, and follow the stream to its last event, as often as there is time."""
        while not end.is_set():
            run_id = await self._ask()
            if run_id is not None:
                await self._follow(run_id)

    async def _ask(self) -> int | None:
        run_id = next(self._ids)
        body = {"run_id": run_id, "prompt_text": TEXT, "duration": 5}
        if await self._send("ask", "POST", "/generate", 202, json=body) is None:
            return None
        self._tally.asked.append(run_id)
        return run_id

    async def _save(self) -> None:
        advice = f"【💪 おすすめの補強ドリル】\n{TEXT}"
        answer = await self._send("save", "POST", "/runs", 201, json={"advice": advice})
        if answer is not None:
            self._tally.saved.append(answer.json()["run_id"])

    async def _poll(self) -> None:
        if self._tally.runs:
            run_id = self._dice.choice(self._tally.runs[-100:])
            answer = await self._send("poll", "GET", f"/status/{run_id}", 200)
            film = None if answer is None else answer.json()["video_url"]
            if film is not None:
                self._tally.films.append(film)

    async def _film(self) -> None:
        if self._tally.films:
            film = self._dice.choice(self._tally.films).removeprefix(PREFIX)
            await self._send("film", "GET", film, 206, headers={"Range": "bytes=0-9999"})

    async def _page(self) -> None:
        await self._send("page", "GET", "/drills/squat", 200)

    async def _send(
        self, kind: str, method: str, path: str, wanted: int, **more: object
    ) -> httpx2.Response | None:
        """The answer, if it is the one that is wanted."""
        try:
            answer = await self._http.request(method, PREFIX + path, **more)  # pyright: ignore[reportArgumentType]
        except httpx2.TransportError as error:
            self._tally.failures.append(f"{kind}: {error!r}")
            return None
        if answer.status_code != wanted:
            self._tally.failures.append(f"{kind}: {answer.status_code} {answer.text[:200]}")
            return None
        self._tally.answers[kind] += 1
        return answer

    async def _follow(self, run_id: int) -> None:
        """A stream may end early, cleanly; then it is taken up where it was, as browsers do."""
        seen: str | None = None
        last = ""
        try:
            while '"completed"' not in last:
                seen, last = await self._stream(f"{PREFIX}/status/{run_id}/events", seen)
                await asyncio.sleep(self._pause)
        except (httpx2.TransportError, httpx2.HTTPStatusError) as error:
            self._tally.failures.append(f"stream: {error!r}")

    async def _stream(self, path: str, seen: str | None) -> tuple[str | None, str]:
        """One stream to its end: the id of the last event, and its data."""
        last = ""
        headers = {} if seen is None else {"Last-Event-ID": seen}
        async with self._http.stream("GET", path, headers=headers) as stream:
            stream.raise_for_status()
            async for line in stream.aiter_lines():
                name, _, value = line.partition(": ")
                seen = value if name == "id" else seen
                last = value if name == "data" else last
        self._tally.answers["stream"] += 1
        return seen, last


@dataclass(frozen=True)
class Crowd:
    """How many play, and how eagerly.

    Args:
        players: who do all kinds of things.
        watchers: who follow one stream after the other.
        pause: seconds between two requests of one, on average.
    """

    players: int
    watchers: int = 4
    pause: float = 0.05


async def play(address: str, crowd: Crowd, tally: Tally, end: asyncio.Event) -> None:
    """Let them play until the end."""
    limits = httpx2.Limits(max_connections=None)
    ids = count(1_000_000)
    async with httpx2.AsyncClient(base_url=address, timeout=30, limits=limits) as http:
        players = [Player(http, tally, ids, crowd.pause) for _ in range(crowd.players)]
        watchers = [Player(http, tally, ids, crowd.pause) for _ in range(crowd.watchers)]
        await asyncio.gather(*(one.play(end) for one in players), *(one.watch(end) for one in watchers))
