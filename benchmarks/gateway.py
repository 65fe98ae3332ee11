"""What the gateway costs: polling, streams and films through nginx against the service alone.

    python -m benchmarks.gateway [seconds]

1,000 players poll `/status`, 100 play parts of a film, both in turns through nginx and at the service itself;
500 watch a stream each, of a run of its own that waits in line. Loopback only, under three minutes.

Every player asks again at once, so that there is more to do than can be done: none may be turned away.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx2
import psutil

from benchmarks.nginx import start_gateway
from benchmarks.processes import Site, free_port, site, verdict, wait_ready
from benchmarks.ways import Question, Way, compare
from otehon.api.addresses import PREFIX

PLAYERS, VIEWERS, WATCHERS = 1000, 100, 500
FIRST_RUN = 1000

FILM_BYTES = 600_000
"""What a studio clip of 8 s takes."""

PART = "Range: bytes=100000-199999"


def completed(client: httpx2.Client, run_id: int) -> str:
    """Have a run made; the link to its film."""
    client.post("/generate", json={"run_id": run_id, "prompt_text": "スクワット 10回"}).raise_for_status()
    status: dict[str, Any] = {}
    while status.get("generation_status") != "completed":
        time.sleep(0.1)
        status = client.get(f"/status/{run_id}").json()
    return status["video_url"]


def lengthen(home: Path) -> None:
    """Give films a real one's size, by a last box that players skip (ISO 14496-12, `free`)."""
    for film in (home / "media").rglob("*.mp4"):
        more = FILM_BYTES - film.stat().st_size
        with film.open("ab") as file:
            file.write(more.to_bytes(4, "big") + b"free" + bytes(more - 8))


def wait_in_line(client: httpx2.Client) -> list[int]:
    """Videos that nobody works on, one for each watcher."""
    videos: list[int] = []
    for run_id in range(FIRST_RUN, FIRST_RUN + WATCHERS):
        body = {"run_id": run_id, "prompt_text": "スクワット 10回"}
        videos.append(client.post("/generate", json=body).json()["video_id"])
    return videos


async def watch(port: int, run_id: int, begun: asyncio.Queue[int]) -> bool:
    """Follow a stream from its first event to its end; whether the last one says so."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**14)
    path = f"{PREFIX}/status/{run_id}/events"
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    last = b""
    async for line in reader:
        if line.startswith(b"data: "):
            if not last:
                begun.put_nowait(run_id)
            last = line
    writer.close()
    return b'"canceled"' in last


async def streams(way: Way, client: httpx2.Client, videos: Sequence[int]) -> tuple[list[float], int]:
    """Open all streams, and end them; megabytes that each process grew by, and streams seen to their end."""
    port = int(way.address.rpartition(":")[2])
    before = [process.memory_info().rss for process in way.processes]
    begun: asyncio.Queue[int] = asyncio.Queue()
    watching = [asyncio.create_task(watch(port, FIRST_RUN + index, begun)) for index in range(len(videos))]
    for _ in watching:
        await asyncio.wait_for(begun.get(), 30)
    await asyncio.sleep(3)  # so that the line is looked at while all watch
    grown = zip(way.processes, before, strict=True)
    more = [(process.memory_info().rss - was) / 1e6 for process, was in grown]
    await asyncio.to_thread(cancel, client, videos)
    ended = await asyncio.wait_for(asyncio.gather(*watching), 60)
    return more, sum(ended)


def cancel(client: httpx2.Client, videos: Sequence[int]) -> None:
    """The last event of every stream."""
    for video in videos:
        client.post(f"/videos/{video}/cancel", headers={"Otehon-Request": "1"}).raise_for_status()


def measure(place: Site, seconds: float) -> list[bool]:
    """Everything, with its verdicts."""
    port = free_port()
    service = psutil.Process(place.start("serve", "--port", str(port), "--no-work").pid)
    worker = place.start("worker", "--concurrency", "1")
    gateway = start_gateway(place, [port])
    nginx = listening_at(int(gateway.rpartition(":")[2]))
    ways = (
        Way("alone", f"http://127.0.0.1:{port}", [service]),
        Way("through nginx", gateway, [service, *nginx]),
    )
    with httpx2.Client(base_url=ways[0].address, timeout=30) as client:
        wait_ready(client)
        film = completed(client, 1)
        worker.terminate()
        lengthen(place.home)
        # First, while the service has the memory of one that nobody has asked much.
        more, ended = asyncio.run(streams(ways[1], client, wait_in_line(client)))
        polled, unpolled = compare(*ways, Question("status", f"{PREFIX}/status/1", PLAYERS, seconds))
        played, unplayed = compare(*ways, Question("film parts", film, VIEWERS, seconds, PART))
    print(f"film parts through nginx, of the service alone: {played:.2f}")
    print(f"{WATCHERS} streams: {more[0]:.1f} MB more in the service, {sum(more[1:]):.1f} MB in nginx")
    return [
        verdict("status through nginx, of the service alone", polled, 0.8, "at least"),
        verdict("requests that failed", unpolled + unplayed, 0),
        verdict(f"MB more for {WATCHERS} streams", more[0], 100),
        verdict("streams seen to their end", ended, WATCHERS, "at least"),
    ]


def listening_at(port: int) -> list[psutil.Process]:
    """The processes of nginx that take connections at a port."""
    nginx = [process for process in psutil.process_iter(["name"]) if process.info["name"] == "nginx"]
    return [one for one in nginx if any(c.laddr.port == port for c in one.net_connections() if c.laddr)]


def main() -> None:
    """Run it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 6
    with site({}, OTEHON_MAX_STREAMS_PER_CLIENT=WATCHERS) as place:
        met = measure(place, seconds)
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
