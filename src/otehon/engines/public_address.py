"""Foreign addresses: never of a private network, and kept to once they were looked at."""

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from otehon.engines.base import Refused, TryAgain

HOLD_IPV4 = (ipaddress.IPv6Network("::/96"), ipaddress.IPv6Network("64:ff9b::/96"))
"""Networks whose last 32 bits are an IPv4 address (RFC 4291, RFC 6052: NAT64)."""


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
    if isinstance(number, ipaddress.IPv6Address):
        if number.is_site_local:
            return False
        number = _held(number) or number
    return number.is_global and not number.is_multicast


def _held(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a network may send an IPv6 one on to."""
    if any(number in network for network in HOLD_IPV4):
        return ipaddress.IPv4Address(int(number) & 0xFFFF_FFFF)
    return number.ipv4_mapped or number.sixtofour
