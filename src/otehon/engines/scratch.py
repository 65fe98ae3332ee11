"""Folders for drafts, which go with the process that made them, however that ends."""

import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "otehon-scratch-"

JUST_MADE = 60.0
"""Seconds in which an empty folder may still wait for its lock."""


@contextmanager
def scratch() -> Generator[Path]:
    """A folder of its own, removed at the end. A lock says that its process lives."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_SH)
            yield Path(folder)
        finally:
            os.close(held)


def sweep_scratch() -> int:
    """Remove what processes left that were killed; how many folders."""
    abandoned = [one for one in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _is_abandoned(one)]
    for folder in abandoned:
        shutil.rmtree(folder, ignore_errors=True)
    return len(abandoned)


def _is_abandoned(folder: Path) -> bool:
    try:
        # Anyone may put anything into a shared temporary directory, a link to elsewhere too.
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return _is_ours(os.fstat(held)) and not _is_new(folder) and _is_free(held)
    except OSError:
        return False
    finally:
        os.close(held)


def _is_ours(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) == stat.S_IRWXU


def _is_new(folder: Path) -> bool:
    return not any(folder.iterdir()) and time.time() - folder.stat().st_mtime < JUST_MADE


def _is_free(held: int) -> bool:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
