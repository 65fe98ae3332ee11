"""Where a check of the movement itself plugs in. There is none yet; see docs/roadmap.md."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol


class FormCheck(Protocol):
    """Compares what a clip shows with the drill's own movement."""

    async def __call__(self, video: Path, drill: str, dose: Mapping[str, Any]) -> str | None:
        """What is wrong with the form, for the log; none where the clip may be shown."""
        ...
