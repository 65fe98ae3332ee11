"""Paid clips, with workers killed at random and a provider that fails in every way.

    python -m benchmarks.paid [clips] [kills]

`openai-videos` asks `otehon emulate` in a process of its own over HTTP; that honours no idempotency key. Half
of the clips have no other engine, half have the studio, which a failure hands on to. Two workers share one
database, and one of them is killed with SIGKILL and started again, at random moments. The provider's own
ledger says what was paid.
"""

import asyncio
import json
import random
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import httpx2

from benchmarks.paid_tally import Tally, judge
from benchmarks.processes import Site, free_port, site, tell, wait_ready
from otehon.store.database import Database
from otehon.store.rows import Cost
from otehon.studio.kernels import code_cache

CHAINS = ("openai-videos", "openai-videos,studio")

SHARES = {
    "rate_limit": 0.05,
    "server_error": 0.03,
    "server_error_after_accept": 0.03,
    "drop_before_accept": 0.03,
    "drop_after_accept": 0.06,
    "garbage_after_accept": 0.03,
    "hang_after_accept": 0.01,
    "moderated_before": 0.04,
    "bad_request": 0.01,
    "moderated_after": 0.03,
    "failed": 0.02,
    "expired_job": 0.02,
    "blocked": 0.01,
    "slow": 0.02,
    "poll_error:2": 0.03,
    "poll_drop:1": 0.02,
    "poll_rate_limit:2": 0.02,
    "poll_html:1": 0.01,
    "expired": 0.02,
    "cut:1": 0.03,
    "cut_file:1": 0.02,
    "garbage:1": 0.02,
    "content_drop:1": 0.02,
    "content_error:1": 0.02,
    "black": 0.01,
    "frozen": 0.01,
    "redirect_private": 0.01,
}
"""Share of the creates that meet each fault, each at least once; a third of them meet none."""

SCRIPT = {"dialect": "vllm-omni", "seconds": 2, "create_seconds": 0.8, "idempotent": False}

PAUSE = (2.5, 6.0)
"""Seconds between two kills, at random: a worker takes two to start."""

WITHIN = 240.0
"""Seconds within which all end after the last kill: an unclear submit is settled or declared within 120."""


def deck(clips: int, seed: int) -> list[str | None]:
    """What the creates meet, one after the other."""
    faults = [name for name, share in SHARES.items() for _ in range(max(1, round(share * clips)))]
    cards = [*faults, *[None] * max(0, clips - len(faults))]
    random.Random(seed).shuffle(cards)
    return cards


def start(place: Site, chain: str, faults: Sequence[str | None]) -> tuple[str, str]:
    """Start provider and API; their addresses."""
    provider, port = free_port(), free_port()
    (place.home / "script.json").write_text(json.dumps({**SCRIPT, "faults": faults}))
    place.start("emulate", "--port", str(provider), "--script", str(place.home / "script.json"))
    place.set(
        OTEHON_ENGINES=chain,
        OTEHON_OPENAI_VIDEOS__BASE_URL=f"http://127.0.0.1:{provider}/v1",
        OTEHON_OPENAI_VIDEOS__MODEL="emulated",
        OTEHON_OPENAI_VIDEOS__PROFILE="vllm-omni",
        OTEHON_OPENAI_VIDEOS__SIZES="480x360",
        OTEHON_CLIP_SIZE="480x360",
        OTEHON_CLIP_DEADLINE=90,
        OTEHON_STALLED_AFTER=6,
        # Compiled once: a worker that is killed every few seconds never gets there by itself.
        NUMBA_CACHE_DIR=code_cache.folder(),
    )
    place.start("serve", "--port", str(port), "--no-work")
    api, provider_url = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{provider}"
    for address, path in ((api, "/status/1"), (provider_url, "/emulator/jobs")):
        with httpx2.Client(base_url=address) as client:
            wait_ready(client, path)
    return api, provider_url


def kill_workers(place: Site, kills: int) -> None:
    """Kill one of two workers at a time and start another in its place."""
    workers = [place.start("worker", "--concurrency", "1") for _ in range(2)]
    for number in range(1, kills + 1):
        time.sleep(random.uniform(*PAUSE))
        index = random.randrange(2)
        workers[index].send_signal(signal.SIGKILL)
        workers[index].wait()
        workers[index] = place.start("worker", "--concurrency", "1")
        if number % 5 == 0:
            tell(f"{number} killed")


async def ask(client: httpx2.AsyncClient, runs: Sequence[int], seconds: float) -> None:
    """Request a clip each, many of them in the same words, while the workers are killed."""
    for run_id in runs:
        body = {"run_id": run_id, "prompt_text": f"スクワット {10 + run_id % 5}回"}
        (await client.post("/generate", json=body)).raise_for_status()
        await asyncio.sleep(seconds / len(runs))


async def ended(client: httpx2.AsyncClient, runs: Sequence[int]) -> list[Mapping[str, Any]]:
    """Wait for the end of every clip; the clips as the API tells them."""
    for turn in count():
        states = [(await client.get(f"/status/{run_id}")).json() for run_id in runs]
        final = sum(state["generation_status"] in ("completed", "failed") for state in states)
        tell(f"{final} of {len(runs)} ended")
        if final == len(runs) or turn * 5 > WITHIN:
            return [clip for state in states for clip in state["clips"]]
        await asyncio.sleep(5)
    return []


async def ledger(url: str) -> Sequence[Cost]:
    """Every attempt."""
    database = Database(url)
    try:
        async with database.reading() as repository:
            return await repository.list_costs(100_000)
    finally:
        await database.close()


async def drive(place: Site, api: str, provider: str, clips: int, kills: int) -> Tally:
    """Ask and kill at once; what came of it."""
    runs = range(1, clips + 1)
    async with httpx2.AsyncClient(base_url=api, timeout=60) as client:
        killing = asyncio.create_task(asyncio.to_thread(kill_workers, place, kills))
        await ask(client, runs, kills * sum(PAUSE) / 2 * 0.8)
        await killing
        told = await ended(client, runs)
    async with httpx2.AsyncClient(base_url=provider) as client:
        jobs = (await client.get("/emulator/jobs")).json()
    return Tally(jobs, await ledger(place.database_url), told)


def measure(chain: str, clips: int, kills: int, seed: int = 0) -> Tally:
    """One chain of engines, on a site of its own."""
    with site() as place:
        api, provider = start(place, chain, deck(clips, seed))
        return asyncio.run(drive(place, api, provider, clips, kills))


def main() -> None:
    """Run it."""
    clips = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 24
    met: list[bool] = []
    for seed, chain in enumerate(CHAINS):
        begin = time.monotonic()
        tally = measure(chain, clips // len(CHAINS), kills // len(CHAINS), seed)
        print(f"\n{chain}: {kills // len(CHAINS)} kills, {time.monotonic() - begin:.0f} s")
        met.append(judge(tally))
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
