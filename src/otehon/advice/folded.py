"""Text in the form that is read, with the way back to what was written."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """A rewriting of `source` in which every offset still knows where it came from.

    `anchors` are offsets into `text`, ascending; `origins` are the offsets into `source` that they came from.
    Between two anchors both run in step. `emphasis` are the offsets in `text` at which a
    mark of emphasis stood.
    """

    text: str
    source: str
    anchors: tuple[int, ...]
    origins: tuple[int, ...]
    emphasis: frozenset[int] = frozenset()

    def origin(self, offset: int) -> int:
        """The offset into `source` of an offset into `text`; its end for the end of `text`."""
        if offset >= len(self.text):
            return len(self.source)
        nearest = bisect_right(self.anchors, offset) - 1
        return self.origins[nearest] + offset - self.anchors[nearest]

    def written(self, start: int, end: int) -> str:
        """What stands in `source` for `text[start:end]`."""
        return self.source[self.origin(start) : self.origin(end)]


class Folding:
    """Collects the pieces of a `Folded` from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._length = 0
        self._anchors = [0]
        self._origins = [0]
        self._emphasis: list[int] = []

    def keep(self, start: int, end: int) -> None:
        """Take `source[start:end]` as it is."""
        if end > start:
            self._anchor(start)
            self._append(self._source[start:end])

    def replace(self, start: int, end: int, text: str) -> None:
        """Take `text` for `source[start:end]`; it may be empty."""
        for character in text:
            self._anchor(start)
            self._append(character)
        self._anchor(end)

    def emphasise(self) -> None:
        """Note that a mark of emphasis stands here."""
        self._emphasis.append(self._length)

    def finish(self) -> Folded:
        """The folded text."""
        return Folded(
            "".join(self._pieces),
            self._source,
            tuple(self._anchors),
            tuple(self._origins),
            frozenset(self._emphasis),
        )

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _anchor(self, origin: int) -> None:
        if self._anchors[-1] == self._length:
            self._origins[-1] = origin
        else:
            self._anchors.append(self._length)
            self._origins.append(origin)
