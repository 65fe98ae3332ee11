"""The names of the drills, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add

from otehon.advice.fold import fold
from otehon.advice.folded import Folded
from otehon.advice.spelling import spell
from otehon.advice.words.names import KATAKANA_SUFFIXES, LOOKALIKES
from otehon.drills.catalogue import Word, catalogue

_KATAKANA = re.compile(r"[ァ-ヺー]{1,40}")
_SUFFIX = re.compile("|".join(sorted(KATAKANA_SUFFIXES, key=len, reverse=True)))
# もも上げスキップ is no もも上げ.
_OTHER_DRILL = re.compile(
    "(?:ジャンプ|ホップ|スキップ|スクワット|ランジ|プランク|キック|ウォーク)(?![ァ-ヺー])"
)
_LOOSE_END = " ・-–—‐‑_'’\"“”「」『』"
_WORD = re.compile(r"[a-z0-9]")
_ONE_LEG = "片足"
_PARTICLES = ("の", "での", "で行う", "でする", "ずつの")


@dataclass(frozen=True, slots=True)
class Mention:
    """A drill's name in a text: offsets into the folded text, and whose name it is."""

    start: int
    end: int
    drill: str
    name: str


class Lexicon:
    """All names of all drills."""

    def __init__(self, words: Iterable[Word]) -> None:
        names = {
            name: word.drill_id
            for word in reversed(list(words))
            for name in _forms(spell(fold(word.name).text).text)
        }
        self._drills = {name: drill for name, drill in names.items() if name}
        self._by_head: dict[str, list[str]] = {}
        for name in sorted(self._drills, key=len, reverse=True):
            self._by_head.setdefault(name[:2], []).append(name)

    def find(self, text: str) -> Iterator[Mention]:
        """The names in a folded text, from left to right, the longest at each place, without overlap."""
        spelt = spell(text)
        past = 0
        for position, head in enumerate(map(add, spelt.text, spelt.text[1:])):
            if position >= past and head in self._by_head:
                mention = self._longest(spelt, position, self._by_head[head])
                if mention:
                    past = position + len(mention.name)
                    yield mention

    def _longest(self, spelt: Folded, position: int, names: Sequence[str]) -> Mention | None:
        for name in names:
            mention = self._mention(spelt, name, position) if spelt.text.startswith(name, position) else None
            if mention:
                return mention
        return None

    def _mention(self, spelt: Folded, name: str, position: int) -> Mention | None:
        text = spelt.source
        start, end = spelt.origin(position), spelt.origin(position + len(name))
        while end > start and text[end - 1] in _LOOSE_END:
            end -= 1
        if not _stands_alone(text, start, end):
            return None
        return Mention(start, end, self._drills[name], name)


def _forms(name: str) -> Iterator[str]:
    """A name in spelt text, its English plural, and with what may part it: 片足の, 片足で行うスクワット."""
    yield name
    if name.isascii() and name[-1:].isalpha() and not name.endswith("s"):
        yield f"{name}s"
    if name.startswith(_ONE_LEG) and name[len(_ONE_LEG)] not in "のでず":
        yield from (f"{_ONE_LEG}{particle}{name[len(_ONE_LEG) :]}" for particle in _PARTICLES)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is not a piece of a longer word."""
    if any(word in text[max(0, end - len(word)) : start + len(word)] for word in LOOKALIKES):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if _WORD.match(text[start]) and before and _WORD.match(before):
        return False
    if _WORD.match(text[end - 1]) and after and _WORD.match(after):
        return False
    rest = _KATAKANA.match(text, end)
    if rest and _KATAKANA.match(text[end - 1]):
        return _SUFFIX.fullmatch(rest[0]) is not None
    return _OTHER_DRILL.match(text, end) is None


@cache
def lexicon() -> Lexicon:
    """The names of the drills that Otehon ships."""
    return Lexicon(catalogue().lexicon())


def names_drill(text: str) -> bool:
    """Whether a folded text holds the name of a drill."""
    return next(lexicon().find(text), None) is not None
