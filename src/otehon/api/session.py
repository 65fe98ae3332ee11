"""The page's cookie: a signed proof that the token was entered, never the token itself."""

import hashlib
import time
from hmac import compare_digest

from itsdangerous import Signer

COOKIE = "otehon_session"
LIFE = 30 * 24 * 3600
"""Seconds until the page asks for the token again."""


class Sessions:
    """Checks tokens and makes cookies.

    Args:
        secret: signs the cookies.
        token: what writes need; None: they need nothing.
    """

    def __init__(self, secret: str, token: str | None) -> None:
        self._signer = Signer(secret, salt="otehon.session", digest_method=hashlib.sha256)
        self._token = token
        self._mark = hashlib.sha256((token or "").encode()).hexdigest()[:16]

    @property
    def required(self) -> bool:
        """Whether there is a token at all."""
        return self._token is not None

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return self._token is not None and compare_digest(
            given.encode("utf-8", "replace"), self._token.encode()
        )

    def cookie(self) -> str:
        """A cookie's value. It names the token by a digest: a new token ends every session."""
        return self._signer.sign(f"{self._mark}-{int(time.time()) + LIFE}").decode()

    def is_cookie(self, given: str) -> bool:
        """Whether this is a cookie of ours for today's token."""
        value = given.rpartition(".")[0]
        if not compare_digest(
            self._signer.sign(value.encode("utf-8", "replace")), given.encode("utf-8", "replace")
        ):
            return False
        mark, _, expiry = value.partition("-")
        return compare_digest(mark, self._mark) and int(expiry) > time.time()
