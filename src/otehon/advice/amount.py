"""The dose that the words about a drill amount to."""

import re

from otehon.advice.doses import Token, tokens
from otehon.advice.numerals import number
from otehon.advice.sides import side
from otehon.advice.words.doses import ALTERNATIVE, COUNTED, NUMBER, PROGRESS
from otehon.drills.dose import Dose

_PROGRESS = re.compile(PROGRESS)
_ALTERNATIVE = re.compile(ALTERNATIVE)
_SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$)")
_SHORTEST_SET = 10
_LONGEST_PAUSE = 5
_MOST_SETS = 5
_MOST_DAILY = 5


_COUNT_BEFORE = re.compile(rf"(?:^|[\s,:;(&])({NUMBER})\s(?:slow |controlled |more )?$")


# 腹筋30、背筋30; the 3 of ウォリアー3 is no count.
_COUNT_AFTER = re.compile(r"[^\d\n、。:]{2,20}[\s:×x]?\s?([1-9]\d|100)(?=\s*(?:です)?(?:[、,。/\n]|$))")


def count_before(before: str) -> re.Match[str] | None:
    """The number without a unit that stands directly before a name: 10 in "10 squats"."""
    return _COUNT_BEFORE.search(before)


def dose(before: str, about: str) -> Dose:
    """The main dose in the words about a drill, folded.

    Args:
        before: what stands on the name's line before the name.
        about: from the name to the next drill's.
    """
    reading = _Reading(about)
    for token in _main(about):
        reading.take(token)
    count = count_before(before) or _COUNT_AFTER.match(about)
    if count and reading.reps is None and reading.seconds is None:
        reading.reps = int(number(count[1]))
    return reading.dose(side(before, about))


def _main(about: str) -> list[Token]:
    """The tokens before the first word of progress (慣れたら…) and sets after its sentence.

    All of them where none counts before it.
    """
    found = list(tokens(about))
    cue = _PROGRESS.search(about)
    if cue is None:
        return found
    first = [token for token in found if token.start < cue.start()]
    if not any(token.kind in COUNTED for token in first):
        return found
    end = _SENTENCE_END.search(about, cue.end())
    if end is None or _PROGRESS.search(about, end.end()):
        return first
    return first + [token for token in found if _counts_sets(token) and token.start >= end.end()]


def _counts_sets(token: Token) -> bool:
    return token.kind == "sets" or (token.kind in {"daily", "factor"} and "セット" in token.unit)


class _Reading:
    """Takes tokens one by one; the first of a kind counts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sets: int | None = None
        self.reps: int | None = None
        self.seconds: int | None = None
        self.hold: int | None = None
        self.metres: int | None = None
        self.daily: Token | None = None
        self.unit = False
        self.tempo: str | None = None

    def take(self, token: Token) -> None:
        """Take one token."""
        if token.kind == "tempo":
            self.tempo = self.tempo or self.text[token.start : token.end]
        elif token.kind == "metres":
            self.metres = self.metres or token.value
        elif token.kind == "daily":
            self.daily = self.daily or token
        elif token.kind in {"seconds", "hours"}:
            self._time(token)
        elif token.kind == "still":
            self._still(token)
        elif token.kind == "product":
            self._product(token)
        elif token.kind in {"factor", "repeated"}:
            self._factor(token)
        elif token.kind in {"sets", "unit"}:
            self._sets(token)
        elif token.kind in {"reps", "runs"}:
            self._reps(token)

    def _time(self, token: Token) -> None:
        if _ALTERNATIVE.search(self.text[: token.start][-8:]):
            return
        if self.reps is None and self.seconds is None:
            self.seconds = token.value

    def _still(self, token: Token) -> None:
        if self.reps is not None or (token.value <= _LONGEST_PAUSE and self.seconds is None):
            self.hold = self.hold or token.value
        elif self.seconds is None:
            self.seconds = token.value

    def _product(self, token: Token) -> None:
        if self.reps or self.seconds:
            return
        self.sets = token.factor
        if token.unit == "seconds":
            self.seconds = token.value
        else:
            self.reps = token.value

    def _sets(self, token: Token) -> None:
        """Take sets, or the words that say what one set is: a factor after them is one of sets."""
        if token.kind == "unit":
            self.unit = True
        else:
            self.sets = self.sets or token.value

    def _factor(self, token: Token) -> None:
        named = any(word in token.unit for word in ("セット", "set", "round"))
        if named or self.unit or self.reps is not None:
            self.sets = self.sets or token.value
        elif self.seconds is not None:
            self._count(token)
        elif self._counts_repetitions(token):
            self.reps = token.value

    def _counts_repetitions(self, token: Token) -> bool:
        """Whether a factor with no count before it is one of repetitions: ×15, after sets ×3 too."""
        after = self.sets is not None or self.metres is not None
        return after or bool(token.unit) or token.kind == "repeated" or token.value > _MOST_SETS

    def _reps(self, token: Token) -> None:
        if self.reps is not None or token.value < 2:
            return
        if _ALTERNATIVE.search(self.text[: token.start][-8:]):
            return
        if self.seconds is not None:
            self._count(token)
        else:
            self.reps = token.value

    def _count(self, token: Token) -> None:
        """A count after a time: of sets of that time, or of repetitions with a pause."""
        if self.seconds is None:
            return
        if self.seconds >= _SHORTEST_SET and token.value <= _MOST_SETS:
            self.sets = self.sets or token.value
        elif self.seconds <= _SHORTEST_SET:
            self.hold, self.seconds, self.reps = self.seconds, None, token.value

    def dose(self, which: str | None) -> Dose:
        """What was taken, as a dose."""
        self._take_daily()
        return Dose.model_validate(
            {
                "sets": self.sets or None,
                "reps": self.reps or None,
                "seconds": self.seconds or None,
                "metres": self.metres or None,
                "side": which,
                "tempo": self.tempo,
                "hold_seconds": self.hold or None,
            }
        )

    def _take_daily(self) -> None:
        """What is to be done a day is the dose where nothing else is; two or three times a day are none."""
        token = self.daily
        if token is None:
            return
        if "セット" in token.unit:
            self.sets = self.sets or token.value
        if self.reps or self.seconds:
            return
        if re.search(r"[分秒]", token.unit):
            self.seconds = token.value * (60 if "分" in token.unit else 1)
        elif "セット" not in token.unit and token.value > _MOST_DAILY:
            self.reps = token.value
