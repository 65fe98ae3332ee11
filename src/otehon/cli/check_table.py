"""What the checks found of every movement, as a Markdown page that is kept."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from otehon.cli.check_page import HEADS, LEGEND, Outcome, Shown, figure, passed
from otehon.motion.checks.examine import Report
from otehon.motion.checks.finding import CHECKS, Check

DIGITS: Final = 8
ROW: Final = re.compile(
    r"^\| (?P<name>[a-z0-9_]+(?: ×\d?)?(?: r)?) \| (?P<passed>[✓✗]) \|.*\| `(?P<digest>[0-9a-f]+)` \|$"
)

HEAD: Final = """# Every movement, measured

Made by `make movements`, which measures what has changed since: the last column is a digest of the movement
as its file has it, and a test fails when it is not that file's any more. What is measured, and against which
bounds: [checks.md](checks.md).
"""


def digest_of(shown: Shown) -> str:
    """Changes with the movement, not with the code that solves and checks it."""
    text = shown.movement.model_dump_json(by_alias=True, exclude_defaults=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def kept_rows(page: str) -> Mapping[str, tuple[str, str]]:
    """What a page says of each movement by its name: the digest, and the whole row."""
    found = (ROW.match(line) for line in page.splitlines())
    return {row["name"]: (row["digest"], row[0]) for row in found if row}


def is_passed(row: str) -> bool:
    """Whether a page's row says so."""
    found = ROW.match(row)
    return found is not None and found["passed"] == "✓"


def row_of(shown: Shown, outcome: Outcome) -> str:
    """A movement's row."""
    cells = [shown.name, "✓" if passed(outcome) else "✗", *(_cell(outcome, check) for check in CHECKS)]
    return f"| {' | '.join(cells)} | `{digest_of(shown)}` |"


def table_page(rows: Iterable[str]) -> str:
    """The page."""
    heads = ["drill", "", *(HEADS.get(check, check) for check in CHECKS), "of"]
    rule = ["---", "---", *("---:" for _ in CHECKS), "---"]
    lines = [f"| {' | '.join(heads)} |", f"|{'|'.join(rule)}|", *rows]
    return "\n".join([HEAD, LEGEND, "", *lines]) + "\n"


def _cell(outcome: Outcome, check: Check) -> str:
    found = outcome.of(check) if isinstance(outcome, Report) else ()
    return figure(found[0].value) if found else "–"
