"""Looks for a job whose create had no clear end."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import httpx2
from openai import AsyncOpenAI

from otehon.engines.base import Ask, OutcomeUnknown
from otehon.engines.openai_videos_jobs import Job

PAGE = 100
MOST_PAGES = 20
CLOCKS_APART = 120.0
"""Seconds by which the server's clock may be behind ours."""


@dataclass(frozen=True)
class Wanted:
    """What the job was asked for, since when, and the ids that belong to others."""

    ask: Ask
    since: float
    claimed: frozenset[str]


async def find_job(client: AsyncOpenAI, wanted: Wanted) -> Job | None:
    """The oldest unclaimed job with the same prompt, size and length; none where there is certainly none.

    Raises:
        OutcomeUnknown: the server does not say enough to tell.
        openai.OpenAIError: it gives no list.
    """
    doubtful, fitting = False, None
    async for job in _since(client, wanted.since - CLOCKS_APART):
        if job.id in wanted.claimed or not job.is_of(wanted.ask.size, wanted.ask.seconds):
            continue
        if job.prompt is None:
            doubtful = True
        elif job.prompt.strip() == wanted.ask.prompt.strip():
            fitting = job
    if fitting is None and doubtful:
        raise OutcomeUnknown("outcome_unknown", "the server lists jobs without their prompts")
    return fitting


async def _since(client: AsyncOpenAI, since: float) -> AsyncGenerator[Job]:
    after = ""
    for _ in range(MOST_PAGES):
        query = {"limit": PAGE, "order": "desc"} | ({"after": after} if after else {})
        answer = await client.get("/videos", options={"params": query}, cast_to=httpx2.Response)
        try:
            page = answer.json()
            jobs = [Job(shown) for shown in page["data"]]
        except (ValueError, KeyError, TypeError):
            raise OutcomeUnknown("outcome_unknown", "the list of jobs cannot be read") from None
        for job in jobs:
            if job.created is None or job.created >= since:
                yield job
        # SGLang does not say whether there is more: a full page may not be the last.
        more = page.get("has_more", len(jobs) == PAGE)
        if not jobs or not more or _is_older(jobs[-1], since):
            return
        after = jobs[-1].id
    raise OutcomeUnknown("outcome_unknown", "the list of jobs does not end")


def _is_older(job: Job, since: float) -> bool:
    return job.created is not None and job.created < since
