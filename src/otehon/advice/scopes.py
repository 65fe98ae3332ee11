"""Which words of a section are about which drill."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from otehon.advice.amount import count_before
from otehon.advice.doses import tokens
from otehon.advice.listing import Placed
from otehon.advice.resumed import Resumed, find_resumed, identity
from otehon.advice.roles import SENTENCE_END, Role
from otehon.advice.span import Span
from otehon.advice.words.doses import COUNTED

_LEAD_GAP = re.compile(r"(?:ずつ|程度|ほど|くらい|ぐらい|間|以上|\))*(?:の[^、。:を]{0,14})?")
_ENGLISH_GAP = re.compile(r"[ -](?:of )?(?:(?!and|then|plus|with|each|per)[a-z]{3,10} )?")
_SETS_OF = re.compile(r"sets? of $")
_ROUNDS = re.compile(r"(?:rounds?|sets?|times|circuit|周|セット|サーキット)[^:。]{0,12}:\s*$")
_OF_ALL = re.compile(r"(?:ずつ|各|ましょう|ます|ください)[^。:\n]{0,12}:\s*$")
_LONGEST_HOLE = 200
_SIDES_BEFORE = re.compile(r"(?:左右|片[足脚]|両[足脚]|各|それぞれ|約|まずは|、)*$")


@dataclass(frozen=True, slots=True)
class Scope:
    """The words about one drill: before its name, from it to the next drill's, and where it comes again."""

    placed: Placed
    lead: Span
    about: Span
    holes: tuple[Span, ...]
    again: tuple[Span, ...] = ()

    def words(self, text: str) -> str:
        """The text about the drill, what is about another one left out."""
        kept: list[str] = [text[self.lead.start : self.lead.end]]
        position = self.about.start
        for hole in self.holes:
            kept.append(text[position : hole.start])
            position = max(position, min(hole.end, self.about.end))
        kept.append(text[position : self.about.end])
        return "".join([*kept, *(text[span.start : span.end] for span in self.again)])


def scopes(text: str, end: int, placed: Sequence[Placed], listed: Sequence[Placed]) -> list[Scope]:
    """A scope for each listed drill of a section that ends at `end`."""
    leads = [_lead(text, listed, index) for index in range(len(listed))]
    stops = [*(lead.start for lead in leads[1:]), end][: len(leads)]
    resumed = find_resumed(text, placed, listed, sorted({end, *(lead.start for lead in leads)}))
    again = groupby(sorted(resumed, key=_drill), _drill)
    own = {drill: tuple(one.span for one in ones) for drill, ones in again}
    cuts = sorted([*resumed, *(Resumed(_hole(text, item, end), "") for item in placed if _is_negated(item))])
    return [
        Scope(
            item,
            lead,
            Span(item.mention.start, max(item.mention.end, stop)),
            tuple(cut.span for cut in _between(cuts, item.mention.end, stop) if cut.drill != identity(item)),
            tuple(span for span in own.get(identity(item), ()) if span.start >= stop),
        )
        for item, lead, stop in zip(listed, leads, stops, strict=True)
    ]


_drill = attrgetter("drill")


def _between(cuts: Sequence[Resumed], start: int, end: int) -> Sequence[Resumed]:
    return cuts[bisect_left(cuts, ((start,),)) : bisect_left(cuts, ((end,),))]


def _is_negated(item: Placed) -> bool:
    return item.role is Role.NEGATED


def _hole(text: str, item: Placed, end: int) -> Span:
    limit = min(end, item.mention.end + _LONGEST_HOLE)
    sentence = SENTENCE_END.search(text, item.mention.end, limit)
    return Span(item.mention.start, sentence.end() if sentence else limit)


def _lead(text: str, listed: Sequence[Placed], index: int) -> Span:
    """The words before a name that are about it: its line's, its sentence's, or a dose right before it."""
    item = listed[index]
    previous = listed[index - 1].mention.end if index else 0
    start = _sentence_start(text, max(item.line.start, previous), item.mention.start)
    start = _clause_start(text, start, item)
    english = text[item.mention.start].isascii()
    count = count_before(text[start : item.mention.start]) if english else None
    if count and _opens_item(text, start, start + count.start(1), index):
        return Span(start + count.start(1), item.mention.start)
    alone = start > previous or start == item.line.start
    counted = [token for token in tokens(text[start : item.mention.start]) if token.kind in COUNTED]
    if alone:
        return Span(start, item.mention.start)
    touching = counted and start + counted[0].start <= previous + 1
    if (
        not counted
        or (touching and "の" not in text[start + counted[-1].end : item.mention.start])
        or not (_ENGLISH_GAP if english else _LEAD_GAP).fullmatch(
            text, start + counted[-1].end, item.mention.start
        )
    ):
        return Span(item.mention.start, item.mention.start)
    return Span(
        _run_start(text, start, [Span(token.start, token.end) for token in counted]), item.mention.start
    )


def _clause_start(text: str, start: int, item: Placed) -> int:
    """Where the words about a drill begin that has its own dose after its name: not with another's dose."""
    if not item.dosed:
        return start
    before = text[start : item.mention.start]
    clause = max(before.rfind("、") + 1, before.rfind(":") + 1 if _OF_ALL.search(before) else 0)
    counted = any(token.kind in COUNTED for token in tokens(before[:clause]))
    return start + clause if counted else start


def _opens_item(text: str, start: int, count: int, index: int) -> bool:
    """Whether the words about a drill begin at the count before its name: 10 squats, 10 push-ups."""
    if _SETS_OF.search(text, start, count):
        return False
    return index > 0 or _ROUNDS.search(text, start, count) is not None


def _run_start(text: str, offset: int, counted: Sequence[Span]) -> int:
    """Where the last unbroken run of doses begins, with the sides before it: 左右10回×3セットの."""
    start = counted[-1].start
    for token in reversed(counted[:-1]):
        if start - token.end > 1:
            break
        start = token.start
    sides = _SIDES_BEFORE.search(text, max(0, offset + start - 12), offset + start)
    return sides.start() if sides else offset + start


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence of `text[start:end]` begins."""
    return max([start, *(match.end() for match in SENTENCE_END.finditer(text, start, end))])
