"""Who uses the service: everything that it can be asked for, at random, by a seed."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx2

from benchmarks.soak.outages import DISK
from benchmarks.soak.place import TOKEN, Place
from benchmarks.soak.record import Promise, Record
from benchmarks.soak.wishes import random_advice, random_form, random_section, wrong_requests

HEADERS = {"Authorization": f"Bearer {TOKEN}", "Otehon-Request": "1"}
THINK = (0.05, 0.8)
"""Seconds between two requests of a visitor, at random."""

AGAIN = 0.5
"""Seconds after which a request that met an outage is sent again."""

WEIGHTS = {
    "new": 6,
    "repeat": 3,
    "status": 8,
    "events": 3,
    "form": 4,
    "media": 8,
    "retry": 3,
    "cancel": 2,
    "delete": 2,
    "wrong": 3,
}


@dataclass(frozen=True)
class Crowd:
    """What all visitors share.

    Args:
        busy: whether more work must not be asked for now.
        until: when they leave, in seconds of the monotonic clock.
    """

    place: Place
    record: Record
    busy: asyncio.Event
    until: float


class Visitor:
    """Asks one thing after the other.

    Args:
        chance: decides what.
        clients: one for each service.
    """

    def __init__(self, crowd: Crowd, chance: random.Random, clients: dict[str, httpx2.AsyncClient]) -> None:
        self._place = crowd.place
        self._record = crowd.record
        self._busy = crowd.busy
        self._chance = chance
        self._clients = clients
        self._kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "new": self._new,
            "repeat": self._repeat,
            "status": self._status,
            "events": self._events,
            "form": self._form,
            "media": self._media,
            "retry": self._retry,
            "cancel": self._cancel,
            "delete": self._delete,
            "wrong": self._wrong,
        }

    async def run(self, until: float) -> None:
        """Until that second of the monotonic clock."""
        while time.monotonic() < until:
            kind = self._chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            await self._kinds[kind]()
            await asyncio.sleep(self._chance.uniform(*THINK))

    async def _ask(
        self,
        what: str,
        method: str,
        path: str,
        good: tuple[int, ...],
        away: tuple[str, ...] = (),
        **more: Any,
    ) -> httpx2.Response | None:
        """One request to either service; None where it met an outage, or should not have failed."""
        role = self._chance.choice(self._place.services)
        begin = time.monotonic()
        try:
            answer = await self._clients[role.name].request(
                method, path, headers=HEADERS | more.pop("headers", {}), **more
            )
            outcome, fits = str(answer.status_code), answer.status_code in good
        except httpx2.TransportError as error:
            answer, outcome, fits = None, type(error).__name__, False
        self._record.note(what, outcome, fits, (role.name, *away), (begin, time.monotonic()))
        return answer if fits else None

    async def _insist(
        self, what: str, method: str, path: str, good: tuple[int, ...], **more: Any
    ) -> httpx2.Response:
        """The same request until it is answered, as a client would: each may be sent twice without harm."""
        while True:
            if (answer := await self._ask(what, method, path, good, **more)) is not None:
                return answer
            await asyncio.sleep(AGAIN)

    def _any(self) -> Promise | None:
        promises = list(self._record.promises.values())
        return self._chance.choice(promises) if promises else None

    async def _new(self) -> None:
        if self._busy.is_set():
            return
        run_id = self._chance.randrange(1, 2**31)
        if self._chance.random() < 0.5:
            path, body = "/runs", {"run_id": run_id, "advice": random_advice(self._chance)}
        else:
            path, body = (
                "/generate",
                {"run_id": run_id, "prompt_text": random_section(self._chance), "duration": 4},
            )
        answer = await self._insist("new", "POST", path, (201, 202), json=body)
        self._record.promises[run_id] = Promise(run_id, answer.json()["video_id"], path, body)

    async def _repeat(self) -> None:
        promise = self._any()
        if promise is None or self._busy.is_set():
            return
        answer = await self._ask("repeat", "POST", promise.path, (201, 202), json=promise.body)
        if (
            answer is not None
            and promise.run_id in self._record.promises
            and answer.json()["video_id"] != promise.video_id
        ):
            self._record.faults.append(f"repeat: run {promise.run_id} has a second video")

    async def _status(self) -> None:
        if (promise := self._any()) is None:
            return
        answer = await self._ask("status", "GET", f"/status/{promise.run_id}", (200,))
        if answer is None:
            return
        for clip in answer.json().get("clips", ()):
            self._record.links += [link for link in (clip["video_url"], clip["poster_url"]) if link]
        del self._record.links[:-200]

    async def _events(self) -> None:
        if (promise := self._any()) is None:
            return
        role = self._chance.choice(self._place.services)
        begin, outcome = time.monotonic(), "200"
        try:
            async with asyncio.timeout(self._chance.uniform(1, 5)):
                async with self._clients[role.name].stream(
                    "GET", f"/status/{promise.run_id}/events"
                ) as stream:
                    outcome = str(stream.status_code)
                    async for _ in stream.aiter_lines():
                        pass
        except TimeoutError:
            pass
        except httpx2.TransportError as error:
            outcome = type(error).__name__
        self._record.note(
            "events", outcome, outcome in ("200", "204"), (role.name,), (begin, time.monotonic())
        )

    async def _form(self) -> None:
        promise = self._any()
        if promise is None or self._busy.is_set():
            return
        status = await self._ask("status", "GET", f"/videos/{promise.video_id}", (200, 404))
        if status is None or status.status_code == 404 or not status.json()["clips"]:
            return
        clip = self._chance.choice(status.json()["clips"])["clip_id"]
        form = random_form(self._chance)
        for _ in range(4):
            answer = await self._ask("form", "GET", f"/clips/{clip}", (200, 202, 404), params=form)
            if answer is None or answer.status_code != 202:
                return
            await asyncio.sleep(AGAIN)

    async def _media(self) -> None:
        if not self._record.links:
            return
        link = self._chance.choice(self._record.links)
        span = {"Range": "bytes=0-999"} if self._chance.random() < 0.5 else {}
        # 410: the run was deleted, or the swept clip is not drawn again in time.
        answer = await self._ask("media", "GET", link, (200, 206, 410), (DISK,), headers=span)
        if (
            answer is not None
            and answer.is_success
            and len(answer.content) != int(answer.headers["content-length"])
        ):
            self._record.faults.append("media: cut short")

    async def _retry(self) -> None:
        if (promise := self._any()) is not None and not self._busy.is_set():
            await self._ask("retry", "POST", f"/videos/{promise.video_id}/retry", (202, 404))

    async def _cancel(self) -> None:
        if (promise := self._any()) is not None:
            promise.canceled = True
            await self._ask("cancel", "POST", f"/videos/{promise.video_id}/cancel", (202, 404))

    async def _delete(self) -> None:
        promise = self._any()
        if promise is None or self._chance.random() < 0.5:
            return
        # From here on it is not ours to watch; another visitor may have asked for it again just now.
        self._record.promises.pop(promise.run_id, None)
        await self._insist("delete", "DELETE", f"/runs/{promise.run_id}", (204, 404))
        self._record.deleted.add(promise.run_id)

    async def _wrong(self) -> None:
        method, path, good, more = self._chance.choice(wrong_requests())
        await self._ask(f"wrong {method}", method, path, good, **more)


async def visit(crowd: Crowd, seed: str, count: int) -> None:
    """Several visitors at once."""
    elder, younger = crowd.place.services
    async with (
        httpx2.AsyncClient(base_url=elder.address, timeout=30) as one,
        httpx2.AsyncClient(base_url=younger.address, timeout=30) as other,
    ):
        clients = {elder.name: one, younger.name: other}
        visitors = [Visitor(crowd, random.Random(f"{seed}-visitor-{i}"), clients) for i in range(count)]
        await asyncio.gather(*(visitor.run(crowd.until) for visitor in visitors))
