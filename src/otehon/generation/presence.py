"""Which jobs this process is really at. The queue's own record may say more."""

import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from procrastinate.job_context import JobContext
from procrastinate.worker import Worker

CLOSING = 15.0
"""Seconds that a worker may take to close a job: longer than it waits for a connection."""


@dataclass
class Presence:
    """Looks over the shoulder of this process's workers.

    A worker that cannot close a job, because the database is away for a moment or has no connection free,
    never tries again. The job then counts as running for as long as the worker lives, and holds up its clip.
    """

    workers: set[int] = field(default_factory=set[int])
    _jobs: set[int] = field(default_factory=set[int])
    _suspects: dict[int, float] = field(default_factory=dict[int, float])

    async def watch(self, go_on: Callable[[], Awaitable[Any]], context: JobContext, worker: Worker) -> Any:
        """A worker's middleware: notes the job as long as it runs."""
        job_id = context.job.id or 0
        self._jobs.add(job_id)
        if worker.worker_id is not None:
            self.workers.add(worker.worker_id)
        try:
            return await go_on()
        finally:
            self._jobs.discard(job_id)

    def forgotten(self, taken: Collection[int], now: float | None = None) -> list[int]:
        """Of the jobs that our workers have on record, those that nobody has been at for a while."""
        now = time.monotonic() if now is None else now
        idle = set(taken) - self._jobs
        self._suspects = {job_id: self._suspects.get(job_id, now) for job_id in idle}
        return [job_id for job_id, since in self._suspects.items() if now - since >= CLOSING]
