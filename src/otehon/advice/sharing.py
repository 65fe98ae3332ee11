"""Doses that belong to several drills: プランクとスクワットを各20秒, それぞれ2セット."""

import re
from collections.abc import Sequence

from otehon.advice.amount import dose
from otehon.advice.doses import tokens
from otehon.advice.mentions import joins
from otehon.advice.roles import SENTENCE_END
from otehon.advice.scopes import Scope
from otehon.advice.words.cues import INTRODUCES_ALL, NAMES_ALL, SHARES, TOGETHER
from otehon.advice.words.doses import COUNTED
from otehon.drills.dose import Dose

_SHARES = re.compile(SHARES)
_TOGETHER = re.compile(TOGETHER)
# レッグスイングと、お尻に効くファイヤーハイドラントを各10回
_MODIFIED = re.compile(r"[」』]?(?:と|や|、|および|及び)、?\s?(?:(?!は|です)[^。、\n:\d]){1,22}")
_NAMES_ALL = re.compile(NAMES_ALL)
_INTRODUCES_ALL = re.compile(INTRODUCES_ALL)
_LISTED = re.compile(r"(?:、|と|や|,|\sand|,\sand|および|及び)?\s?")
_SETS_OF_LIST = re.compile(
    r"[^。、\n]{1,14}を、?\s?(?:(?:間に)?休憩\s?\d{1,3}\s?(?:秒|分)(?:で|を挟んで|をはさんで)\s?)?(?:それぞれ|各)?\s?\d{1,2}(?:[~-]\d{1,2})?\s?セット"
)
_LONGEST_LIST = 12
_APART = re.compile(r"[。\n]")
_WITH_SETS = frozenset({"sets", "product"})
_NEAR_SETS = 120
_NEAR = 40
_SENTENCE = 80
_INTRODUCTION = 400


def share(text: str, start: int, scopes: Sequence[Scope], doses: Sequence[Dose]) -> list[Dose]:
    """The doses of the drills of a section that begins at `start`, those given to several filled in."""
    shared = list(doses)
    together = False
    for index in range(len(scopes) - 2, -1, -1):
        pair = scopes[index], scopes[index + 1]
        together = _waits(shared[index], shared[index + 1]) and (
            _goes_with(text, *pair) or (together and joins(text, *(scope.placed.mention for scope in pair)))
        )
        if together:
            shared[index] = _filled(shared[index], shared[index + 1])
    for index in range(len(scopes) - 2, -1, -1):
        if _lacks_sets(shared[index], shared[index + 1]) and (
            _counted_list(text, scopes[index], scopes[index + 1]) or _sets_of_all(text, scopes, index)
        ):
            shared[index] = shared[index].model_copy(update={"sets": shared[index + 1].sets})
    for index in range(len(scopes)):
        for earlier in _list_before(text, scopes, shared, index):
            shared[earlier] = shared[earlier].model_copy(update={"sets": shared[index].sets})
    for index, scope in enumerate(scopes):
        collective = _collective(text, scope)
        first = _paragraph(text, scopes, index) if collective else index
        for earlier in range(first, index):
            shared[earlier] = _filled(shared[earlier], collective or Dose())
    introduction = _introduction(text, start, scopes)
    return [_filled(own, introduction) for own in shared] if introduction else shared


def _waits(own: Dose, following: Dose) -> bool:
    """Whether a drill has no dose of its own, and the next one has."""
    return _is_silent(own) and not _is_silent(following)


def _is_silent(own: Dose) -> bool:
    return own.sets is None and own.reps is None and own.seconds is None


def _filled(own: Dose, other: Dose) -> Dose:
    """The dose with what it leaves open taken from another; a count is not added to a time."""
    counted = own.reps is not None or own.seconds is not None
    return own.model_copy(
        update={
            "sets": own.sets or other.sets,
            "reps": own.reps if counted else other.reps,
            "seconds": own.seconds if counted else other.seconds,
            "side": own.side if counted else own.side or other.side,
        }
    )


def _goes_with(text: str, scope: Scope, following: Scope) -> bool:
    first, second = scope.placed.mention, following.placed.mention
    if first.end > second.start:
        return False
    shares = _SHARES.search(text, second.end, min(second.end + _NEAR, following.about.end)) is not None
    if joins(text, first, second):
        return shares or _TOGETHER.search(text, first.end, second.start) is not None
    return shares and _MODIFIED.fullmatch(text, first.end, second.start) is not None


def _lacks_sets(own: Dose, following: Dose) -> bool:
    return own.sets is None and not _is_silent(own) and following.sets is not None


def _counted_list(text: str, scope: Scope, following: Scope) -> bool:
    """Whether two drills with their counts before them stand in one list: 30秒のプランクと20回のランジ."""
    first, second = scope.placed.mention, following.placed.mention
    counted = scope.lead.start < first.start and following.lead.start < second.start
    return counted and _LISTED.fullmatch(text, first.end, following.lead.start) is not None


def _sets_of_all(text: str, scopes: Sequence[Scope], index: int) -> bool:
    """Whether the sets after a list are those of each drill: ランジ10回、プランク30秒を2セット."""
    mentions = [scope.placed.mention for scope in scopes[index : index + _LONGEST_LIST]]
    last = 1
    while last < len(mentions) and joins(text, mentions[last - 1], mentions[last]):
        last += 1
    return last > 1 and _SETS_OF_LIST.match(text, mentions[last - 1].end) is not None


def _list_before(text: str, scopes: Sequence[Scope], doses: Sequence[Dose], index: int) -> range:
    """The drills before one in a list whose sets stand after it, on a line or in a sentence of their own."""
    first = index
    if doses[index].sets is not None and _sets_stand_apart(text, scopes[index]):
        while first > 0 and _lacks_sets(doses[first - 1], doses[index]) and _in_list(text, scopes, first):
            first -= 1
    return range(first, index)


def _sets_stand_apart(text: str, scope: Scope) -> bool:
    """Whether a drill has its count at its name, and its sets only after the line or the sentence."""
    start = scope.placed.mention.end
    words = text[start : min(scope.about.end, start + _NEAR_SETS)]
    found = [token for token in tokens(words) if token.kind in COUNTED]
    if len(found) < 2 or found[0].kind in _WITH_SETS or found[1].kind not in _WITH_SETS:
        return False
    return not _APART.search(words, 0, found[0].start) and bool(
        _APART.search(words, found[0].end, found[1].start)
    )


def _in_list(text: str, scopes: Sequence[Scope], index: int) -> bool:
    """Whether a drill and the one before it are items of one list: titles of lines, or joined."""
    one, two = scopes[index - 1].placed, scopes[index].placed
    if one.line.start != two.line.start:
        return one.title and two.title and one.line.indent == two.line.indent
    return joins(text, one.mention, two.mention)


def _collective(text: str, scope: Scope) -> Dose | None:
    """The dose after a word that means all drills so far."""
    word = _NAMES_ALL.search(text, scope.placed.mention.end, scope.about.end)
    if word is None:
        return None
    limit = min(scope.about.end, word.end() + _SENTENCE)
    sentence = SENTENCE_END.search(text, word.end(), limit)
    return dose("", text[word.end() : sentence.start() if sentence else limit])


def _paragraph(text: str, scopes: Sequence[Scope], index: int) -> int:
    """The first drill that a word for all means: of its line; of the section where it stands apart."""
    mention = scopes[index].placed.mention
    word = _NAMES_ALL.search(text, mention.end, scopes[index].about.end)
    apart = word is not None and "\n" in text[mention.end : word.start()]
    line = scopes[index].placed.line.start
    first = index
    while first > 0 and (apart or scopes[first - 1].placed.line.start == line):
        first -= 1
    return first


def _introduction(text: str, start: int, scopes: Sequence[Scope]) -> Dose | None:
    """The dose that a line before the first drill gives to all: 次のドリルを各10回行いましょう。"""
    if not scopes:
        return None
    end = min(scopes[0].lead.start, start + _INTRODUCTION)
    words = text[start:end]
    return dose("", words) if _INTRODUCES_ALL.search(words) else None
