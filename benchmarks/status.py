"""How many `/status` answers a second, against a bare FastAPI route with one primary-key query.

    python -m benchmarks.status [seconds]

Both run in a process of their own on the same PostgreSQL, asked in turns by the same client, over some
connections at once: first each for a run of its own, then all for the same one.
"""

import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from subprocess import Popen

import httpx2

from benchmarks.processes import Site, cpu_seconds, free_port, site, tell, verdict, wait_ready

RUNS = range(1, 9)
ROUNDS = 4

Servers = Mapping[int, Popen[bytes]]
"""By port."""


async def ask_for(port: int, paths: Sequence[str], seconds: float) -> int:
    """Ask for each path over a connection of its own for so long, again at each answer; the answers."""
    counts = await asyncio.gather(*(_ask(port, path, seconds) for path in paths))
    return sum(counts)


async def _ask(port: int, path: str, seconds: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        count += 1
    writer.close()
    await writer.wait_closed()
    return count


def prepare(place: Site, ours: int) -> None:
    """Runs with a finished video each."""
    with httpx2.Client(base_url=f"http://127.0.0.1:{ours}", timeout=30) as client:
        wait_ready(client)
        for run_id in RUNS:
            body = {"run_id": run_id, "prompt_text": "スクワット 10回"}
            client.post("/generate", json=body).raise_for_status()
        for run_id in RUNS:
            while client.get(f"/status/{run_id}").json().get("generation_status") != "completed":
                time.sleep(0.1)


def bare_server(place: Site, port: int) -> Popen[bytes]:
    """The route to compare with."""
    return place.run([sys.executable, "-m", "benchmarks.bare_route", str(port), place.database_url])


def compare(ours: int, bare: int, runs: Sequence[int], seconds: float, servers: Servers) -> float:
    """Ask both in turns for the statuses of these runs; our answers over the bare route's."""
    counts = {ours: 0, bare: 0}
    before = {port: cpu_seconds(server) for port, server in servers.items()}
    for turn in range(ROUNDS):
        for port, path in ((bare, "/videos"), (ours, "/status")):
            paths = [f"{path}/{run_id}" for run_id in runs]
            counts[port] += asyncio.run(ask_for(port, paths, seconds))
        tell(f"round {turn + 1} of {ROUNDS}")
    for name, port in (("bare", bare), ("/status", ours)):
        rate = counts[port] / seconds / ROUNDS
        cost = (cpu_seconds(servers[port]) - before[port]) / counts[port] * 1000
        print(f"{name:<10} {rate:8.0f} answers/s  {cost:6.2f} ms of processor an answer")
    return counts[ours] / counts[bare]


def main() -> None:
    """Run it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3
    ours, bare = free_port(), free_port()
    with site({}) as place:
        servers = {ours: place.start("serve", "--port", str(ours)), bare: bare_server(place, bare)}
        prepare(place, ours)
        with httpx2.Client(base_url=f"http://127.0.0.1:{bare}") as client:
            wait_ready(client, "/videos/1")
        each = compare(ours, bare, RUNS, seconds, servers)
        same = compare(ours, bare, [1] * len(RUNS), seconds, servers)
    met = [
        verdict("/status of a run each, against the bare route", each, 0.5, "at least"),
        verdict("the same, all of one run", same, 0.5, "at least"),
    ]
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
