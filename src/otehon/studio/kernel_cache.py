"""Where compiled kernels are kept between runs: a file each, under a name that says what it depends on."""

import getpass
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_PAINTERS = (Path(__file__).with_name("painter"), Path(__file__).with_name("scene"))
"""Where the sources of kernels are."""
_DIGEST = hashlib.sha256().digest_size


@cache
def folder() -> Path:
    """The writable folder for compiled kernels: `$NUMBA_CACHE_DIR`, else `$OTEHON_HOME/kernels`, else the
    user's cache folder, else a private temporary one that the next process shares.
    """
    return next(path for path in _candidates() if _writable(path))


def kept(name: str) -> Path:
    """The file of that name: in the folder, else in a `$NUMBA_CACHE_DIR` that an image has filled and nobody
    may write; where there is none, the one in the folder.
    """
    named = os.environ.get("NUMBA_CACHE_DIR")
    places = (folder(), *([Path(named)] if named else []))
    files = [place / name for place in places]
    return next((file for file in files if os.access(file, os.R_OK)), files[0])


def read(name: str) -> bytes | None:
    """The machine code kept under that name; None where there is none, or it is damaged."""
    try:
        kept_bytes = kept(f"{name}.o").read_bytes()
    except OSError:
        return None
    code = kept_bytes[_DIGEST:]
    return code if hashlib.sha256(code).digest() == kept_bytes[:_DIGEST] else None


def keep(name: str, code: bytes) -> None:
    """Keep machine code for later processes. Where that fails, they compile it again."""
    partial = folder() / f"{name}.{os.getpid()}.partial"
    with suppress(OSError):
        partial.write_bytes(hashlib.sha256(code).digest() + code)
        partial.replace(folder() / f"{name}.o")


def is_filled() -> bool:
    """Whether the kernels of today's painter are kept, compiled for the CPU that we compile for."""
    return kept(_marker()).exists()


def mark_filled() -> None:
    """Note that all kernels are there now."""
    with suppress(OSError):
        (folder() / _marker()).touch()


def _marker() -> str:
    from otehon.studio.kernel_digest import machine

    digest = hashlib.sha256(machine().encode())
    for file in sorted(file for place in _PAINTERS for file in place.glob("*.py")):
        digest.update(file.read_bytes())
    return f"filled-{digest.hexdigest()[:16]}"


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("NUMBA_CACHE_DIR"):
        yield Path(named)
    if home := os.environ.get("OTEHON_HOME"):
        yield Path(home) / "kernels"
    yield platformdirs.user_cache_path("otehon") / "kernels"
    yield Path(tempfile.gettempdir()) / f"otehon-kernels-{getpass.getuser()}"
    yield Path(tempfile.mkdtemp(prefix="otehon-kernels-"))


def _writable(path: Path) -> bool:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            return True
    except OSError:
        return False
