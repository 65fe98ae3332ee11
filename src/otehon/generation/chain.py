"""Which engine a clip goes to next. Pure."""

from collections.abc import Collection, Sequence

STUDIO = "studio"


def next_engine(preferred: Sequence[str], tried: Collection[str], shown: str | None) -> str | None:
    """The next engine to ask, or none.

    The studio comes first, wherever it stands, so that the card is never empty. After it, engines are asked
    in the order of preference for as long as one of them would be better than what is shown.

    Args:
        preferred: the configured engines, best first.
        tried: engines that have made this clip or given it up.
        shown: the engine whose clip can be played now.
    """
    if STUDIO in preferred and STUDIO not in tried:
        return STUDIO
    better = preferred[: preferred.index(shown)] if shown in preferred else preferred
    return next((name for name in better if name not in tried), None)
