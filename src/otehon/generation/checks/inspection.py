"""Has a file decoded by a process that may die without taking the worker along."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from otehon.engines.base import Frames
from otehon.engines.pool import ProcessPool, WorkerDied, WorkFailed
from otehon.generation.checks.decode import check
from otehon.generation.checks.report import Report


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found, and the labelled copy, which is there where the file is whole."""

    report: Report
    video: Path


class Inspector:
    """Looks at what arrives. The processes start with the first file.

    Args:
        processes: how many files are decoded at once.
    """

    def __init__(self, processes: int = 1) -> None:
        self._pool = ProcessPool(processes)

    async def inspect(self, video: Path, label: str) -> Inspected:
        """Decode a file to its end, and have it copied with its label beside itself."""
        target = video.with_name("checked.mp4")
        try:
            said = await self._pool.run(check, str(video), str(target), label, progress=_unheard)
            return Inspected(Report.model_validate_json(said), target)
        except (WorkerDied, WorkFailed, OSError, ValidationError) as error:
            return Inspected(Report(broken=f"the decoder failed: {error}"), target)

    def close(self) -> None:
        """End the processes."""
        self._pool.close()


def _unheard(done: float | Frames) -> None:
    del done
