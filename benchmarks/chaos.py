"""Workers that are killed at random moments, over hundreds of requests.

    python -m benchmarks.chaos [kills] [requests]

Two workers share one database; one of them is killed with SIGKILL and started again, at random moments, while
requests come in. Every request must end completed, with its footage there, and none may be there twice.
"""

import asyncio
import random
import signal
import sys
import time
from collections import Counter

import httpx2

from benchmarks.processes import Site, free_port, site, tell, verdict, wait_ready

SCRIPT = {"seconds": 1.5, "poll_after": 0.5, "fetch_seconds": 0.4, "submit": ["try_again"]}
"""Every clip waits, is fetched in several parts, and its first submit fails."""

PAUSE = (1.5, 4.0)
"""Seconds between two kills, at random."""


def kill_workers(place: Site, kills: int) -> None:
    """Kill one of two workers at a time and start another in its place."""
    workers = [place.start("worker", "--concurrency", "1") for _ in range(2)]
    time.sleep(4)
    for count in range(1, kills + 1):
        time.sleep(random.uniform(*PAUSE))
        index = random.randrange(2)
        workers[index].send_signal(signal.SIGKILL)
        workers[index].wait()
        workers[index] = place.start("worker", "--concurrency", "1")
        if count % 10 == 0:
            tell(f"{count} killed")


async def ask(client: httpx2.AsyncClient, count: int, seconds: float) -> None:
    """Send the requests, spread over the time of the kills, each of them twice."""
    for run_id in range(1, count + 1):
        body = {"run_id": run_id, "prompt_text": "スクワット 10回\nプランク 30秒"}
        first, again = [(await client.post("/generate", json=body)).json() for _ in range(2)]
        if first["video_id"] != again["video_id"]:
            raise SystemExit(f"run {run_id} has two videos")
        await asyncio.sleep(seconds / count)


async def outcome(client: httpx2.AsyncClient, count: int, within: float) -> Counter[str]:
    """Wait for the end of every request; how they ended."""
    deadline = time.monotonic() + within
    ends: dict[int, str] = {}
    while len(ends) < count and time.monotonic() < deadline:
        for run_id in sorted(set(range(1, count + 1)) - set(ends)):
            status = (await client.get(f"/status/{run_id}")).json()
            if status["generation_status"] in ("completed", "failed", "canceled"):
                plays = [(await client.head(clip["video_url"])).status_code for clip in status["clips"]]
                whole = len(plays) == 2 and set(plays) == {200}
                ends[run_id] = status["generation_status"] if whole else "completed without footage"
        tell(f"{len(ends)} of {count} ended")
        await asyncio.sleep(2)
    return Counter({"lost": count - len(ends)}) + Counter(ends.values())


async def measure(place: Site, port: int, kills: int, count: int) -> Counter[str]:
    """Kill and ask at once."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        killing = asyncio.create_task(asyncio.to_thread(kill_workers, place, kills))
        await ask(client, count, kills * sum(PAUSE) / 2)
        await killing
        return await outcome(client, count, within=300)


def main() -> None:
    """Run it."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    port = free_port()
    with site(SCRIPT, OTEHON_STALLED_AFTER=8) as place:
        place.start("serve", "--port", str(port), "--no-work")
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
            wait_ready(client, "/status/1")
        ends = asyncio.run(measure(place, port, kills, count))
    print(f"{kills} kills, {count} requests of two clips: {dict(ends)}")
    met = verdict("completed, of all requests", ends["completed"] / count, 1.0, "at least")
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
