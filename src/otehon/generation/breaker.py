"""When an engine is given a rest. Pure; the counts are in the database, for every worker."""

from dataclasses import dataclass

from otehon.engines.base import EngineError, Unavailable

IN_A_ROW = 5
"""Failures of the engine itself, one after the other, of whichever clips."""

REST = 60.0
"""Seconds that a stumbling engine is not asked."""

LONG_REST = 600.0
"""Seconds that an engine is not asked which waits for a person: retired, no key, no credit."""

OF_THE_ENGINE = frozenset({"unreachable", "provider_failed", "time_out"})
"""Causes that say something of the engine. The others say something of one clip, or of us."""


@dataclass(frozen=True, slots=True)
class Strike:
    """How a failure counts: from so many in a row on, a pause of so many seconds."""

    limit: int
    pause: float


def strike_of(error: EngineError) -> Strike | None:
    """How an error counts against its engine; none where it does not."""
    if isinstance(error, Unavailable):
        return Strike(1, LONG_REST)
    return Strike(IN_A_ROW, REST) if error.cause in OF_THE_ENGINE else None
