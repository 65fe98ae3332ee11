"""Drills that are described and not named: 踵をお尻に引き上げる動きを20回."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from otehon.advice.doses import tokens
from otehon.advice.folded import Folded
from otehon.advice.lines import Line
from otehon.advice.names import Mention
from otehon.advice.spelling import spell
from otehon.advice.words.descriptions import BODY, DESCRIPTIONS, NEXT, NOUN, OF_FORM, PRESCRIBES
from otehon.advice.words.doses import COUNTED

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_BODY = re.compile(BODY)
_PRESCRIBES = re.compile(PRESCRIBES)
_OF_FORM = re.compile(OF_FORM)
_NOUN = re.compile(rf"[^。、\n]{{0,8}}{NOUN}[をもで]?")
_NEXT = re.compile(NEXT)
_SIGHT = 140
_FORM_SIGHT = 14
_MOST_SENTENCES = 60


def find_described(text: str, lines: Sequence[Line], named: Sequence[Mention]) -> list[Mention]:
    """Mentions of drills that a section describes where it names none, in order."""
    starts = [mention.start for mention in named]
    sentences = islice(_sentences(text, lines), _MOST_SENTENCES)
    found = (_described(text, line, start, end, named, starts) for line, start, end in sentences)
    return [mention for mention in found if mention is not None]


def _sentences(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, int, int]]:
    """The sentences with a part of the body in them, each with its line."""
    for line in lines:
        for match in _SENTENCE.finditer(text, line.body, line.end):
            if _BODY.search(spell(match[0][:_SIGHT]).text):
                yield line, match.start(), match.end()


def _described(
    text: str, line: Line, start: int, end: int, named: Sequence[Mention], starts: Sequence[int]
) -> Mention | None:
    if bisect_left(starts, start) < bisect_left(starts, end):
        return None
    sight = min(start + _SIGHT, line.end)
    following = bisect_left(starts, end)
    if following < len(starts):
        sight = min(sight, max(end, starts[following]))
    spelt = spell(text[start:sight])
    match = _match(spelt, end - start)
    if match is None or _is_of_form(spelt, match[1].end()):
        return None
    first, last = start + spelt.origin(match[1].start()), start + spelt.origin(match[1].end())
    if not _is_open(text, line, start, last, sight, named, starts):
        return None
    return Mention(first, last, match[0], match[1][0])


def _match(spelt: Folded, within: int) -> tuple[str, re.Match[str]] | None:
    """The first description that begins in the first `within` characters."""
    for drill, pattern in _patterns():
        match = pattern.search(spelt.text)
        if match and spelt.origin(match.start()) < within:
            return drill, match
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((drill, re.compile(pattern)) for drill, pattern in DESCRIPTIONS)


def _is_of_form(spelt: Folded, end: int) -> bool:
    """Whether the words after a description make it one of how to run."""
    noun = _NOUN.match(spelt.text, end)
    return noun is None and _OF_FORM.search(spelt.text, end, end + _FORM_SIGHT) is not None


def _is_open(
    text: str, line: Line, start: int, end: int, sight: int, named: Sequence[Mention], starts: Sequence[int]
) -> bool:
    """Whether a described drill can stand here, and is not the explanation of one that is named."""
    dosed = any(token.kind in COUNTED for token in tokens(text[end:sight])) or any(
        token.kind in COUNTED for token in tokens(text[start:end])
    )
    before = bisect_left(starts, start)
    if before == 0:
        return dosed or _PRESCRIBES.search(text, start, sight) is not None
    if not dosed:
        return False
    if named[before - 1].start >= line.start:
        return _NEXT.match(text, start) is not None
    return _is_item_beside(text, line, named[before - 1])


def _is_item_beside(text: str, line: Line, earlier: Mention) -> bool:
    """Whether a line is an item of the list in which an earlier drill is one."""
    begin = text.rfind("\n", 0, earlier.start) + 1
    other = text[begin : earlier.start]
    mark = line.mark[:1]
    if not mark:
        return False
    same = re.match(r"\d", mark) is not None and re.match(r"[ >]*\d", other) is not None
    return (same or other.lstrip(" >").startswith(mark)) and len(other) - len(
        other.lstrip(" >")
    ) == line.indent
