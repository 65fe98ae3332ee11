"""Signed links that expire."""

import base64
import binascii
import hashlib
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hmac import compare_digest
from uuid import UUID

from itsdangerous import Signer

from otehon.generation.media.files import MediaFile
from otehon.generation.media.key import MediaKey

FORM = struct.Struct(">16s16sBI")
"""Clip, media key, file, expiry in Unix seconds."""

_FILES: tuple[MediaFile, ...] = tuple(MediaFile)

REMEMBERED = 65_536
"""Tokens that are kept rather than signed again; about 300 bytes each."""


class TamperedLink(Exception):
    """This token was not signed with our secret."""


class ExpiredLink(Exception):
    """This token was ours, and its time is over."""


@dataclass(frozen=True, slots=True)
class MediaAddress:
    """What a link leads to: a file, and the clip it belongs to."""

    clip_id: UUID
    key: MediaKey
    file: MediaFile


class Links:
    """Makes and reads tokens.

    Args:
        secret: signs them.
        ttl: seconds that a token is valid at most. It stays the same for half of them, so that polling
            does not reload a player, and is then valid for at least the other half.
        clock: Unix seconds.
    """

    def __init__(self, secret: bytes, ttl: float, clock: Callable[[], float] = time.time) -> None:
        self._signer = Signer(secret, salt="otehon.media", digest_method=hashlib.sha256)
        self._window = max(1, int(ttl / 2))
        self._clock = clock
        self._sign = lru_cache(REMEMBERED)(self._signed)

    def token(self, address: MediaAddress) -> str:
        """A token for the address."""
        return self._sign(address, self.expiry())

    def expiry(self) -> int:
        """When a token made now expires, in Unix seconds."""
        return (int(self._clock()) // self._window + 2) * self._window

    def read(self, token: str) -> MediaAddress:
        """The address of a token.

        Raises:
            TamperedLink: it is not ours.
            ExpiredLink: it was.
        """
        try:
            clip, key, file, expiry = FORM.unpack(_decoded(self._unsigned(token)))
        except (binascii.Error, struct.error, UnicodeError):
            raise TamperedLink from None
        if expiry <= self._clock():
            raise ExpiredLink
        return MediaAddress(UUID(bytes=clip), key.hex(), _FILES[int(file)])

    def _unsigned(self, token: str) -> bytes:
        """Signs again and compares as text: a decoded signature would pass in several spellings."""
        value = token.rpartition(".")[0].encode()
        if not compare_digest(self._signer.sign(value), token.encode()):
            raise TamperedLink
        return value

    def _signed(self, address: MediaAddress, expiry: int) -> str:
        packed = FORM.pack(
            address.clip_id.bytes, bytes.fromhex(address.key), _FILES.index(address.file), expiry
        )
        return self._signer.sign(base64.urlsafe_b64encode(packed).rstrip(b"=")).decode()


def _decoded(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
