"""The drill section of an advice: where it begins and where it ends."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from otehon.advice.fold import fold
from otehon.advice.folded import Folded
from otehon.advice.heading import drill_rank, is_label, is_other_section
from otehon.advice.names import names_drill
from otehon.advice.sites import Site, inline_sites, line_sites
from otehon.advice.span import Span
from otehon.advice.words.sections import PLANNING, UNMISTAKABLE

_LEADING = re.compile(r"(?:\s|(?:[=\-―─━—–_~＝*]{3,}|`{3,}[a-z]*)[ ]*(?=\n|$))*")
_TRAILING = re.compile(r"\s*(?:\n[ >]*(?:[=\-―─━—–_~＝]{3,}|`{3,}|[#>*|]+)?[ ]*)*$")
_TRAILING_REACH = 400
_PROSE = re.compile(r"[。、!?]|(?:です|ます|ましょう|ください|する|せる|げる|ける)$")
_DOSED = re.compile(r"\d\s*(?:回|秒|分|セット|往復|reps?|sec|sets?|min)")
_RUNS_ON = re.compile(r"[をにはがでとのへや、。/|→]|も(?!も)")
_LIST_SIGNS = frozenset("-・•*+‣")
_LONGEST_TITLE = 30
_SIGHT = 200


def extract_drill_section(text: str) -> str | None:
    """The advice's own text under its drill heading (【💪 おすすめの補強ドリル】 or what became of it).

    The empty string where nothing stands under the heading, None where there is no such heading.
    """
    folded = fold(text)
    span = find_section(folded)
    return None if span is None else folded.written(*span)


def find_section(folded: Folded) -> Span | None:
    """Where the drill section stands, without its heading."""
    for finder in (line_sites, inline_sites):
        sites = list(finder(folded))
        openings = [index for index, site in enumerate(sites) if _opens(folded, site)]
        if openings:
            return _best(folded, sites, openings)
    return None


def _best(folded: Folded, sites: Sequence[Site], openings: Sequence[int]) -> Span:
    """The first section of the surest heading; an empty one only where there is no other."""
    surest = max(drill_rank(sites[index].heading) for index in openings)
    spans = (
        _section(folded, sites[index], islice(sites, index + 1, None))
        for index in openings
        if drill_rank(sites[index].heading) == surest
    )
    first = next(spans)
    return (
        first if first.start < first.end else next((span for span in spans if span.start < span.end), first)
    )


def _opens(folded: Folded, site: Site) -> bool:
    rank = drill_rank(site.heading)
    if not rank or site.whole:
        return rank > 0
    if _RUNS_ON.match(folded.text, site.body) and not site.heading.colon:
        return False
    return rank > 1 if site.heading.bracket else rank > 2


def _section(folded: Folded, opening: Site, following: Iterable[Site]) -> Span:
    closing = next((site for site in following if _closes(folded, opening, site)), None)
    start = _after(folded.text, opening.body)
    end = _before(folded.text, closing.start if closing else len(folded.text))
    return Span(start, max(start, end))


def _after(text: str, start: int) -> int:
    match = _LEADING.match(text, start)
    return match.end() if match else start


def _before(text: str, end: int) -> int:
    """The end without blank lines, rules and fences before the next heading."""
    reach = max(0, end - _TRAILING_REACH)
    match = _TRAILING.search(text[reach:end])
    return reach + match.start() if match else end


def _closes(folded: Folded, opening: Site, site: Site) -> bool:
    heading = site.heading
    if is_other_section(heading):
        return _is_set_off(opening, site)
    if not _alike(opening, site) or not site.whole or len(heading.core) > _LONGEST_TITLE:
        return False
    if drill_rank(heading) > 1 or any(word in heading.core for word in PLANNING):
        return True
    return not (is_label(heading) or names_drill(heading.core) or _is_body(folded, opening, site))


def _is_set_off(opening: Site, site: Site) -> bool:
    """Whether a known heading stands as one here, not as a word of the body."""
    heading = site.heading
    if heading.core in UNMISTAKABLE or heading.bracket or heading.level or site.style == opening.style:
        return True
    return site.whole and (heading.emoji or not _LIST_SIGNS.intersection(heading.signs))


def _alike(opening: Site, site: Site) -> bool:
    """Whether two headings are set off in the same way, so that the second ends what the first began."""
    first, second = opening.heading, site.heading
    if first.level:
        return 0 < second.level <= first.level
    if site.style != opening.style or not (first.decorated or opening.underlined):
        return False
    return first.number is None or second.number == first.number + 1


def _is_body(folded: Folded, opening: Site, site: Site) -> bool:
    """Whether a line set off like the heading is one of the body: a sentence, or a drill with its dose."""
    heading = opening.heading
    if heading.level or heading.bracket:
        return False
    if _PROSE.search(site.heading.core) or _DOSED.search(folded.text, site.start, site.body):
        return True
    return _DOSED.search(folded.text, site.body, site.body + _SIGHT) is not None
