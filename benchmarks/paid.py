"""Paid clips, with workers killed at random and a provider that fails in every way.

    python -m benchmarks.paid [clips] [kills]

Two workers share one database and one provider, the fake engine's folder of jobs, which honours no
idempotency key. Every call may fail: refused, unreachable, cut off before or after it was accepted, garbage,
cut, black. Every job that the provider took was paid. Each must belong to one attempt of one clip, and every
clip must end.
"""

import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx2

from benchmarks.processes import Site, free_port, site, tell, verdict, wait_ready
from otehon.engines.fake_provider import FakeJob, FakeProvider
from otehon.store.database import Database
from otehon.store.rows import Clip, Cost

PAUSE = (1.5, 4.0)
"""Seconds between two kills, at random."""

CHANCES = {
    "submit": {"try_again": 0.06, "refused": 0.04, "begun": 0.08, "dropped": 0.04},
    "poll": {"try_again": 0.06, "refused": 0.01},
    "fetch": {"try_again": 0.05, "garbage": 0.05, "cut": 0.05, "black": 0.02, "frozen": 0.02},
}


def script(provider: Path) -> str:
    """What the provider plays."""
    plays = {"provider": str(provider), "seconds": 2.0, "poll_after": 0.5, "submit_seconds": 0.2}
    return json.dumps({**plays, "chances": CHANCES})


def kill_workers(place: Site, kills: int) -> None:
    """Kill one of two workers at a time and start another in its place."""
    workers = [place.start("worker", "--concurrency", "1") for _ in range(2)]
    for count in range(1, kills + 1):
        time.sleep(random.uniform(*PAUSE))
        index = random.randrange(2)
        workers[index].send_signal(signal.SIGKILL)
        workers[index].wait()
        workers[index] = place.start("worker", "--concurrency", "1")
        if count % 10 == 0:
            tell(f"{count} killed")


async def ask(port: int, count: int) -> None:
    """Request a clip each, many of them in the same words."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        for run_id in range(1, count + 1):
            body = {"run_id": run_id, "prompt_text": f"スクワット {10 + run_id % 5}回"}
            (await client.post("/generate", json=body)).raise_for_status()


async def ended(url: str, count: int, within: float) -> tuple[list[Clip], list[Cost]]:
    """Wait for the end of every clip; the clips and the ledger."""
    database, deadline = Database(url), time.monotonic() + within
    try:
        while True:
            async with database.reading() as repository:
                runs = [await repository.clips_of_run(run_id) for run_id in range(1, count + 1)]
                costs = list(await repository.list_costs(100_000))
            clips = [clip for run in runs for clip in run]
            final = sum(clip.stage.is_final for clip in clips)
            tell(f"{final} of {count} ended")
            if final == count or time.monotonic() > deadline:
                return clips, costs
            await asyncio.sleep(5)
    finally:
        await database.close()


def judge(clips: list[Clip], costs: list[Cost], jobs: list[FakeJob]) -> bool:
    """Print the figures beside their bars."""
    claimed = Counter(cost.provider_id for cost in costs if cost.provider_id)
    per_clip = Counter(cost.clip_id for cost in costs if cost.provider_id)
    unknown = sum(cost.state == "unknown" for cost in costs)
    orphans = len({job.id for job in jobs} - set(claimed))
    explained = [clip for clip in clips if clip.shown_engine or all((clip.error or {}).values())]
    print(f"{len(jobs)} jobs paid for {len(clips)} clips, {len(costs)} attempts, {unknown} unknown")
    print(dict(Counter(clip.shown_engine or "nothing" for clip in clips)))
    print(dict(Counter((clip.error or {}).get("cause") for clip in clips)))
    return all(
        [
            verdict("clips paid twice", sum(n > 1 for n in per_clip.values()), 0),
            verdict("jobs that belong to two attempts", sum(n > 1 for n in claimed.values()), 0),
            verdict("paid jobs that no attempt owns or asks for", max(0, orphans - unknown), 0),
            verdict("clips stuck", sum(not clip.stage.is_final for clip in clips), 0),
            verdict("clips without an end that says why", len(clips) - len(explained), 0),
        ]
    )


def measure(provider: Path, count: int, kills: int) -> bool:
    """Kill and ask at once."""
    port = free_port()
    engines = {"OTEHON_ENGINES": "fake", "OTEHON_FAKE_SCRIPT": script(provider)}
    with site(None, **engines, OTEHON_STALLED_AFTER=6) as place:
        place.start("serve", "--port", str(port), "--no-work")
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
            wait_ready(client, "/status/1")
        asyncio.run(ask(port, count))
        kill_workers(place, kills)
        clips, costs = asyncio.run(ended(place.database_url, count, within=300))
    return judge(clips, costs, FakeProvider(provider).jobs())


def main() -> None:
    """Run it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    with tempfile.TemporaryDirectory(prefix="otehon-provider-") as folder:
        raise SystemExit(0 if measure(Path(folder), count, kills) else 1)


if __name__ == "__main__":
    main()
