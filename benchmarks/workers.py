"""What a second studio worker brings, each worker on one core of its own.

    python -m benchmarks.workers [clips]

Clips of different doses, so that each is drawn anew; the time from the first to the last of them.
"""

import sys
import time
from subprocess import Popen

import httpx2

from benchmarks.processes import Site, free_port, site, tell, verdict, wait_ready

DRILLS = ("スクワット {}回", "プランク {}秒", "もも上げ {}回", "カーフレイズ {}回")


def draw(client: httpx2.Client, first_run: int, count: int) -> float:
    """Have clips drawn; how many a second."""
    begin = time.monotonic()
    for i in range(count):
        text = DRILLS[i % len(DRILLS)].format(10 + first_run % 400 + i // len(DRILLS))
        body = {"run_id": first_run + i, "prompt_text": text, "duration": 5}
        client.post("/generate", json=body).raise_for_status()
    waiting = set(range(first_run, first_run + count))
    while waiting:
        time.sleep(0.2)
        for run_id in sorted(waiting):
            if client.get(f"/status/{run_id}").json()["generation_status"] == "completed":
                waiting.discard(run_id)
    return count / (time.monotonic() - begin)


def worker(place: Site, client: httpx2.Client, core: int, runs: int) -> Popen[bytes]:
    """One more worker, warm: it has drawn something."""
    process = place.start("worker", "--concurrency", "1", core=core)
    draw(client, runs, 4)
    time.sleep(15)
    return process


def main() -> None:
    """Run it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    port = free_port()
    with site(OTEHON_ENGINES="studio") as place:
        place.start("serve", "--port", str(port), "--no-work")
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            wait_ready(client, "/status/1")
            worker(place, client, 0, 1)
            one = draw(client, 1001, count)
            tell(f"one worker: {one:.2f} clips/s")
            worker(place, client, 1, 2001)
            two = draw(client, 3101, count)
            tell(f"two workers: {two:.2f} clips/s")
    print(f"one worker {one:.2f} clips/s, two workers {two:.2f} clips/s")
    raise SystemExit(0 if verdict("two workers against one", two / one, 1.6, "at least") else 1)


if __name__ == "__main__":
    main()
