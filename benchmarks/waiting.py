"""Thousands of requests that wait on a slow engine, in one process.

    python -m benchmarks.waiting [requests]

Prints the memory that they take beyond the idle process, the latency of `/status` meanwhile, and whether all
of them end.
"""

import asyncio
import sys
import time
from subprocess import Popen

import httpx2

from benchmarks.processes import free_port, megabytes, percentile, site, tell, verdict, wait_ready

SECONDS = 120.0
"""What the engine takes for a clip: longer than asking for all of them takes."""

LOOK_EVERY = 0.05


async def ask(client: httpx2.AsyncClient, first: int, last: int) -> None:
    """Request the videos of these runs."""
    for run_id in range(first, last):
        body = {"run_id": run_id, "prompt_text": "スクワット 10回"}
        (await client.post("/generate", json=body)).raise_for_status()


async def look(client: httpx2.AsyncClient, count: int, latencies: list[float], stop: asyncio.Event) -> None:
    """Ask for one status after the other, and note how long each took."""
    run_id = 0
    while not stop.is_set():
        run_id = run_id % count + 1
        begin = time.perf_counter()
        (await client.get(f"/status/{run_id}")).raise_for_status()
        latencies.append(time.perf_counter() - begin)
        await asyncio.sleep(LOOK_EVERY)


async def watch(client: httpx2.AsyncClient, server: Popen[bytes], count: int) -> tuple[float, float]:
    """Wait until every video is completed; (largest memory, seconds)."""
    begin, peak = time.monotonic(), 0.0
    while time.monotonic() - begin < 600:
        peak = max(peak, megabytes(server))
        text = (await client.get("/metrics")).text
        done = sum(
            float(line.split()[-1])
            for line in text.splitlines()
            if line.startswith("otehon_clips{") and 'stage="done"' in line
        )
        tell(f"{time.monotonic() - begin:5.0f} s  {done:5.0f} done  {peak:.0f} MB")
        if done >= count:
            return peak, time.monotonic() - begin
        await asyncio.sleep(5)
    raise SystemExit("they did not end within 600 s")


async def measure(count: int, port: int, server: Popen[bytes], idle: float) -> bool:
    """Ask, look and watch."""
    latencies: list[float] = []
    stop = asyncio.Event()
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        looking = asyncio.create_task(look(client, count, latencies, stop))
        begin = time.monotonic()
        share = count // 8
        await asyncio.gather(*(ask(client, 1 + i * share, 1 + (i + 1) * share) for i in range(8)))
        tell(f"asked for {share * 8} in {time.monotonic() - begin:.1f} s")
        peak, _ = await watch(client, server, share * 8)
        stop.set()
        await looking
    print(f"/status: {len(latencies)} looks, median {percentile(latencies, 0.5) * 1000:.1f} ms")
    return all(
        [
            verdict("memory beyond the idle process, MB", peak - idle, 250),
            verdict("/status p99 meanwhile, ms", percentile(latencies, 0.99) * 1000, 50),
        ]
    )


def main() -> None:
    """Run it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    port = free_port()
    with site({"seconds": SECONDS}) as place:
        server = place.start("serve", "--port", str(port))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
            wait_ready(client)
        idle = megabytes(server)
        met = asyncio.run(measure(count, port, server, idle))
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
