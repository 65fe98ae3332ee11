"""An hour, or any time, of all that may befall the service at once, by a seed.

    python -m benchmarks.soak [--minutes 60] [--seed 1] [--visitors 6]

Two services and two workers share one PostgreSQL, one paid engine that fails in every way, and one small
disk. Visitors ask for everything that there is, at random; processes are killed, stopped and frozen,
PostgreSQL is restarted and killed, the disk is filled. The seed decides what is done and how long is waited;
what it meets is the machine's doing. The bars are looked at on the way and at the end.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import httpx2

from benchmarks.processes import site, tell, verdict
from benchmarks.soak.disk import small_disk
from benchmarks.soak.ending import end_of_all, second_chance, still_there
from benchmarks.soak.faults import Faults
from benchmarks.soak.leftovers import DEAD_WORKERS, STRAY_JOBS, rows_left, secrets_in, tell_queue, unswept
from benchmarks.soak.outages import DATABASE, DISK, Outages
from benchmarks.soak.place import SCRIPT, Place, left_alive, settings
from benchmarks.soak.pulse import Pulse
from benchmarks.soak.record import Record
from benchmarks.soak.visitors import Crowd, visit

LONGEST = 300.0
"""Seconds in which every video ends, whatever happens meanwhile."""

GROWTH = 20.0
"""MB that a process may grow in the time that is measured."""


@dataclass(frozen=True)
class Plan:
    """What is done: for how many seconds, by which seed, with how many visitors."""

    seconds: float
    seed: str
    visitors: int


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--visitors", type=int, default=6)
    chosen = parser.parse_args()
    plan = Plan(chosen.minutes * 60, chosen.seed, chosen.visitors)
    with (
        tempfile.TemporaryDirectory(prefix="otehon-soak-") as folder,
        small_disk(Path(folder) / "disk") as can_fill,
    ):
        met = soak(Path(folder), plan, can_fill)
    raise SystemExit(0 if met else 1)


def soak(folder: Path, plan: Plan, can_fill: bool) -> bool:
    """Do it all; whether every bar is met."""
    disk, provider = folder / "disk", folder / "provider"
    script = json.dumps({**SCRIPT, "provider": str(provider)})
    outages = Outages()
    with site(None, **settings(disk, provider, script)) as home:
        place = Place(home, disk, outages)
        for role in place.roles:
            place.start(role)
        record, pulse = Record(outages), Pulse(place)
        faults = Faults(place, random.Random(f"{plan.seed}-faults"), can_fill)
        asyncio.run(_under_load(place, record, pulse, faults, plan))
        tell_all(record, faults, pulse)
        met = _judge_service(record, pulse) & _judge_rest(place)
        folder_of_site = home.home
    left = left_alive(folder_of_site)
    return verdict("processes left alive", len(left), 0) & met


async def _under_load(place: Place, record: Record, pulse: Pulse, faults: Faults, plan: Plan) -> None:
    until = time.monotonic() + plan.seconds
    looking = asyncio.create_task(pulse.run())
    befalling = asyncio.create_task(asyncio.to_thread(faults.run, until))
    await visit(Crowd(place, record, pulse.busy, until), plan.seed, plan.visitors)
    await befalling
    async with httpx2.AsyncClient(base_url=place.elder.address, timeout=60) as client:
        tell(f"first ends: {dict(await end_of_all(client, record))}")
        await second_chance(client, record)
        record.ends = await end_of_all(client, record)
        record.undeleted = await still_there(client, record.deleted)
    looking.cancel()


def tell_all(record: Record, faults: Faults, pulse: Pulse) -> None:
    """What was done and seen."""
    print(f"faults: {dict(faults.done)}")
    print(
        f"away, s: database {record.outages.seconds(DATABASE):.0f}, disk {record.outages.seconds(DISK):.0f}"
    )
    print(f"{sum(record.answers.values())} answers: {dict(sorted(record.answers.items()))}")
    print(f"excused by outages: {dict(record.excused)}")
    print(f"{len(record.promises)} runs asked for, {len(record.deleted)} deleted; ends {dict(record.ends)}")
    print(f"service {pulse.service}; painter {pulse.painter}")
    for fault, count in Counter(record.faults).most_common(20):
        print(f"FAULT {count} x {fault}")


def _judge_service(record: Record, pulse: Pulse) -> bool:
    good = ("completed", "failed", "canceled")
    bad = sum(count for end, count in record.ends.items() if end not in good)
    painter = 0.0 if pulse.painter is None else pulse.painter.growth
    return all(
        [
            verdict("answers that nothing excuses", len(record.faults), 0),
            verdict("videos lost, stuck or without a word", bad, 0),
            verdict("deleted runs that are still known", record.undeleted, 0),
            verdict("longest time that a video took, s", pulse.longest, LONGEST),
            verdict("the service's memory grows by, MB", pulse.service.growth, GROWTH),
            verdict("its painter's memory grows by, MB", painter, GROWTH),
        ]
    )


def _judge_rest(place: Place) -> bool:
    files = unswept(place)
    if rows_left(place, STRAY_JOBS):
        tell_queue(place)
    said = secrets_in(place.site.home / "log")
    for one in [*files[:10], *place.orphans[:10], *said[:3]]:
        tell(f"left: {one}")
    return all(
        [
            verdict("files and folders never swept", len(files), 0),
            verdict("children that outlived their process", len(place.orphans), 0),
            verdict("processes that did not end when asked to", len(place.stubborn), 0),
            verdict("jobs that nobody will do", rows_left(place, STRAY_JOBS), 0),
            verdict("dead workers on record", rows_left(place, DEAD_WORKERS), 0),
            verdict("lines of the log with a token or a link", len(said), 0),
        ]
    )


if __name__ == "__main__":
    main()
