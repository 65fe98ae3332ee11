"""Thousands of requests that wait on a slow engine, in one process.

    python -m benchmarks.waiting [requests] [paid]

Prints the memory and threads that they take beyond the idle process, the latency of `/status` meanwhile, and
whether all of them end. With `paid`, `openai-videos` waits for `otehon emulate` over HTTP, which is never
ready: then all must have been asked for once and polled.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from subprocess import Popen

import httpx2
import psutil

from benchmarks.processes import Site, free_port, megabytes, percentile, site, tell, verdict, wait_ready

SECONDS = 120.0
"""What the engine takes for a clip: longer than asking for all of them takes."""

LOOK_EVERY = 0.05

NEVER = 100_000
"""Seconds after which the paid provider would be ready."""

MOST_THREADS = 20
"""Beyond the idle process: pools that grow with the processors, not with what waits."""


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


@dataclass(frozen=True)
class Use:
    """What a process takes: megabytes and threads."""

    memory: float
    threads: float

    @classmethod
    def of(cls, server: Popen[bytes]) -> "Use":
        """What it takes now."""
        return cls(megabytes(server), psutil.Process(server.pid).num_threads())

    def most(self, other: "Use") -> "Use":
        """The larger of both."""
        return Use(max(self.memory, other.memory), max(self.threads, other.threads))


Count = Callable[[], Awaitable[float]]
"""How many have come as far as they will."""


async def done(client: httpx2.AsyncClient) -> float:
    """How many clips are completed."""
    lines = (await client.get("/metrics")).text.splitlines()
    found = [line for line in lines if line.startswith("otehon_clips{") and 'stage="done"' in line]
    return sum(float(line.split()[-1]) for line in found)


async def polled(provider: str) -> float:
    """How many jobs the provider has been asked for twice; whoever has two jobs is told."""
    async with httpx2.AsyncClient(base_url=provider, timeout=60) as client:
        jobs = (await client.get("/emulator/jobs")).json()
    if len({job["intent"] for job in jobs}) < len(jobs):
        raise SystemExit("some were asked for twice")
    return sum(job["polls"] >= 2 for job in jobs)


async def watch(server: Popen[bytes], count: int, far: Count) -> Use:
    """Wait until all have come as far as they will; the most that the process took."""
    begin, peak = time.monotonic(), Use.of(server)
    while time.monotonic() - begin < 600:
        peak = peak.most(Use.of(server))
        ended = await far()
        tell(f"{time.monotonic() - begin:5.0f} s  {ended:5.0f} of {count}  {peak.memory:.0f} MB")
        if ended >= count:
            return peak
        await asyncio.sleep(5)
    raise SystemExit("they did not end within 600 s")


async def measure(count: int, port: int, server: Popen[bytes], provider: str | None) -> bool:
    """Ask, look and watch."""
    idle = Use.of(server)
    latencies: list[float] = []
    stop = asyncio.Event()
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        looking = asyncio.create_task(look(client, count, latencies, stop))
        begin = time.monotonic()
        share = count // 8
        await asyncio.gather(*(ask(client, 1 + i * share, 1 + (i + 1) * share) for i in range(8)))
        tell(f"asked for {share * 8} in {time.monotonic() - begin:.1f} s")
        far = partial(done, client) if provider is None else partial(polled, provider)
        peak = await watch(server, share * 8, far)
        stop.set()
        await looking
    print(f"/status: {len(latencies)} looks, median {percentile(latencies, 0.5) * 1000:.1f} ms")
    return all(
        [
            verdict("memory beyond the idle process, MB", peak.memory - idle.memory, 250),
            verdict("threads beyond the idle process", peak.threads - idle.threads, MOST_THREADS),
            verdict("/status p99 meanwhile, ms", percentile(latencies, 0.99) * 1000, 50),
        ]
    )


def slow_provider(place: Site) -> str:
    """Start one, and set the service to it; its address."""
    port = free_port()
    place.start("emulate", "--port", str(port), "--seconds", str(NEVER), "--dialect", "vllm-omni")
    address = f"http://127.0.0.1:{port}"
    place.set(
        OTEHON_ENGINES="openai-videos",
        OTEHON_OPENAI_VIDEOS__BASE_URL=f"{address}/v1",
        OTEHON_OPENAI_VIDEOS__MODEL="emulated",
        OTEHON_OPENAI_VIDEOS__PROFILE="vllm-omni",
        OTEHON_OPENAI_VIDEOS__REFERENCE="false",
    )
    with httpx2.Client(base_url=address) as client:
        wait_ready(client, "/emulator/jobs")
    return address


def main() -> None:
    """Run it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    paid = sys.argv[2:] == ["paid"]
    port = free_port()
    with site(None if paid else {"seconds": SECONDS}) as place:
        provider = slow_provider(place) if paid else None
        server = place.start("serve", "--port", str(port))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as client:
            wait_ready(client)
        met = asyncio.run(measure(count, port, server, provider))
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
