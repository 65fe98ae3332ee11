"""Files appear whole or not at all."""

import errno
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from otehon.errors import OutputFailed

_ADVICE = {
    errno.ENOSPC: ("The disk is full.", "Free some space, or choose another place with -o."),
    errno.EDQUOT: ("The disk quota is used up.", "Free some space, or choose another place with -o."),
    errno.EACCES: (
        "It may not be written there.",
        "Choose another place with -o, or change its permissions.",
    ),
    errno.EPERM: ("It may not be written there.", "Choose another place with -o, or change its permissions."),
    errno.EROFS: ("That disk is read-only.", "Choose another place with -o."),
    errno.ENOENT: ("There is no such folder.", "Make the folder first, or choose another place with -o."),
    errno.ENOTDIR: ("A part of the path is a file.", "Choose another place with -o."),
    errno.EISDIR: ("There is a folder of that name.", "Choose another name with -o."),
}


@contextmanager
def whole(path: Path) -> Generator[Path]:
    """A temporary name beside `path` to write to; it takes the place of `path` at the end, or is removed.

    Raises:
        OutputFailed: it could not be written; says why.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial{path.suffix}")
    try:
        yield partial
        os.replace(partial, path)  # noqa: PTH105 - Path.replace is the same, but reads as text replacement
    except OSError as error:
        raise failure(path, error) from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Generator[Path]:
    """A temporary folder to write to; its files take their places in `folder` at the end, or are removed.

    Raises:
        OutputFailed: they could not be written; says why.
    """
    partial = folder / f".partial-{os.getpid()}"
    made = not folder.exists()
    try:
        partial.mkdir(parents=True)
        yield partial
        for file in sorted(partial.iterdir()):
            file.replace(folder / file.name)
    except OSError as error:
        raise failure(folder, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()


def failure(path: Path, error: OSError) -> OutputFailed:
    """The error to show for a failed write."""
    why, do = _ADVICE.get(error.errno or 0, (f"{error.strerror or error}.", "Choose another place with -o."))
    return OutputFailed(f"{path} could not be written: {why}", do)
