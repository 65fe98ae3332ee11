"""How many streams are open. Whoever finds no place polls `/status` instead."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from random import randint

from otehon.api.problems import ApiProblem

COME_BACK = (20, 40)
"""Seconds until a stream is worth another try: not all at once."""

PROBLEMS = ("too-many-streams", "no-stream-free")
"""What is answered where there is no place: for a client, for this process."""


class Streams:
    """The places there are.

    Args:
        most: streams of this process.
        most_of_one: streams of one client.
    """

    def __init__(self, most: int, most_of_one: int) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._open = Counter[str]()

    @contextmanager
    def place(self, client: str) -> Generator[None]:
        """A place for as long as this lasts.

        Raises:
            ApiProblem: there is none.
        """
        if self._open[client] >= self._most_of_one:
            raise _no_place("too-many-streams", "You watch as many streams as one may.")
        if self._open.total() >= self._most:
            raise _no_place("no-stream-free", "As many streams are open as may be.")
        self._open[client] += 1
        try:
            yield
        finally:
            self._open -= Counter({client: 1})


def _no_place(code: str, what: str) -> ApiProblem:
    return ApiProblem(code, f"{what} Poll GET /status instead.", {"Retry-After": str(randint(*COME_BACK))})
