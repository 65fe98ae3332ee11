"""The lines of a section, with their list marks told apart from their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAD = re.compile(
    r"[ >|]*(?:(?:#{1,6}|[-*+•・‣◦▪▫☐■□●○◎◆◇★☆▶▷►▼✓✔✅☑➤➡→⇒※✦✨]|[\u2600-\u27bf\U0001f000-\U0001fbff]+"
    r"|(?:ステップ|step|手順|その)\s?\d{1,2}|\d{1,2}[.)．、:](?!\d)|\(\d{1,2}\)|\[\d{1,2}\]|[①-⑳])[ :.]*)*"
)
_NUMBERED = re.compile(r"[ >]*(?:\*\*)?(?:\d{1,2}[.)．、:](?!\d)|\(\d{1,2}\)|[①-⑳])")
# A list that lost its line breaks: " - ", " ・" or " 2. " between the words.
_LOST_BREAK = re.compile(r"(?<=\S)\s+(?=(?:[-•*]\s|[・●■◆▪□☐](?=\S)|\d{1,2}[.)]\s?(?=[^\d\s])|[①-⑳]))")
_LONGEST_LEAD = 40


@dataclass(frozen=True, slots=True)
class Line:
    """Offsets of a line into the folded text; its words begin at `body`, `indent` spaces are before it."""

    start: int
    body: int
    end: int
    indent: int
    mark: str

    @property
    def step(self) -> bool:
        """Whether the line says of itself that it is a step or a remark, not a drill."""
        return bool(re.match(r"(?:ステップ|step|手順|※)", self.mark.strip()))


def read_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of `text[start:end]` that hold words. Lists that lost their line breaks get them back."""
    position = start
    while position < end:
        newline = text.find("\n", position, end)
        stop = end if newline < 0 else newline
        yield from _pieces(text, position, stop)
        position = stop + 1


def _pieces(text: str, start: int, end: int) -> Iterator[Line]:
    breaks = (
        [match.end() for match in _LOST_BREAK.finditer(text, start, end) if not _in_brackets(text, match)]
        if "|" not in text[start : start + 3]
        else []
    )
    for piece_start, piece_end in zip([start, *breaks], [*breaks, end], strict=True):
        line = _line(text, piece_start, piece_end)
        if line.body < line.end:
            yield line


def _in_brackets(text: str, lost: re.Match[str]) -> bool:
    """Whether what looks like a list's number closes a bracket: (3 sets of 20)."""
    before = text[max(0, lost.start() - _LONGEST_LEAD) : lost.start()]
    return before.rfind("(") > before.rfind(")")


def _line(text: str, start: int, end: int) -> Line:
    match = _LEAD.match(text, start, min(end, start + _LONGEST_LEAD))
    body = match.end() if match else start
    while end > body and text[end - 1].isspace():
        end -= 1
    lead = text[start:body]
    return Line(start, body, end, len(lead) - len(lead.lstrip(" >")), lead.strip(" >"))
