"""What a line says when it is read as a heading."""

import re
from dataclasses import dataclass
from functools import cache

from otehon.advice.words import headings as words
from otehon.advice.words.labels import LABELS
from otehon.advice.words.sections import OTHER_SECTIONS

_OPENING = "【[〈《≪<〔「『(｟〖"
_CLOSING = "】]〉》≫>〕」』)｠〗"
_CLOSES = dict(zip(_OPENING, _CLOSING, strict=True))
# Signs that models put before headings; letters, kana and Chinese characters are none.
_SIGNS = re.compile(r"[\s■□●○◆◇★☆▼▽▲△▶▷►◀◁♦♢♪✦✧✩✪✨※◎❖♠♣♥❤•‣▪▫◾◽=━─—–―~〜_*|｜✅☑✔✓➤➡→⇒\"“”'’‘|#+-]+")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\u3030\ufffd\U0001f000-\U0001fbff]+")
_NUMBER = re.compile(r"(?:第?\d{1,2}[.)．、:章)]|\(\d{1,2}\)|[①-⑳]|\d{1,2}(?=\s))\s*(?!\d)")
_HASHES = re.compile(r"#{1,6}(?=[^#]|$)")
_REMARK = re.compile(r"[(〔\[][^()〔〕\[\]]{0,30}[)〕\]]$|[~〜\-―—][^~〜\-―—]{1,30}[~〜\-―—]$")
_LONGEST_HEADING = 60
STRONG_EMOJI = "💪"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line taken apart as a heading: how it is set off, its words, and what follows them on the line."""

    level: int
    bracket: str
    signs: str
    emoji: bool
    number: int | None
    core: str
    strong: bool
    colon: bool
    tail: str
    tail_start: int

    @property
    def style(self) -> tuple[int, str, str, bool, bool]:
        """What headings of the same kind share."""
        return self.level, self.bracket, self.signs, self.emoji, self.number is not None

    @property
    def decorated(self) -> bool:
        """Whether anything but its words sets it off."""
        return self.style != (0, "", "", False, False)


def parse(line: str, emphasised: bool = False) -> Heading | None:
    """Take a folded line apart as a heading; None where it is too long or has no words."""
    scanner = _Scanner(line, emphasised)
    scanner.lead()
    if scanner.bracket:
        return scanner.bracketed()
    return scanner.open()


class _Scanner:
    """Reads the signs before a heading's words."""

    def __init__(self, line: str, emphasised: bool) -> None:
        self.line = line.rstrip()
        self.position = 0
        self.level = 0
        self.bracket = ""
        self.signs = "*" if emphasised else ""
        self.emoji = False
        self.strong = False
        self.number: int | None = None

    def lead(self) -> None:
        """Pass indentation, signs, emoji, a number and the opening brackets."""
        while self.position < len(self.line):
            if not (self._hashes() or self._number() or self._signs() or self._emoji() or self._open()):
                return

    def bracketed(self) -> Heading | None:
        """The heading inside brackets; an unclosed one runs to the end of the line."""
        closing = _CLOSES[self.bracket[-1]]
        end = self.line.find(closing, self.position)
        if not 0 <= end - self.position <= _LONGEST_HEADING:
            return self._heading(self.position, len(self.line), len(self.line)) if end < 0 else None
        after = end + 1
        while after < len(self.line) and self.line[after] in _CLOSING:
            after += 1
        return self._heading(self.position, end, after)

    def open(self) -> Heading | None:
        """The heading without brackets: up to a colon, or the whole line."""
        colon = self.line.find(":", self.position)
        end = colon if 0 < colon <= self.position + _LONGEST_HEADING else len(self.line)
        return self._heading(self.position, end, end)

    def _heading(self, start: int, end: int, after: int) -> Heading | None:
        if end - start > _LONGEST_HEADING:
            return None
        core, emoji = _strip_signs(self.line[start:end])
        tail = self.line[after:]
        colon = tail.lstrip(" *").startswith(":")
        lead = len(tail) - len(tail.lstrip(" :*#=━─"))
        if not core:
            return None
        return Heading(
            level=self.level,
            bracket=self.bracket,
            signs=self.signs,
            emoji=self.emoji or emoji,
            number=self.number,
            core=core,
            strong=self.strong,
            colon=colon,
            tail=tail[lead:].rstrip(),
            tail_start=after + lead,
        )

    def _hashes(self) -> bool:
        match = _HASHES.match(self.line, self.position)
        if match and not self.level:
            self.level = len(match[0])
            self.position = match.end()
        return bool(match and self.level == len(match[0]) and self.position == match.end())

    def _number(self) -> bool:
        match = _NUMBER.match(self.line, self.position)
        if not match or self.number is not None:
            return False
        digits = re.sub(r"\D", "", match[0])
        self.number = int(digits) if digits else ord(match[0][0]) - ord("①") + 1
        self.position = match.end()
        return True

    def _signs(self) -> bool:
        match = _SIGNS.match(self.line, self.position)
        if match:
            self.signs += re.sub(r"[\s>|]", "", match[0])[:1]
            self.position = match.end()
        return match is not None

    def _emoji(self) -> bool:
        match = _EMOJI.match(self.line, self.position)
        if match:
            self.emoji = True
            self.strong = self.strong or STRONG_EMOJI in match[0]
            self.position = match.end()
        return match is not None

    def _open(self) -> bool:
        character = self.line[self.position]
        if character == ">" and not self.bracket:
            self.position += 1
            return True
        if character not in _OPENING or len(self.bracket) > 2:
            return False
        self.bracket += character
        self.position += 1
        return True


def _strip_signs(words: str) -> tuple[str, bool]:
    """The words without spaces, end signs and remarks such as (厳選); and whether an emoji stood there."""
    plain = _EMOJI.sub("", words)
    emoji = plain != words
    plain = _REMARK.sub("", plain.strip()).strip()
    plain = re.sub(r"[\s:。.!！★☆■●◆◇=━─—―~〜*#|♪✨]+$", "", plain)
    return re.sub(r"\s+", "", plain), emoji


@cache
def _vocabulary() -> re.Pattern[str]:
    nouns = {*words.DRILL_NOUNS, *words.RECOMMENDING, *words.FILLING}
    return re.compile("|".join(map(re.escape, sorted(nouns, key=len, reverse=True))))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words.DRILL_NOUNS)))


def drill_rank(heading: Heading) -> int:
    """How surely this heads the drill section: 3 certain, 1 if there is none better, 0 not at all."""
    parts = _parts(re.sub(r"\d+", "3", heading.core)) if _noun().search(heading.core) else []
    if not any(part in words.DRILL_NOUNS for part in parts):
        return 0
    drill = any("ドリル" in part or "drill" in part for part in parts)
    if any(part in words.SPECIFIC for part in parts):
        return 3
    if any(part in words.RECOMMENDING for part in parts):
        return 3 if drill else 2
    if heading.strong:
        return 2
    return 1 if drill and heading.decorated and len(parts) == 1 else 0


def _parts(core: str) -> list[str]:
    """The core as a row of known words, the longest first; empty where one is not known."""
    parts = [match[0] for match in _vocabulary().finditer(core)]
    return parts if sum(map(len, parts)) == len(core) else []


def is_other_section(heading: Heading) -> bool:
    """Whether these are the words of another section's heading."""
    return heading.core in _other_sections()


@cache
def _other_sections() -> frozenset[str]:
    return frozenset(OTHER_SECTIONS)


@cache
def _labels() -> frozenset[str]:
    return frozenset(LABELS)


def is_label(heading: Heading) -> bool:
    """Whether these are the words of a label inside a drill's description."""
    return re.sub(r"\d+$", "", heading.core) in _labels()
