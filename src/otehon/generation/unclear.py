"""How long it takes until an unclear paid submit is clear. Pure."""

from datetime import UTC, datetime

from otehon.store.rows import Clip

FRESH = 10.0
"""Seconds after the intent within which it may be submitted. A process that slept longer looks the job up."""

SUBMIT_PATIENCE = 45.0
"""Seconds that a submit may take; then it is unclear."""

LOOK_PATIENCE = 20.0
"""Seconds that a look-up may take."""

SETTLED = FRESH + SUBMIT_PATIENCE + 5
"""Seconds after the intent after which nobody can be submitting it any more."""

DECLARED = 90.0
"""Seconds after the intent from which on a failed look-up is the last one.

With the patience above, an unclear submit is settled or declared within two minutes."""


def asked_for(clip: Clip) -> float:
    """Seconds since the clip's intent was committed."""
    return datetime.now(UTC).timestamp() - float((clip.handle or {}).get("asked_at", 0.0))


def is_fresh(clip: Clip) -> bool:
    """Whether the intent may still be submitted."""
    return asked_for(clip) < FRESH
