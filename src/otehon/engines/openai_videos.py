"""Any server of the protocol `POST /v1/videos`, through the official SDK with its retries off."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, ClassVar, cast

import httpx2
import openai
from openai import AsyncOpenAI

from otehon.engines.answers import Answer, clean, failure, refusal
from otehon.engines.arrival import check_arrival
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
from otehon.engines.choice import nearest_seconds, nearest_size
from otehon.engines.download import NotThere, Source, download
from otehon.engines.guidance import Guide
from otehon.engines.openai_videos_create import create_request
from otehon.engines.openai_videos_find import Wanted, find_job
from otehon.engines.openai_videos_jobs import Job
from otehon.engines.openai_videos_models import missing_model
from otehon.engines.openai_videos_profiles import DONE, EXPIRED, FAILED
from otehon.engines.openai_videos_server import Server, is_web_address, server_of
from otehon.engines.small_answers import small_answers
from otehon.settings import Settings

TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
"""Failures before a byte of the request has left."""

UNUSABLE = (httpx2.UnsupportedProtocol, httpx2.InvalidURL)


class OpenaiVideosEngine(Engine):
    """Videos from a server that the settings name.

    Args:
        server: what the settings say about it.
        guide: makes prompts and first frames.
    """

    name: ClassVar[str] = "openai-videos"

    def __init__(self, server: Server, guide: Guide) -> None:
        self._server = server
        self._guide = guide
        self._web = httpx2.AsyncClient(timeout=TIMEOUT, follow_redirects=False)
        self._client = AsyncOpenAI(
            api_key=server.key or "none",
            base_url=server.base_url if is_web_address(server.base_url) else "http://not-set.invalid",
            max_retries=0,
            http_client=small_answers(TIMEOUT),
        )
        self.capabilities = Capabilities(
            paid=True,
            repeatable_submit=server.idempotent,
            seconds=server.seconds,
            sizes=server.sizes,
            idempotent=server.idempotent,
            lists=server.profile.lists,
            lists_at_once=server.lists_at_once,
            cancels=server.profile.deletes,
            needs_movement=True,
        )

    async def ask(self, order: Order) -> Ask:
        """The prompt, and the nearest length and size that the server makes."""
        seconds = nearest_seconds(order.seconds, self._server.seconds)
        size = nearest_size(order.variant.size, self._server.sizes)
        prompt = await self._guide.prompt(order, seconds, "videos", frames=int(self._sends_frame(order)))
        return Ask(prompt, seconds, size, self._server.model)

    async def get_ready(self, order: Order) -> None:
        """Draw the first frame."""
        if order.ask is not None and self._sends_frame(order):
            await self._guide.frames(order, order.ask)

    async def submit(self, order: Order) -> Handle:
        """Create the job: one request, no retries."""
        self._refuse_unset()
        ask = order.ask or await self.ask(order)
        frame = (await self._guide.frames(order, ask))[0] if self._sends_frame(order) else None
        request = create_request(self._server, ask, frame, str(order.intent))
        try:
            answer = await self._client.post(
                "/videos",
                body=request.body,
                files=request.files,
                options={"headers": dict(request.headers)},
                cast_to=httpx2.Response,
            )
        except openai.APIStatusError as error:
            raise refusal(self._answer(error)) from None
        except openai.APIConnectionError as error:
            raise _not_answered(error) from None
        return self._accepted(answer)

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Retrieve the job."""
        job = await self._retrieve(str(handle["id"]))
        if job.status in DONE:
            return Ready()
        if job.status in EXPIRED:
            raise Refused("expired", f"the job is {job.status}", spent=True)
        if job.status in FAILED:
            raise failure(job.error_code, clean(job.error_words, self._server.key))
        return Waiting(job.progress)

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Stream the clip into a file, from `/content` or from where the job says."""
        job_id, file = str(handle["id"]), folder / "clip.mp4"
        try:
            await download(self._web, self._server.content_url(job_id), self._source(), file, progress)
        except NotThere as missing:
            await self._fetch_elsewhere(job_id, missing, file, progress)
        await check_arrival(file, self._server.max_seconds)
        return Footage(file)

    async def find(self, order: Order, since: float = 0.0, claimed: Collection[str] = ()) -> Handle | None:
        """Look through the server's list of jobs."""
        if not self._server.profile.lists:
            raise OutcomeUnknown("outcome_unknown", "the server lists no jobs")
        ask = order.ask or await self.ask(order)
        try:
            job = await find_job(self._client, Wanted(ask, since, frozenset(claimed)))
        except openai.OpenAIError as error:
            raise OutcomeUnknown("outcome_unknown", f"no list of jobs: {type(error).__name__}") from None
        return None if job is None else {"id": job.id}

    async def cancel(self, handle: Handle) -> None:
        """Delete the job and its clip, where the server can."""
        if self._server.profile.deletes:
            try:
                await self._client.delete(f"/videos/{self._server.quoted(handle['id'])}", cast_to=object)
            except openai.APIStatusError as error:
                if error.status_code not in (404, 405, 410):
                    raise TryAgain("unreachable", f"not deleted: {error.status_code}") from None

    async def check(self) -> str | None:
        """What is not set, whether the server lets us in, and whether it still has the model."""
        if missing := self._server.missing():
            return missing
        try:
            return await missing_model(self._client, self._server.model)
        except openai.AuthenticationError:
            return f"the server does not accept the key; set {self._server.key_name}"
        except openai.OpenAIError as error:
            return f"the server does not answer ({type(error).__name__}); is the base URL right?"

    async def close(self) -> None:
        """Let go of connections and processes."""
        await self._client.close()
        await self._web.aclose()
        await self._guide.close()

    def _sends_frame(self, order: Order) -> bool:
        return self._server.takes_frame and self._guide.can_guide(order)

    def _refuse_unset(self) -> None:
        if missing := self._server.missing():
            raise Unavailable("no_key" if self._server.lacks_only_key else "not_set_up", missing)

    def _source(self) -> Source:
        headers = {"Authorization": f"Bearer {self._server.key}"} if self._server.key else {}
        return Source(self._server.base_url, headers, self._server.max_bytes)

    def _answer(self, error: openai.APIStatusError) -> Answer:
        after = error.response.headers.get("retry-after", "")
        return Answer(
            error.status_code,
            str(error.code or ""),
            clean(error.message, self._server.key),
            float(after) if after.replace(".", "", 1).isdigit() else None,
        )

    def _accepted(self, answer: httpx2.Response) -> Handle:
        if "html" in answer.headers.get("content-type", ""):
            raise Unavailable("not_set_up", "the server answers with a web page; is the base URL right?")
        try:
            return {"id": Job(cast(Mapping[str, Any], answer.json())).id}
        except (ValueError, KeyError, TypeError):
            raise Unclear("the server's answer cannot be read") from None

    async def _retrieve(self, job_id: str) -> Job:
        try:
            answer = await self._client.get(f"/videos/{self._server.quoted(job_id)}", cast_to=httpx2.Response)
            return Job(answer.json())
        except openai.APIStatusError as error:
            if error.status_code in (404, 410):
                raise Refused("expired", "the server has forgotten the job", spent=True) from None
            cause = STATUS_OF_POLL.get(error.status_code, "unreachable")
            raise TryAgain(cause, f"{error.status_code}", self._answer(error).after) from None
        except openai.APIConnectionError as error:
            raise TryAgain("unreachable", type(error.__cause__).__name__) from None
        except (ValueError, KeyError, TypeError):
            raise TryAgain("unreachable", "the server's answer is not JSON") from None

    async def _fetch_elsewhere(self, job_id: str, missing: NotThere, file: Path, progress: Progress) -> None:
        job = await self._retrieve(job_id)
        try:
            for link in job.links:
                await download(self._web, link, self._source(), file, progress)
                return
        except NotThere as error:
            missing = error
        if missing.status in (401, 403):
            raise TryAgain("no_key", f"the clip was refused: {missing.status}")
        gone = missing.status == 410 or "expired" in missing.words or job.is_expired
        words = clean(missing.words, self._server.key)
        raise Refused("expired" if gone else "blocked", words, spent=True)


STATUS_OF_POLL = {401: "no_key", 403: "not_verified", 429: "rate_limited"}


def _not_answered(error: openai.APIConnectionError) -> EngineError:
    cause = error.__cause__
    if isinstance(cause, UNUSABLE):
        return Unavailable("not_set_up", "the base URL is no web address")
    if isinstance(cause, NOT_SENT):
        return TryAgain("unreachable", type(cause).__name__)
    return Unclear(f"no answer: {type(cause).__name__}")


def create(settings: Settings) -> OpenaiVideosEngine:
    """The entry point."""
    return OpenaiVideosEngine(server_of(settings), Guide.of(settings))
