"""The drills that a section names, where what is described beside them belongs to them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from otehon.advice.names import Mention
from otehon.advice.roles import Role, role
from otehon.advice.words.cues import POSTURE_AFTER

_POSTURE = re.compile(POSTURE_AFTER)


@dataclass(frozen=True, slots=True)
class Named:
    """The drills that a section names, in order, with where they begin."""

    mentions: Sequence[Mention]
    starts: Sequence[int]

    def within(self, start: int, end: int) -> bool:
        """Whether one begins in a stretch of the text."""
        return bisect_left(self.starts, start) < bisect_left(self.starts, end)

    def before(self, offset: int) -> Mention | None:
        """The last one that begins before an offset."""
        index = bisect_left(self.starts, offset)
        return self.mentions[index - 1] if index else None

    def next_start(self, offset: int, limit: int) -> int:
        """Where the next one begins, at most `limit`."""
        index = bisect_left(self.starts, offset)
        return min(limit, self.starts[index]) if index < len(self.starts) else limit


def meant(text: str, mentions: Sequence[Mention]) -> Named:
    """The names that a description beside them may explain: no posture, no muscle, nothing compared with."""
    stops = [*(mention.start for mention in mentions[1:]), len(text)][: len(mentions)]
    named = [
        mention
        for mention, stop in zip(mentions, stops, strict=True)
        if not _POSTURE.match(text, mention.end)
        and role(text, mention, stop) not in (Role.ANCHOR, Role.COMPARED)
    ]
    return Named(named, [mention.start for mention in named])
