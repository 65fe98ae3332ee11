"""When something was away by our own doing: what fails then is excused, all else is not."""

import math
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

DATABASE = "database"
DISK = "disk"

GRACE = 10.0
"""Seconds after the database is back in which a connection that broke meanwhile may still be found."""


@dataclass(slots=True)
class Window:
    """Something was away from `begin` to `end`, seconds of the monotonic clock."""

    what: str
    begin: float
    end: float = math.inf


class Outages:
    """Every outage of this run."""

    def __init__(self) -> None:
        self.windows: list[Window] = []

    @contextmanager
    def away(self, what: str) -> Generator[None]:
        """It is away as long as this lasts, and a little longer."""
        window = Window(what, time.monotonic())
        self.windows.append(window)
        try:
            yield
        finally:
            window.end = time.monotonic() + (GRACE if what == DATABASE else 0.0)

    def excuse(self, whats: tuple[str, ...], begin: float, end: float) -> bool:
        """Whether one of these was away at any time between `begin` and `end`."""
        return any(w.what in whats and w.begin < end and begin < w.end for w in self.windows)

    def seconds(self, what: str) -> float:
        """How long it was away in all."""
        return sum(w.end - w.begin for w in self.windows if w.what == what)
