"""What the emulated providers have accepted."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from otehon.emulator.script import Fault

SLOW = 10
"""How many times longer a slow job takes."""

ENDS: Mapping[str, str] = {
    "moderated_after": "failed",
    "failed": "failed",
    "failed_without_code": "failed",
    "expired_job": "expired",
    "canceled": "cancelled",
}


@dataclass
class Job:
    """One job that was accepted, and so has to be paid."""

    id: str
    protocol: str
    prompt: str
    model: str
    seconds: float
    size: tuple[int, int]
    takes: float
    intent: str | None = None
    fault: Fault | None = None
    pictures: int = 0
    created: float = field(default_factory=time.time)
    polled: float | None = None
    polls: int = 0
    fetches: int = 0
    removed: bool = False

    @property
    def progress(self) -> float:
        """0 to 1."""
        takes = self.takes * SLOW if self.has("slow") else self.takes
        if self.has("stuck"):
            return 0.5
        return 1.0 if takes == 0 else min(1.0, (time.time() - self.created) / takes)

    @property
    def state(self) -> str:
        """queued, in_progress, completed, failed, expired or cancelled."""
        if self.progress < 1:
            return "queued" if self.progress < 0.1 else "in_progress"
        return ENDS.get(self.fault.name, "completed") if self.fault else "completed"

    def has(self, name: str) -> bool:
        """Whether the job has that fault."""
        return self.fault is not None and self.fault.name == name

    def meets(self, stage: str, times: int) -> str | None:
        """The fault of a stage that the call number `times` meets, from 0."""
        if self.fault is None or self.fault.stage != stage:
            return None
        return self.fault.name if self.fault.times is None or times < self.fault.times else None

    def poll(self) -> str | None:
        """Count a poll; its fault."""
        fault = self.meets("poll", self.polls)
        self.polled = self.polled or time.time()
        self.polls += 1
        return fault

    def as_json(self) -> dict[str, Any]:
        """For whoever counts what was paid."""
        return {
            "id": self.id,
            "protocol": self.protocol,
            "prompt": self.prompt,
            "model": self.model,
            "seconds": self.seconds,
            "size": "x".join(map(str, self.size)),
            "intent": self.intent,
            "fault": self.fault.name if self.fault else None,
            "state": self.state,
            "pictures": self.pictures,
            "created": self.created,
            "polled": self.polled,
            "polls": self.polls,
            "fetches": self.fetches,
            "removed": self.removed,
        }


class Jobs:
    """All accepted jobs, oldest first. Nothing is ever forgotten, so that what was paid can be counted."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def add(self, job: Job) -> None:
        """Accept a job."""
        self._jobs[job.id] = job

    def get(self, job_id: str) -> Job | None:
        """A job that was not removed."""
        job = self._jobs.get(job_id)
        return None if job is None or job.removed else job

    def by_intent(self, intent: str | None) -> Job | None:
        """The job that was accepted under that idempotency key."""
        return next((job for job in self._jobs.values() if intent and job.intent == intent), None)

    def all(self) -> Sequence[Job]:
        """Every job, removed ones too."""
        return list(self._jobs.values())
