"""The paid side of the fake engine: jobs as files, so that every process sees the same provider."""

import json
import time
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from otehon.engines.base import Ask, Handle


@dataclass(frozen=True, slots=True)
class FakeJob:
    """What was begun, and paid.

    Args:
        ask: what was asked for, as JSON.
        begun, ready: seconds since 1970.
        deleted: whether the copy is gone.
    """

    id: str
    ask: dict[str, Any]
    begun: float
    ready: float
    deleted: bool = False

    @property
    def handle(self) -> Handle:
        """As the engine's callers keep it."""
        return {"id": self.id, "from": self.begun, "ready_at": self.ready}


class FakeProvider:
    """Jobs in a folder, one file each.

    Args:
        folder: made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def begin(self, ask: Ask, seconds: float) -> FakeJob:
        """Take a job: from here on it is paid."""
        now = time.time()
        job = FakeJob(f"fake_{uuid4().hex}", ask.as_json(), now, now + seconds)
        self._write(job)
        return job

    def jobs(self) -> list[FakeJob]:
        """Every job that ever was, oldest first."""
        found = [FakeJob(**json.loads(file.read_text())) for file in self._folder.glob("*.json")]
        return sorted(found, key=lambda job: job.begun)

    def find(self, ask: Ask, since: float, claimed: Collection[str]) -> FakeJob | None:
        """The oldest one that was asked for in these words, since then, and belongs to nobody."""
        fitting = (job for job in self.jobs() if job.ask == ask.as_json() and job.begun >= since)
        return next((job for job in fitting if job.id not in claimed and not job.deleted), None)

    def delete(self, name: str) -> None:
        """Forget the copy."""
        file = self._folder / f"{name}.json"
        if file.exists():
            self._write(replace(FakeJob(**json.loads(file.read_text())), deleted=True))

    def _write(self, job: FakeJob) -> None:
        # Renamed into place: a reader in another process never sees half a file.
        part = self._folder / f"{job.id}.{uuid4().hex}.part"
        part.write_text(json.dumps(asdict(job)))
        part.rename(self._folder / f"{job.id}.json")
