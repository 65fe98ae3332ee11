"""The pages for a gateway: copied, with nginx files that say what each is sent with.

The gateway then agrees with `otehon serve`: both take every header from the same functions and settings.
"""

import hashlib
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from otehon.api.edge import API_POLICY, NOSNIFF
from otehon.api.page_policy import CHECKED, IMMUTABLE, NEVER_CHANGES, page_policy
from otehon.errors import OtehonError

MAPS = "maps.conf"
"""For nginx's `http` block: where the pages are, and what differs from page to page."""

HEADERS = "headers.conf"
"""For the locations that send them."""

SPECIAL = re.compile(r"[\"\\$\x00-\x1f]")
"""What would not stay a plain word between nginx's quotes."""


class NotForNginx(OtehonError):
    """A setting holds what cannot be written into nginx's configuration."""

    exit_code = 2


def write_gateway(folder: Path, export: Path, framers: Sequence[str], media: str | None) -> Path:
    """Write `maps.conf`, `headers.conf` and a folder with the pages; answer with that folder.

    Its name tells the pages' content: an nginx that still runs with the last ones keeps what it knows.
    Those before the last ones go.

    Raises:
        NotForNginx: an origin that nginx cannot take.
    """
    policies = {page: page_policy(export, page, framers, media) for page in pages_of(export)}
    pages = folder / f"pages-{digest_of(export)}"
    maps = maps_conf(pages, policies)
    if not pages.is_dir():
        _copy(export, pages)
    _write(folder / HEADERS, headers_conf())
    _write(folder / MAPS, maps)
    _forget_old(folder, pages)
    return pages


def pages_of(export: Path) -> list[str]:
    """Names of the export's pages, such as `result/_/index.html`."""
    return sorted(file.relative_to(export).as_posix() for file in export.rglob("*.html"))


def digest_of(export: Path) -> str:
    """A name for the export's content, icons and other files of unchanging names included."""
    digest = hashlib.sha256()
    for file in sorted(path for path in export.rglob("*") if path.is_file()):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(export).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:12]


def maps_conf(pages: Path, policies: Mapping[str, str]) -> str:
    """`$pages_root`, `$page_policy` and `$page_cache`, the last two by `$uri`."""
    by_page = {f"/{page}": policy for page, policy in policies.items()}
    return "".join(
        (
            _map("$host", "$pages_root", str(pages), {}),
            _map("$uri", "$page_policy", API_POLICY, by_page),
            _map("$uri", "$page_cache", CHECKED, {f"~^/{NEVER_CHANGES}": IMMUTABLE}),
        )
    )


def headers_conf() -> str:
    """The headers of everything that is not the service's own answer."""
    headers = {**NOSNIFF, "Content-Security-Policy": "$page_policy", "Cache-Control": "$page_cache"}
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())


def _map(source: str, name: str, default: str, values: Mapping[str, str]) -> str:
    lines = [f"    {key} {_quoted(value)};\n" for key, value in {"default": default, **values}.items()]
    return f"map {source} {name} {{\n{''.join(lines)}}}\n"


def _quoted(value: str) -> str:
    if SPECIAL.search(value):
        raise NotForNginx(
            f"nginx cannot take {value!r}.", "Look at OTEHON_EMBED_ORIGINS and OTEHON_MEDIA_URL."
        )
    return f'"{value}"'


def _copy(export: Path, pages: Path) -> None:
    """Half a copy is never taken for a whole one; one that was left behind goes."""
    for left in pages.parent.glob(".pages-*"):
        shutil.rmtree(left, ignore_errors=True)
    growing = pages.with_name(f".{pages.name}")
    shutil.copytree(export, growing)
    growing.rename(pages)


def _write(file: Path, text: str) -> None:
    growing = file.with_name(f".{file.name}")
    growing.write_text(text, "utf-8")
    growing.replace(file)


def _forget_old(folder: Path, newest: Path) -> None:
    others = sorted(folder.glob("pages-*"), key=lambda place: place.stat().st_mtime, reverse=True)
    for place in [place for place in others if place != newest][1:]:
        shutil.rmtree(place)
