"""An advice cut at its headings."""

import re
from dataclasses import dataclass

from otehon.advice.fold import fold
from otehon.advice.heading import drill_rank, is_other_section
from otehon.advice.section import find_section
from otehon.advice.sites import Site, line_sites

_BANNER = re.compile(r"-{2,}.*-{2,}")
_MARKS = re.compile(r"^[\s#>*・●■◆★□【\[［〈《<]+|[\s*】\]］〉》>:：]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading; no heading before the first one."""

    heading: str | None
    text: str
    is_drills: bool


def read_parts(advice: str) -> list[Part]:
    """The advice's parts in order, as written; the drill section is whole, whatever headings are in it."""
    folded = fold(advice)
    drills = find_section(folded)
    sites = [site for site in line_sites(folded) if _cuts(site)]
    if drills is not None:
        sites = [site for site in sites if site.body <= drills.start or site.start >= drills.end]
    ends = [*(site.start for site in sites), len(folded.text)]
    parts = [Part(None, folded.written(0, ends[0]).strip(), False)]
    for site, end in zip(sites, ends[1:], strict=True):
        holds = drills is not None and site.start <= drills.start < max(end, site.body + 1)
        heading = _MARKS.sub("", folded.written(site.start, site.body).strip())
        parts.append(Part(heading, folded.written(site.body, end).strip(), holds))
    return [part for part in parts if (part.text or part.heading) and not _BANNER.fullmatch(part.text)]


def _cuts(site: Site) -> bool:
    return drill_rank(site.heading) > 0 or is_other_section(site.heading)
