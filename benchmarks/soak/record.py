"""What was promised to the visitors, and what they were answered that nothing excuses."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from benchmarks.soak.outages import DATABASE, Outages


@dataclass(slots=True)
class Promise:
    """A request that was answered with a video.

    Args:
        path, body: the request, to be sent again.
        canceled: whether we asked for its end at any time.
    """

    run_id: int
    video_id: int
    path: str
    body: dict[str, Any]
    canceled: bool = False


@dataclass
class Record:
    """Everything that happened, for the end."""

    outages: Outages
    promises: dict[int, Promise] = field(default_factory=dict[int, Promise])
    deleted: set[int] = field(default_factory=set[int])
    links: list[str] = field(default_factory=list[str])
    answers: Counter[str] = field(default_factory=Counter[str])
    excused: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])
    ends: Counter[str] = field(default_factory=Counter[str])
    undeleted: int = 0

    def note(
        self, what: str, outcome: str, good: bool, away: tuple[str, ...], span: tuple[float, float]
    ) -> None:
        """Count an answer; one that is no good is a fault unless something was away.

        Args:
            away: what excuses it, beside the database.
            span: when it was asked for and answered, in seconds of the monotonic clock.
        """
        self.answers[f"{what} {outcome}"] += 1
        if good:
            return
        if self.outages.excuse((DATABASE, *away), *span):
            self.excused[f"{what} {outcome}"] += 1
        else:
            self.faults.append(f"{what}: {outcome}")
