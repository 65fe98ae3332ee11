"""A job as servers of `/v1/videos` describe it, with everything optional that some leave out."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from otehon.engines.openai_videos_profiles import LINKS


class Job:
    """One job.

    Args:
        shown: the server's JSON.

    Raises:
        KeyError, TypeError: it has no id.
    """

    def __init__(self, shown: Mapping[str, Any]) -> None:
        self._shown = shown
        self.id = str(shown["id"])

    @property
    def status(self) -> str:
        """In small letters; empty where none is given."""
        return str(self._shown.get("status") or "").lower()

    @property
    def progress(self) -> float | None:
        """0 to 1, where the server says it in per cent."""
        progress = self._shown.get("progress")
        return min(max(progress / 100, 0.0), 1.0) if isinstance(progress, int | float) else None

    @property
    def error_code(self) -> str:
        """The code of a failure."""
        error = self._shown.get("error")
        return str(error.get("code") or "") if isinstance(error, Mapping) else ""  # pyright: ignore

    @property
    def error_words(self) -> str:
        """The words of a failure."""
        error = self._shown.get("error")
        return str(error.get("message") or "") if isinstance(error, Mapping) else str(error or "")  # pyright: ignore

    @property
    def is_expired(self) -> bool:
        """Whether its clip's time is over."""
        ends = self._shown.get("expires_at")
        return isinstance(ends, int | float) and 0 < ends < time.time()

    @property
    def links(self) -> Sequence[str]:
        """Addresses of the clip."""
        found: list[Any] = []
        for name in LINKS:
            value = self._shown.get(name)
            found += value if isinstance(value, list) else [value]
        return [link for link in found if isinstance(link, str) and link]

    @property
    def created(self) -> float | None:
        """Seconds since 1970."""
        created = self._shown.get("created_at")
        return float(created) if isinstance(created, int | float) else None

    @property
    def prompt(self) -> str | None:
        """The prompt, where the server repeats it."""
        prompt = self._shown.get("prompt")
        return prompt if isinstance(prompt, str) else None

    def is_of(self, size: str, seconds: float) -> bool:
        """Whether size and length are these, as far as the server says them."""
        length = self._shown.get("seconds", seconds)
        try:
            alike = abs(float(length) - seconds) < 0.01
        except (TypeError, ValueError):
            alike = False
        return alike and self._shown.get("size", size) == size
