"""A small async client: what a service calls after it has saved a run's advice."""

import asyncio
from random import uniform
from types import TracebackType
from typing import Self

import httpx2
from pydantic import TypeAdapter

from otehon.api.models.runs import RunAnswer
from otehon.api.models.videos import NoVideo, StatusAnswer, VideoStatus

TRIES = 3
"""Tries of a request that did not arrive, or that found the database away: asking twice makes one video."""

PAUSE = 1.0
"""Seconds between tries, where the service does not say how many."""

LONGEST_PAUSE = 10.0
"""Seconds that we wait at most, whatever the service says."""

_STATUS: TypeAdapter[VideoStatus | NoVideo] = TypeAdapter(StatusAnswer)


class RequestRefused(Exception):
    """The service said no.

    Args:
        status: the HTTP status.
        code: the problem's code, as docs/api.md lists them; empty where something else answered.
        detail: the problem in words.
    """

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


class Client:
    """Talks to an Otehon service.

    Args:
        address: such as `http://video_generation:8006`.
        token: the service's OTEHON_API_TOKEN, where it has one.
        timeout: seconds for one request.
    """

    def __init__(self, address: str, token: str | None = None, timeout: float = 10.0) -> None:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        self._http = httpx2.AsyncClient(base_url=address, headers=headers, timeout=timeout)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def request_training_video(self, run_id: int, advice: str) -> RunAnswer:
        """Save a run's advice and start its video; its `video_id` is None where no drill section is.

        Safe to call again: the same advice of the same run makes one video.

        Raises:
            RequestRefused: the service said no.
            httpx2.TransportError: it could not be reached, `TRIES` times.
        """
        answer = await self._ask("POST", "/runs", {"run_id": run_id, "advice": advice})
        return RunAnswer.model_validate_json(answer.content)

    async def status(self, run_id: int) -> VideoStatus | NoVideo:
        """How the run's newest video is. Raises as `request_training_video` does."""
        answer = await self._ask("GET", f"/status/{run_id}", None)
        return _STATUS.validate_json(answer.content)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _ask(self, method: str, path: str, body: dict[str, object] | None) -> httpx2.Response:
        for _ in range(TRIES - 1):
            try:
                answer = await self._http.request(method, path, json=body)
            except httpx2.TransportError:
                await asyncio.sleep(PAUSE * uniform(1, 1.5))
                continue
            if answer.status_code != 503:
                return _accepted(answer)
            await asyncio.sleep(pause_after(answer))
        return _accepted(await self._http.request(method, path, json=body))


def pause_after(answer: httpx2.Response) -> float:
    """Seconds until the next try: what the service asks for and up to half more, as others wait too."""
    asked = answer.headers.get("retry-after", "")
    seconds = float(asked) if asked.isdecimal() else PAUSE
    return min(seconds * uniform(1, 1.5), LONGEST_PAUSE)


def _accepted(answer: httpx2.Response) -> httpx2.Response:
    if answer.is_success:
        return answer
    is_problem = answer.headers.get("content-type", "").startswith("application/problem+json")
    problem: dict[str, str] = answer.json() if is_problem else {}
    raise RequestRefused(
        answer.status_code, problem.get("code", ""), problem.get("detail", answer.text[:200])
    )
