"""What a page of the export may load, and how long it is kept: said by every server of it alike."""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

HASHES = "csp.json"
"""In the export: for each page the `sha256-…` of its inline scripts."""

NEVER_CHANGES = "_next/static/"
"""Files below this have a hash in their names."""

IMMUTABLE = "public, max-age=31536000, immutable"
CHECKED = "no-cache"
"""May be kept, but is asked for again: a page names the files of its release."""


def page_policy(root: Path, page: str, framers: Sequence[str], media: str | None) -> str:
    """The Content-Security-Policy of a page.

    Args:
        root: the export's folder.
        page: its name in there, such as `result/_/index.html`.
        framers: origins whose pages may show /embed in a frame.
        media: where links to media lead players, where that is another origin than ours.
    """
    hashes = " ".join(f"'{one}'" for one in _hashes(root / HASHES).get(page, ()))
    may_frame = " ".join(["'self'", *framers]) if page.startswith("embed/") else "'none'"
    bucket = "" if media is None else f" {media}"
    return (
        f"default-src 'self'; script-src 'self' {hashes}; img-src 'self' data: blob:{bucket}; "
        f"media-src 'self' blob:{bucket}; object-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {may_frame}"
    )


@lru_cache(maxsize=1)
def _hashes(file: Path) -> dict[str, list[str]]:
    return json.loads(file.read_text("utf-8")) if file.is_file() else {}
