"""Foreign addresses: never of a private network, and kept to once they were looked at."""

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from otehon.engines.base import Refused, TryAgain


@dataclass(frozen=True)
class Pinned:
    """A request that goes to the address that was looked at, whatever its name says a moment later.

    Args:
        url: with the address in place of the name.
        headers: the name for the server; no connection is kept, so that none serves another name.
        extensions: the name that the certificate must have.
    """

    url: httpx2.URL
    headers: Mapping[str, str]
    extensions: Mapping[str, Any]


def parsed(link: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """A web address in parts, seen from another one. Raises `Refused` where it is none."""
    try:
        url = base.join(link) if base else httpx2.URL(link)
    except httpx2.InvalidURL:
        url = httpx2.URL()
    if url.scheme not in ("http", "https") or not url.host:
        raise Refused("blocked", "the clip's address is no web address", spent=True)
    return url


async def pinned(url: httpx2.URL) -> Pinned:
    """The address of a foreign URL, looked up once.

    Raises:
        TryAgain: its name has no address now.
        Refused: one of its addresses is private.
    """
    name = url.raw_host.decode()
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TryAgain("unreachable", "the clip's host has no address") from error
    addresses = [str(address[4][0]) for address in found]
    if not all(map(is_public, addresses)):
        raise Refused("blocked", "the clip's address leads into a private network", spent=True)
    return Pinned(
        url.copy_with(host=addresses[0], userinfo=b""),
        {"Host": url.netloc.decode(), "Connection": "close"},
        {"sni_hostname": name},
    )


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet."""
    number = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(number, "ipv4_mapped", None) or number
    return inner.is_global and not inner.is_multicast
