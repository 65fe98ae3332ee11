"""Whether memory grows: samples of a process, and the slope through them."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from statistics import median

import psutil

WARM_UP = 0.25
"""Share of the samples at the beginning that do not count: caches and pools fill."""

PARTS = 5
"""Of the time, whose memory is told."""


@dataclass
class Memory:
    """The resident memory of one process over time.

    Args:
        pid: of the process.
    """

    pid: int
    seconds: list[float] = field(default_factory=list[float])
    megabytes: list[float] = field(default_factory=list[float])

    def sample(self) -> None:
        """Look once; nothing where the process has ended."""
        with suppress(psutil.NoSuchProcess):
            self.megabytes.append(psutil.Process(self.pid).memory_info().rss / 1e6)
            self.seconds.append(time.monotonic())

    @property
    def growth(self) -> float:
        """MB by which it grows in the time that counts, by the slope through the samples."""
        first = int(len(self.seconds) * WARM_UP)
        seconds, megabytes = self.seconds[first:], self.megabytes[first:]
        return slope(seconds, megabytes) * (seconds[-1] - seconds[0]) if len(seconds) > 2 else 0.0

    def __str__(self) -> str:
        """The median of each fifth of the time: whether it still grows at the end."""
        bounds = [len(self.megabytes) * i // PARTS for i in range(PARTS + 1)]
        medians = [median(self.megabytes[i:k]) for i, k in pairwise(bounds) if k > i]
        return f"{', '.join(f'{mb:.0f}' for mb in medians)} MB, most {max(self.megabytes):.0f}"


def slope(xs: Sequence[float], ys: Sequence[float], most: int = 400) -> float:
    """The median of the slopes between all pairs (Theil-Sen): single peaks do not count."""
    step = max(1, len(xs) // most)
    points = list(zip(xs, ys, strict=True))[::step]
    return median((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x2 > x1)
