"""What befalls the place: kills, restarts, frozen workers and full disks, by a seed."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import psutil
from procrastinate import App, SyncPsycopgConnector

from benchmarks.processes import Site, tell
from benchmarks.soak.disk import filled
from benchmarks.soak.outages import DATABASE, DISK
from benchmarks.soak.place import Place
from otehon.generation.queue import UPKEEP_LANE
from otehon.store.address import driver_conninfo

PAUSE = (3.0, 12.0)
"""Seconds between two faults, at random."""

FULL = (3.0, 8.0)
DOWN = (0.5, 4.0)
FROZEN = (10.0, 16.0)
"""Seconds; a frozen worker counts as dead after 8 and wakes when another has its steps."""

WEIGHTS = {
    "kill a worker": 6,
    "kill a service": 3,
    "kill a painter": 4,
    "stop a worker": 2,
    "freeze a worker": 3,
    "restart PostgreSQL": 2,
    "kill PostgreSQL": 1,
    "fill the disk": 3,
    "sweep": 4,
}


class Faults:
    """Does one thing after the other.

    Args:
        chance: decides what and when.
        can_fill: whether there is a disk of our own to fill.
    """

    def __init__(self, place: Place, chance: random.Random, can_fill: bool) -> None:
        self._place = place
        self._chance = chance
        self.done: Counter[str] = Counter()
        self._kinds: dict[str, Callable[[], None]] = {
            "kill a worker": lambda: place.end(chance.choice(place.workers), signal.SIGKILL),
            "kill a service": lambda: place.end(place.younger, signal.SIGKILL),
            "kill a painter": self._kill_painter,
            "stop a worker": lambda: place.end(chance.choice(place.workers), signal.SIGTERM),
            "freeze a worker": self._freeze,
            "restart PostgreSQL": self._restart_database,
            "kill PostgreSQL": self._kill_database,
            "fill the disk": self._fill,
            "sweep": lambda: sweep_now(place.site.database_url),
        }
        if not can_fill:
            del self._kinds["fill the disk"]

    def run(self, until: float) -> None:
        """Until that second of the monotonic clock. Blocks."""
        kinds = list(self._kinds)
        while time.monotonic() < until:
            time.sleep(self._chance.uniform(*PAUSE))
            kind = self._chance.choices(kinds, [WEIGHTS[kind] for kind in kinds])[0]
            tell(f"{until - time.monotonic():5.0f} s left: {kind}")
            self._kinds[kind]()
            self.done[kind] += 1

    def _kill_painter(self) -> None:
        painters = self._place.elder.family()[1:]
        if painters:
            self._chance.choice(painters).kill()

    def _freeze(self) -> None:
        family = self._chance.choice(self._place.workers).family()
        _send(family, signal.SIGSTOP)
        time.sleep(self._chance.uniform(*FROZEN))
        _send(family, signal.SIGCONT)

    def _restart_database(self) -> None:
        with self._place.outages.away(DATABASE):
            self._place.site.stop_database()
            time.sleep(self._chance.uniform(*DOWN))
            self._place.site.start_database()

    def _kill_database(self) -> None:
        with self._place.outages.away(DATABASE):
            postmaster(self._place.site).kill()
            time.sleep(self._chance.uniform(*DOWN))
            self._place.site.start_database()

    def _fill(self) -> None:
        with self._place.outages.away(DISK), filled(self._place.disk):
            time.sleep(self._chance.uniform(*FULL))


def postmaster(site: Site) -> psutil.Process:
    """The database's own process."""
    record = Path(site.cluster) / "postmaster.pid"
    return psutil.Process(int(record.read_text().splitlines()[0]))


def sweep_now(database_url: str) -> None:
    """Have the workers sweep, as they do every ten minutes."""
    with App(connector=SyncPsycopgConnector(conninfo=driver_conninfo(database_url))).open() as queue:
        queue.configure_task("sweep_media", queue=UPKEEP_LANE).defer(timestamp=int(time.time()))


def _send(family: list[psutil.Process], number: signal.Signals) -> None:
    for process in family:
        process.send_signal(number)
