"""Advice from a file or from standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from otehon.advice.intake import MAX_BYTES, advice_text
from otehon.errors import UnreadableInput

STDIN = "-"


def read_advice_file(file: str) -> str:
    """The advice in a file, or on standard input for "-".

    Raises:
        UnreadableInput: there is no such file, or it cannot be read as advice.
    """
    if file == STDIN:
        return advice_text(_limited(sys.stdin.buffer))
    try:
        with Path(file).open("rb") as stream:
            return advice_text(_limited(stream))
    except OSError as error:
        what = f"{file} cannot be read: {error.strerror or error}."
        raise UnreadableInput(what, "Give a text file, or - for standard input.") from None


def _limited(stream: BinaryIO) -> bytes:
    """At most one byte more than advice may have, so that 50 MB are refused without being held."""
    return stream.read(MAX_BYTES + 1)
