"""What a service and a worker need: memory, processor a clip, disk a clip, database a run.

    python -m benchmarks.sizing [clips] [concurrency]

A service without hands and a worker that draws so many clips at once; each clip is another drill, so that
nothing is drawn twice. Memory is proportional set size of a process with its children; processor is time
used, not time passed. Prints a table, no bar: docs/operations.md takes its figures from here.
"""

import sys
import time
from pathlib import Path
from subprocess import Popen

import httpx2
import psutil
import psycopg

from benchmarks.processes import Site, free_port, site, tell, wait_ready
from otehon.drills.catalogue import catalogue
from otehon.store.address import driver_conninfo


class Tree:
    """A process with its children. `peak` is the most memory of all looks, in MB; `now` that of the last."""

    def __init__(self, process: Popen[bytes]) -> None:
        self._process = psutil.Process(process.pid)
        self.now = self.peak = 0.0

    def look(self) -> None:
        """Measure its memory."""
        self.now = sum(one.memory_full_info().pss for one in self._all()) / 1e6
        self.peak = max(self.peak, self.now)

    def cpu_seconds(self) -> float:
        """Processor time that it has used."""
        return sum(sum(one.cpu_times()[:4]) for one in self._all())

    def _all(self) -> list[psutil.Process]:
        return [self._process, *self._process.children(recursive=True)]


def drawn(client: httpx2.Client, count: int, *trees: Tree) -> None:
    """Have a clip of each of so many drills drawn, one run each."""
    names = [drill.names.ja[0] for drill in catalogue() if drill.moves][:count]
    for run_id, name in enumerate(names, 1):
        body = {"run_id": run_id, "prompt_text": f"【💪 おすすめの補強ドリル】\n1. {name}"}
        client.post("/generate", json=body).raise_for_status()
    waiting = set(range(1, len(names) + 1))
    while waiting:
        for tree in trees:
            tree.look()
        waiting = {run_id for run_id in waiting if not completed(client, run_id)}
        time.sleep(0.2)


def completed(client: httpx2.Client, run_id: int) -> bool:
    """Whether the run's video is there."""
    return client.get(f"/status/{run_id}").json().get("generation_status") == "completed"


def size_of(folder: Path) -> float:
    """Kilobytes of the files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e3


def database_kilobytes(place: Site) -> float:
    """The database on disk."""
    with psycopg.connect(driver_conninfo(place.database_url)) as connection:
        row = connection.execute("SELECT pg_database_size(current_database()) / 1e3").fetchone()
    assert row is not None
    return float(row[0])


def main() -> None:
    """Run it."""
    count, port = int(sys.argv[1]) if len(sys.argv) > 1 else 30, free_port()
    hands = sys.argv[2] if len(sys.argv) > 2 else "1"
    with site() as place, httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        service = Tree(place.start("serve", "--no-work", "--port", str(port)))
        worker = Tree(place.start("worker", "--concurrency", hands))
        wait_ready(client)
        tell("warming")
        drawn(client, 1, service, worker)
        service.look()
        worker.look()
        idle, before, rows = (service.now, worker.now), worker.cpu_seconds(), database_kilobytes(place)
        drawn(client, count, service, worker)
        used = (worker.cpu_seconds() - before) / (count - 1)
        media = size_of(place.home / "media") / count
        grown = (database_kilobytes(place) - rows) / (count - 1)
    rows_of_table = (
        ("a service without hands, idle, MB", idle[0]),
        ("the same at most, MB", service.peak),
        (f"a worker that draws {hands} at once, idle, MB", idle[1]),
        ("the same at most, MB", worker.peak),
        ("processor a clip, s", used),
        ("clips a minute and core", 60 / used),
        ("media a clip, kB", media),
        ("database a run with one clip, kB", grown),
    )
    for name, value in rows_of_table:
        print(f"{name:<52} {value:8.1f}")


if __name__ == "__main__":
    main()
