"""Where compiled kernels are kept between runs.

numba reuses a compiled kernel only from a folder it may write to, and only for the same CPU; with a read-only
one it compiles again in silence, and with none the import of a kernel fails. So the folder is chosen here.
"""

import getpass
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import llvmlite.binding
import numba
import platformdirs


@cache
def folder() -> Path:
    """The writable folder for compiled kernels: `$NUMBA_CACHE_DIR`, else `$OTEHON_HOME/kernels`, else the
    user's cache folder, else a private temporary one that the next process shares.
    """
    return next(path for path in _candidates() if _writable(path))


def is_filled() -> bool:
    """Whether an earlier process left the kernels of today's painter there, compiled for this CPU."""
    return _marker().exists()


def mark_filled() -> None:
    """Note that all kernels are there now."""
    with suppress(OSError):
        _marker().touch()


def _marker() -> Path:
    parts = [numba.__version__, llvmlite.binding.get_host_cpu_name()]
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        state = file.stat()
        parts.append(f"{file} {state.st_mtime_ns} {state.st_size}")
    return folder() / f"filled-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}"


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
