"""A clip's bytes into a file: bounded in size and time, and never from a private address."""

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

import httpx2

from otehon.engines.base import Progress, Refused, TryAgain
from otehon.engines.public_address import parsed, pinned

REDIRECTS = 5
PATIENCE = 600.0
"""Seconds for one clip."""

CHUNK = 256 * 1024
OTHER_PLACE = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Source:
    """Where a clip may come from.

    Args:
        trusted: the configured base URL; its host is always allowed, and only it gets the headers.
        headers: what lets us in there.
        limit: largest size in bytes.
    """

    trusted: str
    headers: Mapping[str, str]
    limit: int


class NotThere(Exception):
    """The server has no such content; `status` and its words."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"{status}: {words}")
        self.status = status
        self.words = words


async def download(
    client: httpx2.AsyncClient, url: str, source: Source, file: Path, progress: Progress
) -> None:
    """Stream a URL into a file.

    Raises:
        NotThere: 4xx.
        TryAgain: the network or the server failed, or the content was cut.
        Refused: too large, or it leads to a private address.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            await _follow(client, url, source, file, progress)
    except TimeoutError as error:
        raise TryAgain("unreachable", f"the clip did not arrive within {PATIENCE:.0f} s") from error
    except httpx2.HTTPError as error:
        raise TryAgain("unreachable", f"the clip did not arrive: {type(error).__name__}") from error


async def _follow(
    client: httpx2.AsyncClient, link: str, source: Source, file: Path, progress: Progress
) -> None:
    url = parsed(link)
    for _ in range(REDIRECTS + 1):
        request = await _request(client, url, source)
        response = await client.send(request, stream=True, follow_redirects=False)
        async with aclosing(response):
            if response.status_code in OTHER_PLACE:
                url = parsed(response.headers.get("location", ""), url)
                continue
            await _check(response)
            await _write(response, source.limit, file, progress)
            return
    raise Refused("blocked", "the clip's address leads in circles", spent=True)


async def _request(client: httpx2.AsyncClient, url: httpx2.URL, source: Source) -> httpx2.Request:
    """To the configured host with what lets us in there; to another one without, and never into private."""
    if origin(url) == origin(httpx2.URL(source.trusted)):
        return client.build_request("GET", url, headers=source.headers)
    place = await pinned(url)
    return client.build_request("GET", place.url, headers=place.headers, extensions=dict(place.extensions))


def origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


async def _check(response: httpx2.Response) -> None:
    if response.status_code >= 500 or response.status_code in (408, 429):
        raise TryAgain("unreachable", f"the clip's server answered {response.status_code}")
    if response.status_code >= 400:
        words = (await response.aread())[:500].decode("utf-8", "replace")
        raise NotThere(response.status_code, words)


async def _write(response: httpx2.Response, limit: int, file: Path, progress: Progress) -> None:
    promised = int(response.headers.get("content-length") or 0)
    if promised > limit:
        raise Refused("too_large", f"{promised} bytes, allowed are {limit}", spent=True)
    written = 0
    with file.open("wb") as target:
        async for chunk in response.aiter_bytes(CHUNK):
            written += len(chunk)
            if written > limit:
                raise Refused("too_large", f"more than {limit} bytes", spent=True)
            await asyncio.to_thread(target.write, chunk)
            progress(min(1.0, written / promised) if promised else 0.5)
