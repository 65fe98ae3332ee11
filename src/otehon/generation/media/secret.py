"""The secret that signs links and cookies."""

import os
import secrets
from pathlib import Path

from otehon.errors import OutputFailed

FILE = "link-secret"
SECRET_BYTES = 32


def link_secret(home: Path, given: str | None) -> bytes:
    """The given secret, or the one that is kept in `home`, readable by its owner alone; made when missing.

    Raises:
        OutputFailed: it can be neither read nor made.
    """
    if given:
        return given.encode()
    path = home / FILE
    try:
        if not path.exists():
            _make(path)
        return path.read_bytes()
    except OSError as error:
        what = f"The secret for links in {path} cannot be read or made: {error.strerror}."
        raise OutputFailed(what, "Mend the permissions, or set OTEHON_LINK_SECRET.") from error


def _make(path: Path) -> None:
    """Write to a file of our own first: whoever links it into place first has made the secret for all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE}.{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_hex(SECRET_BYTES).encode())
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        return
    finally:
        draft.unlink()
