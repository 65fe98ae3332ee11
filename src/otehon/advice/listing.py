"""Which of the names in a section are prescribed drills."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otehon.advice.lines import Line
from otehon.advice.mentions import GENERIC, joins
from otehon.advice.names import Mention
from otehon.advice.prescription import UNKNOWN
from otehon.advice.roles import Role, role
from otehon.advice.words.cues import VARIANT_BEFORE
from otehon.advice.words.descriptions import NEXT
from otehon.advice.words.names import SUFFIXES
from otehon.drills.catalogue import catalogue

_SUFFIX = rf"(?:{'|'.join(SUFFIXES)})*"
_BRACKETS = r"(?:[(「『][^()「」『』\n]{0,60}[)」』])?"
_TITLE_END = re.compile(rf"{_SUFFIX}\s?{_BRACKETS}\s?[」』】\])*:]*\s*(?:とは)?\s*(?P<stop>。?)\s*$")
_TITLE_GAP = re.compile(
    rf"{_SUFFIX}\s?{_BRACKETS}[」』】\])]*\s*"
    rf"(?::|[-–—|/=]\s|\s(?![a-z])|(?<=\s)[a-z][a-z ]{{2,20}}:\s|→|(?=\d|左右|各|片[足脚]|[×x(]))"
)
_TOPIC = re.compile(rf"{_SUFFIX}[」』】\])]*\s?(?:は|とは|って)")
_BEFORE_TITLE = re.compile(r"[^。\n]{0,30}[:】\])]\s?[「『\"]?|[^。、はをがで:\n]{0,14}")
_DOSED = re.compile(rf"{_SUFFIX}[」』】\])]*\s?[:(]?\s?(?:を|は)?\s?(?:左右|各|片[足脚])*\s?\d")
_AFTER_NEXT = re.compile(rf"(?:^|[。!?\n]\s?){NEXT}[、,\s]?[^。、\n]{{0,12}}$")
_ASIDE = re.compile(r"\([^()\n]{0,40}\)")
_VARIANT = re.compile(VARIANT_BEFORE)
_NEXT_REACH = 30
_INHERITED = (Role.DOING, Role.OCCASION, Role.COMPARED, Role.NEGATED)
_LONGEST_BEFORE_TITLE = 40
_LONGEST_BEFORE_TOPIC = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its line and role, and whether it is a title (・プランク：) or a topic (プランクは),
    joined on to the one before it, followed at once by a number, after 次に, or a variant (深いランジ)."""

    mention: Mention
    line: Line
    role: Role
    title: bool
    topic: bool
    joined: bool
    dosed: bool
    next: bool
    variant: bool


def place(text: str, end: int, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Placed]:
    """The mentions of a section that ends at `end`, each with what it does there."""
    roles = _roles(text, end, mentions)
    line_index = 0
    for index, mention in enumerate(mentions):
        while line_index + 1 < len(lines) and lines[line_index + 1].start <= mention.start:
            line_index += 1
        line = lines[line_index]
        previous = mentions[index - 1] if index else None
        first = previous is None or previous.end <= line.start
        yield Placed(
            mention,
            line,
            roles[index],
            title=first and _is_title(text, line, mention),
            topic=first and _is_topic(text, line, mention),
            joined=previous is not None and joins(text, previous, mention),
            dosed=_DOSED.match(text, mention.end, line.end) is not None,
            next=_AFTER_NEXT.search(text[max(0, mention.start - _NEXT_REACH) : mention.start]) is not None,
            variant=_VARIANT.search(text[max(0, mention.start - _NEXT_REACH) : mention.start]) is not None,
        )


def prescribed(placed: Sequence[Placed]) -> list[Placed]:
    """The mentions that count. In a title's explanation only those with a dose or a word of doing do."""
    strong = list(_strong(placed))
    weak = [item for item in placed if item.role in (Role.WORD, Role.WEAK, Role.OCCASION)][:1]
    return list(_without_classes(_unique(strong or weak)))


def _without_classes(items: Sequence[Placed]) -> Iterator[Placed]:
    """The items without a class of drills whose own drills come after it: 体幹トレーニングを。プランクは…"""
    for index, item in enumerate(items):
        later = items[index + 1 :] if item.mention.drill in GENERIC else items[:0]
        on_its_own = not later or later[0].joined
        if on_its_own or not any(_is_member(other, item) for other in later):
            yield item


def _is_member(item: Placed, of: Placed) -> bool:
    known = catalogue()
    one, other = item.mention.drill, of.mention.drill
    return one != other and one in known and known.get(one).category == known.get(other).category


def _strong(placed: Sequence[Placed]) -> Iterator[Placed]:
    ruled_out = {item.mention.drill for item in placed if item.role is Role.NEGATED and not item.variant}
    explaining = False
    listed = False
    for item in placed:
        if item.role is Role.PLAIN and not item.title and item.mention.drill in ruled_out:
            continue
        named = (
            item.title
            and not item.line.step
            and not (item.role is Role.WEAK and item.mention.drill in GENERIC)
        )
        free = (
            item.role is Role.DOING or not explaining or item.topic or item.next or (item.joined and listed)
        )
        listed = (item.role.counts and named) or (item.role.prescribes and free)
        if listed:
            explaining = named or (explaining and not item.topic)
            yield item


def _roles(text: str, end: int, mentions: Sequence[Mention]) -> list[Role]:
    """Each name's role, or that of the name it is joined on to: プランクや縄跳びは避けて rules out both."""
    stops = list(_stops(text, end, mentions))
    roles = [role(text, mention, stop) for mention, stop in zip(mentions, stops, strict=True)]
    for index in range(len(mentions) - 2, -1, -1):
        following = roles[index + 1]
        inherits = roles[index] in (Role.PLAIN, Role.WORD) and following in _INHERITED
        if inherits and joins(text, mentions[index], mentions[index + 1]):
            roles[index] = following
    return roles


def _stops(text: str, end: int, mentions: Sequence[Mention]) -> Iterator[int]:
    """Where the words after each name end: at the next one that is not in brackets directly after it."""
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        aside = _ASIDE.match(text, mention.end)
        if following and aside and following.start < aside.end():
            following = next(
                (one for one in mentions[index + 2 : index + 5] if one.start >= aside.end()), None
            )
        yield following.start if following else end


def _is_title(text: str, line: Line, mention: Mention) -> bool:
    end = _TITLE_END.match(text, mention.end, line.end)
    if end:
        before = text[line.body : mention.start]
        return (
            len(before) <= (_LONGEST_BEFORE_TOPIC if end["stop"] else _LONGEST_BEFORE_TITLE)
            and "。" not in before
        )
    gap = _TITLE_GAP.match(text, mention.end, line.end)
    return bool(gap and _BEFORE_TITLE.fullmatch(text, line.body, mention.start))


def _is_topic(text: str, line: Line, mention: Mention) -> bool:
    near = mention.start - line.body <= _LONGEST_BEFORE_TOPIC
    return near and _TOPIC.match(text, mention.end, line.end) is not None


def _unique(items: Sequence[Placed]) -> list[Placed]:
    """Each drill once, at its first mention; under another name again where both are titles or dosed."""
    seen: dict[str, list[Placed]] = {}
    kept: list[Placed] = []
    for item in items:
        mention = item.mention
        earlier = seen.setdefault(mention.name if mention.drill == UNKNOWN else mention.drill, [])
        if not earlier or all(_is_another(other, item) for other in earlier):
            kept.append(item)
            earlier.append(item)
    return kept


def _is_another(first: Placed, second: Placed) -> bool:
    alike = (first.title and second.title) or (first.dosed and second.dosed)
    return alike and _differ(first, second)


def _differ(first: Placed, second: Placed) -> bool:
    one, two = first.mention.name, second.mention.name
    return one not in two and two not in one
