"""Errors that a person can act on. Each carries what happened, what to do, and the process's exit code."""


class OtehonError(Exception):
    """Base of every error that Otehon raises for its user.

    Args:
        what: one sentence that says what is wrong.
        do: one sentence that says what to do about it.
    """

    exit_code = 1

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what} {do}")
        self.what = what
        self.do = do


class UnreadableInput(OtehonError):
    """The input cannot be read as advice: empty, binary, not UTF-8 or too large."""

    exit_code = 3


class NothingPrescribed(OtehonError):
    """The advice holds no drill section, or its section names no drill."""

    exit_code = 4


class OutputFailed(OtehonError):
    """The result could not be written: no space, no permission, no such folder."""

    exit_code = 5


class InvalidDrill(OtehonError):
    """A drill file does not follow the format; the message names file and line."""

    exit_code = 6


class UnknownDrill(OtehonError):
    """No drill of the catalogue has that id; the message names the nearest ones."""

    exit_code = 7


class NoMistakeShown(OtehonError):
    """The usual mistake was asked for, and no drill that is to be shown has one that is a movement."""

    exit_code = 11
