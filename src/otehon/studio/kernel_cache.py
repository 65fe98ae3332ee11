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


def read(name: str) -> bytes | None:
    """The machine code kept under that name; None where there is none, or it is damaged."""
    try:
        kept = _file(name).read_bytes()
    except OSError:
        return None
    code = kept[_DIGEST:]
    return code if hashlib.sha256(code).digest() == kept[:_DIGEST] else None


def keep(name: str, code: bytes) -> None:
    """Keep machine code for later processes. Where that fails, they compile it again."""
    partial = _file(f"{name}.{os.getpid()}.partial")
    with suppress(OSError):
        partial.write_bytes(hashlib.sha256(code).digest() + code)
        partial.replace(_file(name))


def is_filled() -> bool:
    """Whether an earlier process left the kernels of today's painter there, compiled for this CPU."""
    return _marker().exists()


def mark_filled() -> None:
    """Note that all kernels are there now."""
    with suppress(OSError):
        _marker().touch()


def _file(name: str) -> Path:
    return folder() / f"{name}.o"


def _marker() -> Path:
    from otehon.studio.kernel_digest import machine

    digest = hashlib.sha256(machine().encode())
    for file in sorted(file for place in _PAINTERS for file in place.glob("*.py")):
        digest.update(file.read_bytes())
    return folder() / f"filled-{digest.hexdigest()[:16]}"


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
