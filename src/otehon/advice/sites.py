"""Places in an advice at which a heading stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from otehon.advice.folded import Folded
from otehon.advice.heading import Heading, drill_rank, is_other_section, parse

_LONGEST_SIGHT = 120
_RULE = re.compile(r"[ >]*([=\-―─━—–_~＝*])\1{2,}[ ]*")
_SENTENCE_END = re.compile(r"[。!?！？、]")
# One line for a whole advice: a heading may follow a space or a full stop, never an opening quote or a slash.
_INLINE = re.compile(
    r"(?<!【)(?=【)|(?:(?<=[\s。!?」)])|^)(?=[\[〈《≪<■□●◆★☆▼▶#\U0001f000-\U0001fbff\u2600-\u27bf])"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A heading and where it stands: the line begins at `start`, what follows the heading at `body`."""

    start: int
    body: int
    heading: Heading
    underlined: bool = False

    @property
    def style(self) -> tuple[object, ...]:
        """What headings of the same kind share."""
        return (*self.heading.style, self.underlined)

    @property
    def whole(self) -> bool:
        """Whether nothing follows the heading on its line."""
        return not self.heading.tail


def line_sites(folded: Folded, start: int = 0) -> Iterator[Site]:
    """The lines, from `start` on, that can be read as headings."""
    text = folded.text
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        site = _line_site(folded, start, end)
        if site:
            yield site
        start = end + 1


def _line_site(folded: Folded, start: int, end: int) -> Site | None:
    if end == start:
        return None
    text = folded.text
    line = text[start : min(end, start + _LONGEST_SIGHT)]
    heading = parse(line, _emphasised(folded, start, end))
    if heading is None:
        return None
    following = end + 1
    after = text.find("\n", following)
    rule = (
        _RULE.fullmatch(text, following, len(text) if after < 0 else after) if following < len(text) else None
    )
    if rule and not heading.tail:
        return Site(start, rule.end(), heading, underlined=True)
    body = start + heading.tail_start if heading.tail or end - start > _LONGEST_SIGHT else end
    return Site(start, body, heading)


def _emphasised(folded: Folded, start: int, end: int) -> bool:
    """Whether the whole line is set in bold: a mark before its first word and one after its last."""
    text = folded.text
    first, last = start, end
    while first < end and text[first] in " >#":
        first += 1
    while last > first and text[last - 1] in " ::":
        last -= 1
    return first in folded.emphasis and (last in folded.emphasis or end in folded.emphasis) and last > first


def inline_sites(folded: Folded) -> Iterator[Site]:
    """Headings inside a line, of known sections, set off by brackets, a sign or an emoji."""
    for match in _INLINE.finditer(folded.text):
        start = match.start()
        line_end = folded.text.find("\n", start, start + _LONGEST_SIGHT)
        line = folded.text[start : line_end if line_end >= 0 else start + _LONGEST_SIGHT]
        heading = _inline_heading(line)
        if heading:
            yield Site(start, start + heading.tail_start, heading)


def _inline_heading(line: str) -> Heading | None:
    whole = parse(line)
    if whole is not None and whole.bracket:
        return whole
    spaces = [match.start() for match in re.finditer(r"[\s:]", line)][:9]
    for end in (*spaces, len(line)):
        heading = parse(line[:end])
        if heading and not heading.bracket and (drill_rank(heading) or is_other_section(heading)):
            return heading
    return None
