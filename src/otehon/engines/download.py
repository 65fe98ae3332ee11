"""A clip's bytes into a file: bounded in size and time, and never from a private address."""

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx2

from otehon.engines.base import Progress, Refused, TryAgain

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
    client: httpx2.AsyncClient, url: str, source: Source, file: Path, progress: Progress
) -> None:
    for _ in range(REDIRECTS + 1):
        ours = origin(url) == origin(source.trusted)
        if not ours:
            await _refuse_private(url)
        headers = dict(source.headers) if ours else dict[str, str]()
        async with client.stream("GET", url, headers=headers, follow_redirects=False) as response:
            if response.status_code in OTHER_PLACE:
                url = urljoin(url, response.headers.get("location", ""))
                continue
            await _check(response)
            await _write(response, source.limit, file, progress)
            return
    raise Refused("blocked", "the clip's address leads in circles", spent=True)


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname or "", port


async def _refuse_private(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused("blocked", "the clip's address is no web address", spent=True)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, None, type=socket.SOCK_STREAM)
    except OSError as error:
        raise TryAgain("unreachable", "the clip's host has no address") from error
    if not all(is_public(str(address[4][0])) for address in found):
        raise Refused("blocked", "the clip's address leads into a private network", spent=True)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet."""
    parsed = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(parsed, "ipv4_mapped", None) or parsed
    return inner.is_global and not inner.is_multicast


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
