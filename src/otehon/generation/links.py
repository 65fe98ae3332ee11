"""Signed links to media, which expire, and the secret they are signed with."""

import os
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from otehon.generation.media import Kind
from otehon.settings import Settings

SECRET_FILE = "link-secret"


class BadLink(Exception):
    """The token was not signed by us."""


class ExpiredLink(Exception):
    """The token was ours and its time is over."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a token stands for.

    Args:
        clip_id: the clip, so that a swept studio clip can be made again.
        engine: whose footage.
        media: the media key.
        variant: the variant's code.
        kind: which file.
    """

    clip_id: UUID
    engine: str
    media: str
    variant: str
    kind: Kind


class Links:
    """Signs and reads tokens.

    A link's expiry is rounded up to half-lives: the same file has the same link for half its life, so that
    polling does not reload the player, and any link given out lives for at least the other half.

    Args:
        secret: the signing key.
        life: seconds that a link may live.
    """

    def __init__(self, secret: str, life: float) -> None:
        self._half = life / 2
        self._serializer = URLSafeSerializer(secret, salt="otehon-media")
        self._sign = lru_cache(maxsize=50_000)(self._sign_until)

    def token(self, ticket: Ticket, now: float | None = None) -> str:
        """The token of a file, the same for half its life."""
        return self._sign(ticket, int((now or time.time()) // self._half) + 2)

    def expires_at(self, now: float | None = None) -> float:
        """When links that are signed now expire, in seconds since 1970."""
        return (int((now or time.time()) // self._half) + 2) * self._half

    def read(self, token: str, now: float | None = None) -> Ticket:
        """What a token stands for.

        Raises:
            BadLink: it was tampered with, or signed by somebody else.
            ExpiredLink: its time is over.
        """
        try:
            clip_id, engine, media, variant, kind, last_half = self._serializer.loads(token)
            ticket = Ticket(UUID(hex=clip_id), engine, media, variant, Kind(kind))
        except (BadSignature, ValueError, TypeError, RecursionError) as error:
            raise BadLink from error
        # A decoded signature passes in several spellings; a link has one.
        if self._sign(ticket, last_half) != token:
            raise BadLink
        if (now or time.time()) >= last_half * self._half:
            raise ExpiredLink
        return ticket

    def _sign_until(self, ticket: Ticket, last_half: int) -> str:
        parts = [
            ticket.clip_id.hex,
            ticket.engine,
            ticket.media,
            ticket.variant,
            ticket.kind.value,
            last_half,
        ]
        token = self._serializer.dumps(parts)
        return str(token)


def link_secret(settings: Settings) -> str:
    """The configured secret, or the home's own, made at the first start and readable by its owner only."""
    if settings.link_secret is not None:
        return settings.link_secret.get_secret_value()
    settings.home.mkdir(parents=True, exist_ok=True)
    file = settings.home / SECRET_FILE
    if not file.exists():
        _create_privately(file, secrets.token_urlsafe(48))
    return file.read_text().strip()


def _create_privately(file: Path, text: str) -> None:
    """Write under another name first, so that two processes that start at once agree on one secret."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        draft.unlink()
