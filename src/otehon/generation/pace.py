"""When things happen: backoff, polling and the order of the queue. Pure."""

import random
from datetime import UTC, datetime

EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
POLL_MIN, POLL_MAX = 2.0, 20.0
"""Seconds between polls. The first within 2 s, so that a refused job is seen at once."""

TRIES = 8
"""Tries of one stage at one engine. With the backoff below they span about four minutes."""

RUN_QUANTUM = 2.0
"""Seconds by which each further clip of a run stands back behind the first clips of other runs."""

SOMEBODY_WAITS = 1_000_000_000
"""Added to the priority of a clip that a player has asked for just now."""


def backoff(attempt: int, asked: float | None = None) -> float:
    """Seconds until the next try: what the provider asks for, else doubling from 1 to 60, spread."""
    if asked is not None:
        return min(max(asked, 0.1), 300.0)
    return min(60.0, 2.0**attempt) * random.uniform(0.7, 1.3)


def until_next_poll(waited: float, asked: float | None = None) -> float:
    """Seconds until the next poll of a job that has been waited for so long: a fifth of that, in bounds."""
    if asked is not None:
        return min(max(asked, 0.1), 300.0)
    return min(POLL_MAX, max(POLL_MIN, waited / 5)) * random.uniform(0.9, 1.1)


def browsing(asked: datetime) -> int:
    """The queue's priority of a gallery's preview: below all else, the one asked for last goes first."""
    return -2 * SOMEBODY_WAITS + int((asked - EPOCH).total_seconds())


def priority(requested: datetime, position: int) -> int:
    """The queue's priority of a clip: higher goes first.

    Fair queueing by virtual time: a clip's place is the time of its request plus a quantum for each clip
    before it in its run. So a run of thirty clips does not hold up the first clips of the others, and nobody
    waits for ever.
    """
    return -int((requested - EPOCH).total_seconds() + position * RUN_QUANTUM)
