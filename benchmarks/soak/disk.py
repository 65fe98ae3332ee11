"""A disk of a few megabytes for media and drafts, which can be filled."""

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

SIZE = 48_000_000
"""Bytes of the disk: some hundred small clips."""

STEP = 1 << 20


@contextmanager
def small_disk(folder: Path) -> Generator[bool]:
    """A tmpfs on the folder; whether there is one: it takes Linux and root."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "otehon-soak", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def filled(folder: Path) -> Generator[None]:
    """No byte is free there as long as this lasts."""
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as out:
            while True:
                out.write(bytes(STEP))
    except OSError:
        pass
    try:
        yield
    finally:
        ballast.unlink()
