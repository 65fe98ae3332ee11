"""Drill names in a section, a name and its alias in brackets being one mention."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from otehon.advice.names import Lexicon, Mention
from otehon.advice.span import Span
from otehon.advice.words.names import GROUNDS

GENERIC = frozenset({"trunk_training", "running_drill_generic", "balance_generic", "dynamic_stretch"})
"""Classes of drills: they count only where no drill of the class is named."""

_ALIAS = re.compile(
    r"(?:運動|練習|ドリル|トレーニング|エクササイズ|体操)?\s?[(「『\[]\s?(?:別名|または|通称|=|いわゆる|aka)?[:、\s]?"
)
_CLOSING = re.compile(r"[^()「」『』\[\]、,/\n]{0,8}[)」』\]]")
_JOINT = re.compile(
    # A dose may stand between: スクワット 15回×2、プランク.
    r"(?:\s?[(:]?\s?(?:左右|各|片[足脚])?\s?\d[^、,。/\n]{0,16}?)?"
    r"[」』\"）)]?(?:運動|練習|ドリル|トレーニング|エクササイズ|など|等)?\s?"
    r"(?:や|と|も|、|・|,|/|\+|&|および|及び|または|もしくは|and|or|とか|かつ|から|→|⇒)(?:\s|、|,|and|or|an?\s|the\s|「|『|\")*"
)

_LETTER = re.compile(r"(?<![a-z0-9])[ab](?=\s?\d{1,3}\s?(?:m(?![a-z])|メートル))")
_LONGEST_LIST = 40
_GROUNDS = tuple((drill, re.compile(pattern)) for drill, pattern in GROUNDS)
_LONGEST_GROUND = 20
_ON_ANY_GROUND = frozenset({"jogging", "sprint"})


def find_mentions(text: str, span: Span, lexicon: Lexicon) -> list[Mention]:
    """The drill names in `text[span]`; 踵上げ（カーフレイズ） is one mention of calf_raise."""
    found = [
        replace(mention, start=mention.start + span.start, end=mention.end + span.start)
        for mention in lexicon.find(text[span.start : span.end])
    ]
    merged = list(_merged(text, [_grounded(text, mention) for mention in _lettered(text, found)]))
    return [
        mention for mention, after in zip_longest(merged, merged[1:]) if not _qualifies(text, mention, after)
    ]


def _qualifies(text: str, mention: Mention, after: Mention | None) -> bool:
    """Whether a name only says how another is done: 片足立ちのスクワット."""
    if after is None or after.drill in GENERIC:
        return False
    return text[mention.end : after.start] == "の"


def _grounded(text: str, mention: Mention) -> Mention:
    """A run, taken for that of the ground which is said before it: 坂道を使ったジョギング is hill_run."""
    if mention.drill not in _ON_ANY_GROUND:
        return mention
    reach = max(0, mention.start - _LONGEST_GROUND)
    for drill, pattern in _GROUNDS:
        ground = pattern.search(text[reach : mention.start])
        if ground:
            return replace(mention, start=reach + ground.start(), drill=drill)
    return mention


def _lettered(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, スキップ before A30m×5本とB50m×3本 taken for the skips with these letters."""
    for mention in found:
        end = text.find("\n", mention.end, mention.end + _LONGEST_LIST)
        letters = (
            list(_LETTER.finditer(text, mention.end, end if end >= 0 else mention.end + _LONGEST_LIST))
            if mention.drill == "skip"
            else []
        )
        if not letters:
            yield mention
        for letter in letters:
            yield Mention(letter.start(), letter.end(), f"{letter[0]}_skip", f"{letter[0]}skip")


def _merged(text: str, found: list[Mention]) -> Iterator[Mention]:
    index = 0
    while index < len(found):
        mention = found[index]
        end = _alias_end(text, found, index)
        if end is None:
            yield mention
            index += 1
            continue
        alias = found[index + 1]
        index += 2
        yield replace(mention, end=end, drill=alias.drill if mention.drill in GENERIC else mention.drill)


def _alias_end(text: str, found: list[Mention], index: int) -> int | None:
    """Where a name's alias in brackets ends; None where it has none."""
    if index + 1 >= len(found):
        return None
    mention, alias = found[index], found[index + 1]
    if not _ALIAS.fullmatch(text, mention.end, alias.start):
        return None
    closing = _CLOSING.match(text, alias.end)
    return closing.end() if closing else None


def joins(text: str, first: Mention, second: Mention) -> bool:
    """Whether two mentions stand in one list: プランクやサイドプランク."""
    return _JOINT.fullmatch(text, first.end, second.start) is not None
