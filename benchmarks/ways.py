"""Two ways to one service, asked in turns by the same load."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

from benchmarks.processes import percentile, tell
from benchmarks.wrk import Load, put_load

ROUNDS = 3


@dataclass(frozen=True)
class Way:
    """A way to the service, and what works on it.

    Args:
        name: how it is called.
        address: where it begins.
        processes: those whose processor time it costs.
    """

    name: str
    address: str
    processes: Sequence[psutil.Process]

    def used(self) -> float:
        """Seconds of processor time until now."""
        times = [process.cpu_times() for process in self.processes]
        return sum(one.user + one.system for one in times)

    def rest(self) -> None:
        """Wait until what nobody waits for any more is done."""
        before = -1.0
        while (now := self.used()) - before > 0.02:
            before = now
            time.sleep(0.5)


@dataclass(frozen=True)
class Question:
    """What is asked, by how many at once, for how many seconds."""

    name: str
    path: str
    players: int
    seconds: float
    header: str = "Accept: */*"


@dataclass(frozen=True)
class Turn:
    """What one way did for a while: the load, and milliseconds of processor time an answer."""

    load: Load
    cost: float


def take_turn(way: Way, question: Question) -> Turn:
    """Put load on a way that has nothing else to do."""
    way.rest()
    before = way.used()
    load = put_load(way.address + question.path, question.players, question.seconds, question.header)
    if load.answers < question.players:
        raise SystemExit("The machine is too busy: not every player had an answer. Give more seconds.")
    return Turn(load, (way.used() - before) / load.answers * 1000)


def compare(alone: Way, through: Way, question: Question) -> tuple[float, int]:
    """Ask both in turns: the second's rate over the first's, the median; and how many requests failed."""
    pairs: list[tuple[Turn, Turn]] = []
    for _ in range(ROUNDS):
        pairs.append((take_turn(alone, question), take_turn(through, question)))
        tell(f"{question.name}: {pairs[-1][0].load.rate:.0f}/s, then {pairs[-1][1].load.rate:.0f}/s")
    for way, turns in zip((alone, through), zip(*pairs, strict=True), strict=True):
        describe(f"{question.name}, {way.name}", turns)
    ratio = percentile([second.load.rate / first.load.rate for first, second in pairs], 0.5)
    return ratio, sum(one.load.failed for pair in pairs for one in pair)


def describe(name: str, turns: Sequence[Turn]) -> None:
    """Print the medians."""
    rate = percentile([one.load.rate for one in turns], 0.5)
    p99 = percentile([one.load.p99 for one in turns], 0.5)
    cost = percentile([one.cost for one in turns], 0.5)
    failed = sum(one.load.failed for one in turns)
    print(f"{name:<28} {rate:6.0f}/s  p99 {p99:5.0f} ms  {cost:.2f} ms of processor each  {failed} failed")
