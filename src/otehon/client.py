"""A typed client of the HTTP API: what `video_processing` calls after it has saved an advice.

async with OtehonClient("http://video_generation:8006") as otehon:
    answer = await otehon.request_training_video(run_id, integrated_advice)
"""

import asyncio
import time
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2
from pydantic import BaseModel, TypeAdapter

from otehon.api.guard import OUR_HEADER
from otehon.api.models import NoVideo, RunAnswer, StatusAnswer, Video, VideoStatus
from otehon.errors import OtehonError

LOOK_EVERY = 1.0
"""Seconds between looks in `wait`."""

TRIES = 3
FINAL = ("completed", "failed", "canceled")

AnswerT = TypeVar("AnswerT", bound=BaseModel)
STATUS: TypeAdapter[VideoStatus | NoVideo] = TypeAdapter(StatusAnswer)


class ServiceRefused(OtehonError):
    """The service answered with a problem; `status` is the HTTP status, `code` the problem's."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"The video service refused ({status} {code}).", detail)
        self.status = status
        self.code = code


class ServiceAway(OtehonError):
    """The service could not be reached, or stayed unavailable."""


class OtehonClient:
    """Calls one service. A context manager.

    Every request may be sent twice without harm, so one that got no answer is sent again.

    Args:
        address: such as `http://video_generation:8006`, or that of a gateway with its path.
        token: the service's OTEHON_API_TOKEN, where it has one.
        timeout: seconds for one answer.
    """

    def __init__(self, address: str, token: str | None = None, timeout: float = 10.0) -> None:
        headers = {OUR_HEADER: "1"} | ({"Authorization": f"Bearer {token}"} if token else {})
        self._http = httpx2.AsyncClient(base_url=address.rstrip("/"), headers=headers, timeout=timeout)

    async def __aenter__(self) -> Self:
        """Nothing is sent yet."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def request_training_video(self, run_id: int, advice: str) -> RunAnswer:
        """Save a run's advice and start its video; `video_id` is None where it has no drill section.

        Raises:
            ServiceRefused: the service said why.
            ServiceAway: it did not answer, `TRIES` times.
        """
        return await self._send(RunAnswer, "POST", "/runs", json={"advice": advice, "run_id": run_id})

    async def status(self, run_id: int) -> VideoStatus | None:
        """The run's newest video; None where none was asked for. Raises as `request_training_video`."""
        answer = STATUS.validate_json(await self._ask("GET", f"/status/{run_id}"))
        return answer if isinstance(answer, VideoStatus) else None

    async def wait(self, run_id: int, within: float = 60.0) -> VideoStatus | None:
        """The status once it is final, or as it is after `within` seconds. Raises as above."""
        deadline = time.monotonic() + within
        while True:
            status = await self.status(run_id)
            if time.monotonic() >= deadline or (status and status.generation_status in FINAL):
                return status
            await asyncio.sleep(LOOK_EVERY)

    async def retry(self, video_id: int) -> Video:
        """Start again what failed. Raises as above."""
        return await self._send(Video, "POST", f"/videos/{video_id}/retry")

    async def cancel(self, video_id: int) -> Video:
        """End what is not finished. Raises as above."""
        return await self._send(Video, "POST", f"/videos/{video_id}/cancel")

    async def delete_run(self, run_id: int) -> None:
        """Forget a run with all that was made of it. Raises as above."""
        await self._ask("DELETE", f"/runs/{run_id}")

    async def _send(self, kind: type[AnswerT], method: str, path: str, **more: Any) -> AnswerT:
        return kind.model_validate_json(await self._ask(method, path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> bytes:
        said = ""
        for attempt in range(TRIES):
            if attempt:
                await asyncio.sleep(attempt)
            try:
                answer = await self._http.request(method, path, **more)
            except httpx2.TransportError as error:
                said = type(error).__name__
                continue
            if answer.status_code < 400:
                return answer.content
            if answer.status_code < 500:
                raise _refusal(answer)
            said = f"HTTP {answer.status_code}"
        raise ServiceAway(
            f"The video service does not answer ({said}).", "Look at its /readyz; send the same again later."
        )


def _refusal(answer: httpx2.Response) -> ServiceRefused:
    try:
        problem = answer.json()
        return ServiceRefused(answer.status_code, str(problem["code"]), str(problem["detail"]))
    except (ValueError, KeyError, TypeError):
        return ServiceRefused(answer.status_code, "unknown", "The answer was not one of the service's.")
