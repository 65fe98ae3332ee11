"""Drills that are described and not named: 踵をお尻に引き上げる動きを20回."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from otehon.advice.doses import tokens
from otehon.advice.folded import Folded
from otehon.advice.lines import Line
from otehon.advice.named import Named, meant
from otehon.advice.names import Mention
from otehon.advice.prescription import UNKNOWN
from otehon.advice.span import Span
from otehon.advice.spelling import spell
from otehon.advice.words.descriptions import (
    BODY,
    CLAUSE,
    CLAUSE_END,
    DESCRIPTIONS,
    NEXT,
    NOUN,
    OF_FORM,
    PRESCRIBES,
)
from otehon.advice.words.doses import COUNTED

_SENTENCE = re.compile(r"(?:[^。!?\n.;,]|[.;](?!\s)|,(?! then ))+[。!?.;]?")
_BODY = re.compile(BODY)
_PRESCRIBES = re.compile(PRESCRIBES)
_OF_FORM = re.compile(OF_FORM)
_NOUN = re.compile(rf"[^。、\n]{{0,8}}{NOUN}[をもで]?")
_ANNOUNCED = re.compile(rf"[^。、\n]{{0,8}}{NOUN}[^。、\d\n]{{0,24}}。")
_NEXT = re.compile(NEXT)
_CLAUSE = re.compile(CLAUSE)
_CLAUSE_END = re.compile(CLAUSE_END)
_CLAUSE_START = re.compile(r"[、。:()「」\n](?=[^、。:()「」\n]*$)")
_ON_LIST = re.compile(r"[」』]?(?:、|と|や|,|→|&)\s?(?:それに|そして|さらに|最後に|及び|および)?、?")
_SIGHT = 140
_SIGHT_OVER_LINES = 400
_LONGEST_CLAUSE = 30
_DOSE_SIGHT = 16
_FORM_SIGHT = 14
_MOST_SENTENCES = 60


def find_described(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of drills that a section describes where it names none, in order."""
    named = meant(text, mentions)
    sentences = islice(_sentences(text, lines), _MOST_SENTENCES)
    found: list[Mention] = []
    for line, sentence in sentences:
        for mention in _in_sentence(text, line, sentence, named):
            explains = mention.drill == UNKNOWN or (found and _is_announced(text, line, found[-1]))
            if not (found and explains and _goes_on(text, found[-1], mention)):
                found.append(mention)
    return found if found or mentions else list(_over_lines(text, lines))


def _over_lines(text: str, lines: Sequence[Line]) -> Iterator[Mention]:
    """The drill that a section which names none tells over several lines: 仰向けになる / お尻を上げる."""
    if not lines:
        return
    start = lines[0].body
    words = text[start : min(lines[-1].end, start + _SIGHT_OVER_LINES)].replace("\n", " ")
    spelt = spell(words)
    match = _match(spelt, _SIGHT)
    if match and _is_dosed(words):
        first, end = (start + spelt.origin(offset) for offset in match[1].span())
        last = max((line.body for line in lines if line.body < end), default=first)
        yield Mention(max(first, last), end, match[0], match[1][0])


def _is_announced(text: str, line: Line, mention: Mention) -> bool:
    """Whether a sentence on this line only names what is to be done: 立ち上がる練習を取り入れましょう。"""
    return mention.start >= line.start and _ANNOUNCED.match(text, mention.end, line.end) is not None


def _goes_on(text: str, last: Mention, mention: Mention) -> bool:
    """Whether a clause still tells how to do what was described before it: no dose stands between."""
    between = tokens(text[last.end : mention.start])
    return not any(token.kind in COUNTED and token.kind != "still" for token in between)


@lru_cache(1024)
def described_drill(words: str) -> str | None:
    """The drill that a few folded words describe from their start on: 階段の上り下り is step_up."""
    spelt = spell(words)
    match = _match(spelt, len(words))
    return match[0] if match and match[1].start() == 0 else None


def _sentences(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, Span]]:
    """The sentences with a part of the body in them, each with its line."""
    for line in lines:
        for match in _SENTENCE.finditer(text, line.body, line.end):
            if _BODY.search(spell(match[0][:_SIGHT]).text) or _CLAUSE_END.search(
                text, match.start(), min(match.end() + _DOSE_SIGHT, line.end)
            ):
                yield line, Span(*match.span())


def _in_sentence(text: str, line: Line, sentence: Span, named: Named) -> Iterator[Mention]:
    """What a sentence describes; after the first movement, those with a noun: …運動を10回、…運動を20回."""
    mention = _described(text, line, sentence, named)
    while mention is not None:
        yield mention
        rest = Span(mention.end, sentence.end)
        mention = None if named.within(*rest) else _clause(text, line, rest, named)


def _described(text: str, line: Line, sentence: Span, named: Named) -> Mention | None:
    if named.within(*sentence):
        return _on_list(text, sentence, named)
    sight = named.next_start(sentence.end, min(sentence.start + _SIGHT, line.end))
    spelt = spell(text[sentence.start : sight])
    match = _match(spelt, sentence.end - sentence.start)
    if match is None:
        return _clause(text, line, sentence, named)
    start, end = (sentence.start + spelt.origin(offset) for offset in match[1].span())
    if not _is_dosed(text[start:end]) and _is_of_form(spelt, match[1].end()):
        return None
    if not _is_open(text, line, Span(sentence.start, sight), named):
        return None
    return Mention(start, end, match[0], match[1][0])


def _on_list(text: str, sentence: Span, named: Named) -> Mention | None:
    """The movement described last in a list of names: ランジ、それに四つん這いで手足を伸ばす運動."""
    last = named.before(sentence.end)
    joint = last and _ON_LIST.match(text, last.end, sentence.end)
    if not joint:
        return None
    spelt = spell(text[joint.end() : sentence.end])
    match = _match(spelt, sentence.end - joint.end())
    if match is None or match[1].start() > 0 or not _NOUN.match(spelt.text, match[1].end()):
        return None
    start, end = (joint.end() + spelt.origin(offset) for offset in match[1].span())
    return Mention(start, end, match[0], match[1][0])


def _clause(text: str, line: Line, sentence: Span, named: Named) -> Mention | None:
    """A movement without an id, described in a clause that its dose follows: 後ろに転がる運動を10回."""
    sight = min(sentence.end + _DOSE_SIGHT, line.end)
    end = _CLAUSE_END.search(text, sentence.start, sight)
    if (
        end is None
        or end.start() >= sentence.end
        or not _is_open(text, line, Span(sentence.start, sight), named)
    ):
        return None
    stop = end.start() if end["noun"] else end.end()
    start = max(sentence.start, stop - _LONGEST_CLAUSE)
    before = _CLAUSE_START.search(text, start, stop)
    start = before.end() if before else start
    if not _CLAUSE.fullmatch(text, start, stop):
        return None
    return Mention(start, end.end(), UNKNOWN, text[start : end.end()])


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


def _is_open(text: str, line: Line, words: Span, named: Named) -> bool:
    """Whether a described drill can stand here, and is not the explanation of one that is named."""
    dosed = _is_dosed(text[words.start : words.end])
    earlier = named.before(words.start)
    if earlier is None:
        return dosed or _PRESCRIBES.search(text, *words) is not None
    if earlier.start >= line.start:
        return dosed and _NEXT.match(text, words.start) is not None
    return dosed and _is_item_beside(text, line, earlier)


def _is_dosed(words: str) -> bool:
    return any(token.kind in COUNTED for token in tokens(words))


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
