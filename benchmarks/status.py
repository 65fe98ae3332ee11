"""How many `/status` answers a second, against a bare FastAPI route with one primary-key query.

    python -m benchmarks.status [seconds]

Both run in a process of their own on the same PostgreSQL, asked in turns by the same client.
"""

import asyncio
import sys
import time
from subprocess import Popen

import httpx2

from benchmarks.processes import Site, cpu_seconds, free_port, site, tell, verdict, wait_ready

CONNECTIONS = 8
ROUNDS = 4


async def ask_for(port: int, path: str, seconds: float) -> int:
    """Ask over some connections for so long, each as soon as the last answer is there; the answers."""
    counts = await asyncio.gather(*(_ask(port, path, seconds) for _ in range(CONNECTIONS)))
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
    """One run with a finished video."""
    with httpx2.Client(base_url=f"http://127.0.0.1:{ours}", timeout=30) as client:
        wait_ready(client)
        client.post("/generate", json={"run_id": 1, "prompt_text": "スクワット 10回"}).raise_for_status()
        while client.get("/status/1").json().get("generation_status") != "completed":
            time.sleep(0.1)


def bare_server(place: Site, port: int) -> Popen[bytes]:
    """The route to compare with."""
    return place.run([sys.executable, "-m", "benchmarks.bare_route", str(port), place.database_url])


def main() -> None:
    """Run it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3
    ours, bare = free_port(), free_port()
    counts = {ours: 0, bare: 0}
    with site({}) as place:
        servers = {ours: place.start("serve", "--port", str(ours)), bare: bare_server(place, bare)}
        prepare(place, ours)
        with httpx2.Client(base_url=f"http://127.0.0.1:{bare}") as client:
            wait_ready(client, "/videos/1")
        before = {port: cpu_seconds(server) for port, server in servers.items()}
        for turn in range(ROUNDS):
            for port, path in ((bare, "/videos/1"), (ours, "/status/1")):
                counts[port] += asyncio.run(ask_for(port, path, seconds))
            tell(f"round {turn + 1} of {ROUNDS}")
        used = {port: cpu_seconds(server) - before[port] for port, server in servers.items()}
    for name, port in (("bare", bare), ("/status", ours)):
        rate, cost = counts[port] / seconds / ROUNDS, used[port] / counts[port] * 1000
        print(f"{name:<10} {rate:8.0f} answers/s  {cost:6.2f} ms of processor an answer")
    met = verdict("/status against the bare route", counts[ours] / counts[bare], 0.5, "at least")
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
