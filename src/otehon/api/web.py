"""The pages: the web's static export, wherever no route of the API answers."""

import re
from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from otehon.api.addresses import PREFIX
from otehon.api.page_policy import CHECKED, IMMUTABLE, NEVER_CHANGES, page_policy
from otehon.api.problems import ApiProblem, problem_response
from otehon.api.sending import accepts_gzip

PLACES = (Path(__file__).parents[1] / "pages", Path(__file__).parents[3] / "web" / "out")
"""Where the export lies: in an installed package, or in the repository after `make web`."""

ONE_FOR_ALL = re.compile(r"(result|embed|catalogue)/[\w-]{1,100}", re.ASCII)
"""Pages that are exported once, as `_`, and sent for every id."""

UNBUILT = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Otehon</title>
<h1>Otehon</h1>
<p>The API is running: see <a href="/docs">/docs</a>. The pages have not been built yet:
run <code>make web</code> in the repository, then load this page again.</p>
</html>
"""


class Pages:
    """Serves an export.

    Args:
        root: the export's folder; None: there is none.
        framers: origins whose pages may show /embed in a frame.
    """

    def __init__(self, root: Path | None, framers: Sequence[str]) -> None:
        self._root = root
        self._framers = framers

    async def __call__(self, request: Request, _: Exception) -> Response:
        """The handler of 404: the page of that address, where there is one."""
        if request.method not in ("GET", "HEAD") or request.url.path.startswith(f"{PREFIX}/"):
            return _nowhere()
        if self._root is None:
            return HTMLResponse(UNBUILT, status_code=404) if _wants_html(request) else _nowhere()
        found = find(self._root, request.url.path)
        if found is not None:
            return self._page(request, found, 200)
        missing = self._root / "404.html"
        if not _wants_html(request) or not missing.is_file():
            return _nowhere()
        return self._page(request, missing, 404)

    def _page(self, request: Request, file: Path, status: int) -> Response:
        assert self._root is not None
        media: str | None = request.app.state.media_origin
        name = file.relative_to(self._root).as_posix()
        headers = {"Cache-Control": IMMUTABLE if name.startswith(NEVER_CHANGES) else CHECKED}
        if file.suffix == ".html":
            headers["Content-Security-Policy"] = page_policy(self._root, name, self._framers, media)
        packed = file.with_name(f"{file.name}.gz")
        if not packed.is_file():
            return FileResponse(file, status, headers)
        headers["Vary"] = "Accept-Encoding"
        if not accepts_gzip(request):
            return FileResponse(file, status, headers)
        headers["Content-Encoding"] = "gzip"
        return FileResponse(packed, status, headers, media_type=guess_type(file.name)[0])


def export_folder() -> Path | None:
    """Where the export lies; None where it has not been built."""
    return next((place for place in PLACES if (place / "index.html").is_file()), None)


def find(root: Path, path: str) -> Path | None:
    """The export's file for an address; None where there is none. Never a file outside `root`."""
    name = path.strip("/")
    parts = name.split("/") if name else []
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        return None
    candidates = [root.joinpath(*parts), root.joinpath(*parts, "index.html")]
    if ONE_FOR_ALL.fullmatch(name):
        candidates.append(root / parts[0] / "_" / "index.html")
    for file in candidates:
        if _is_file(file) and file.resolve().is_relative_to(root.resolve()):
            return file
    return None


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long
        return False


def _wants_html(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


def _nowhere() -> Response:
    return problem_response(ApiProblem("not-found", "See /docs for the addresses there are."))
