"""Services and workers restarted one after the other, under load, behind the gateway.

    python -m benchmarks.rolling [rounds] [players]

Two services and two workers on one database; players ask, save, poll, watch and play films through nginx. In
each round every process is stopped by SIGTERM and started again, in turn. No request may fail, and every run
that was asked for must end completed, with one video.
"""

import asyncio
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from subprocess import Popen

import httpx2
import psycopg

from benchmarks.nginx import start_gateway
from benchmarks.processes import Site, free_port, site, tell, verdict, wait_ready
from benchmarks.traffic import Crowd, Tally, play
from otehon.store.address import driver_conninfo

SCRIPT = {"seconds": 0.3, "fetch_seconds": 0.2}
BETWEEN = 0.3
"""Seconds between two restarts: the one that is back is hardly known to be."""

RUNS = "SELECT count(*) FROM runs"
VIDEOS = "SELECT count(*), count(*) FILTER (WHERE generation_status = 'completed') FROM generated_videos"


@dataclass(frozen=True)
class Rolled:
    """How it went.

    Args:
        tally: what the players saw.
        restarts: how many processes were stopped and started.
        lost: runs that were promised and did not complete.
        doubled: runs or videos that nobody was told of.
    """

    tally: Tally
    restarts: int
    lost: int
    doubled: int


def roll(place: Site, rounds: int, crowd: Crowd) -> Rolled:
    """Start everything on a site, and restart it under load."""
    ports = [free_port(), free_port()]
    starts: list[Callable[[], Popen[bytes]]] = [service(place, port) for port in ports]
    starts += [lambda: place.start("worker", "--concurrency", "2")] * 2
    processes = [start() for start in starts]
    for port in ports:
        ready(port)
    gateway = start_gateway(place, ports)
    tally = asyncio.run(under_load(gateway, crowd, lambda: restart_all(processes, starts, ports, rounds)))
    runs, videos, completed = settled(place, len(tally.runs))
    doubled = max(runs, videos) - len(tally.runs)
    return Rolled(tally, rounds * len(starts), len(tally.runs) - completed, doubled)


async def under_load(gateway: str, crowd: Crowd, work: Callable[[], None]) -> Tally:
    """Have people play while the work is done."""
    tally, end = Tally(), asyncio.Event()
    playing = asyncio.create_task(play(gateway, crowd, tally, end))
    try:
        await asyncio.sleep(BETWEEN)
        await asyncio.to_thread(work)
    finally:
        end.set()
    await playing
    return tally


def restart_all(
    processes: list[Popen[bytes]],
    starts: Sequence[Callable[[], Popen[bytes]]],
    ports: Sequence[int],
    rounds: int,
) -> None:
    """Each process in turn, the next one only when this one is back."""
    for turn in range(rounds):
        for index, start in enumerate(starts):
            processes[index].send_signal(signal.SIGTERM)
            processes[index].wait()
            processes[index] = start()
            if index < len(ports):
                ready(ports[index])
            time.sleep(BETWEEN)
        tell(f"round {turn + 1} of {rounds}")


def service(place: Site, port: int) -> Callable[[], Popen[bytes]]:
    """How a service is started on a port."""
    return lambda: place.start("serve", "--port", str(port), "--no-work")


def ready(port: int) -> None:
    """Wait until a service is ready."""
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
        wait_ready(client)


def settled(place: Site, promised: int, within: float = 60) -> tuple[int, int, int]:
    """Runs, videos and completed videos in the database, once all are completed or time is over."""
    deadline = time.monotonic() + within
    with psycopg.connect(driver_conninfo(place.database_url), autocommit=True) as database:
        while True:
            (runs,) = one(database, RUNS)
            videos, completed = one(database, VIDEOS)
            if completed >= promised or time.monotonic() > deadline:
                return runs, videos, completed
            time.sleep(0.2)


def one(database: psycopg.Connection, query: str) -> tuple[int, ...]:
    """The only row of an answer."""
    row = database.execute(query.encode()).fetchone()
    assert row is not None
    return row


def main() -> None:
    """Run it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    players = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with site(SCRIPT, OTEHON_STALLED_AFTER=8) as place:
        rolled = roll(place, rounds, Crowd(players))
    tally = rolled.tally
    print(f"{rolled.restarts} restarts; answers: {dict(tally.answers)}; runs: {len(tally.runs)}")
    for failure in tally.failures[:10]:
        print(failure)
    met = [
        verdict("requests that failed at the gateway", len(tally.failures), 0),
        verdict("runs that were promised and lost", rolled.lost, 0),
        verdict("runs or videos that are there twice", rolled.doubled, 0),
    ]
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
