"""Where compiled kernels are kept between runs: a file each, under a name that says what it depends on."""

import getpass
import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

from otehon.studio.kernels.digest import machine

_PAINTERS = tuple(Path(__file__).parents[1] / name for name in ("painter", "scene"))
"""Where the sources of kernels are."""
STALE = 24 * 3600.0
"""Seconds after which machine code that nobody has read is nobody's any more."""

KINDS = ("*.o", "*.partial", "filled-*")

_used: set[str] = set()
"""Files that this process has read or kept."""

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
    file = kept(f"{name}.o")
    try:
        kept_bytes = file.read_bytes()
    except OSError:
        return None
    _note_use(file)
    code = kept_bytes[_DIGEST:]
    return code if hashlib.sha256(code).digest() == kept_bytes[:_DIGEST] else None


def keep(name: str, code: bytes) -> None:
    """Keep machine code for later processes. Where that fails, they compile it again."""
    partial = folder() / f"{name}.{os.getpid()}.partial"
    with suppress(OSError):
        partial.write_bytes(hashlib.sha256(code).digest() + code)
        partial.replace(folder() / f"{name}.o")
        _used.add(f"{name}.o")


def is_filled() -> bool:
    """Whether the kernels of today's painter are kept, compiled for the CPU that we compile for."""
    return kept(_marker()).exists()


def mark_filled() -> None:
    """Note that all kernels are there now."""
    with suppress(OSError):
        (folder() / _marker()).touch()
    sweep()


def sweep() -> int:
    """Remove what no kernel of this process names, and no other process has read for a day; how many files.

    A process that runs has its code in memory; one that starts and misses its own compiles it again.
    """
    ours = {*_used, _marker()}
    found = [file for ending in KINDS for file in folder().glob(ending)]
    stale = [file for file in found if file.name not in ours and _last_read(file) < time.time() - STALE]
    for file in stale:
        with suppress(OSError):
            file.unlink()
    return len(stale)


def _note_use(file: Path) -> None:
    """Its time of change says when it was last read: many disks keep no other."""
    _used.add(file.name)
    with suppress(OSError):
        os.utime(file)


def _last_read(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # another process was quicker
        return time.time()


def _marker() -> str:
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
    shared = Path(tempfile.gettempdir()) / f"otehon-kernels-{getpass.getuser()}"
    if _is_ours(shared):
        yield shared
    yield Path(tempfile.mkdtemp(prefix="otehon-kernels-"))


def _is_ours(path: Path) -> bool:
    """Machine code is run as it is found: where anybody may make folders, only our own will do."""
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        found = path.lstat()
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
    except OSError:
        return False
    return True


def _writable(path: Path) -> bool:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            return True
    except OSError:
        return False
