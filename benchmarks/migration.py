"""Migrations up and down on a database of 100,000 videos, which is read meanwhile.

    python -m benchmarks.migration [videos]

Each video has an advice, three clips and a paid attempt. The newest migration, and then all but the first,
are taken back and run again, while readers ask what a version before them asks: a run's newest video with
its clips. Beside them a service of this version runs all the while; it cannot read what was taken back, and
must answer again, without a restart, once that is there again. Prints seconds and the longest read.
"""

import sys
import threading
import time
from collections.abc import Callable

import httpx2
import psycopg

from benchmarks.processes import free_port, percentile, site, tell, verdict, wait_ready
from otehon.store.address import driver_conninfo
from otehon.store.migrate import downgrade, migrate, revisions

BAR = 30.0
"""Seconds that one way may take."""

READ_EVERY = 0.01

FILL = (
    "INSERT INTO runs (id) SELECT generate_series(1, {n})",
    """
    INSERT INTO advice (run_id, text)
    SELECT id, repeat(md5(id::text) || ' スクワット 10回×3 ', 12) FROM runs
    """,
    """
    INSERT INTO generated_videos (run_id, prompt_text, generation_status, completed_at)
    SELECT id, repeat(md5(id::text) || ' スクワット 10回×3 ', 8), 'completed', now() FROM runs
    """,
    """
    INSERT INTO clips (video_id, position, drill, title, words, dose, seconds, stage, engine,
        shown_engine, studio_media, progress, finished_at, frames_done, frames_total)
    SELECT v.id, place, 'squat', 'スクワット', 'スクワット 10回×3', '{{"reps": 10, "sets": 3}}', 5, 'done',
        'studio', 'studio', md5(v.id::text), 1, now(), 150, 150
    FROM generated_videos v, generate_series(0, 2) place
    """,
    """
    INSERT INTO costs (clip_id, run_id, engine, intent, provider_id, state, amount, currency, seconds,
        estimate)
    SELECT c.id, v.run_id, 'gemini-omni', gen_random_uuid(), c.id::text, 'settled', 0.4, 'USD', 5, 0.4
    FROM clips c JOIN generated_videos v ON v.id = c.video_id WHERE c.position = 0
    """,
    "ANALYZE",
)

READ = """
    SELECT v.id, v.generation_status, c.stage, c.progress, c.studio_media, c.revision
    FROM (SELECT * FROM generated_videos WHERE run_id = %s ORDER BY id DESC LIMIT 1) v
    LEFT JOIN clips c ON c.video_id = v.id ORDER BY c.position
"""


class Readers:
    """Two connections that read all the while. `took` holds the seconds of every read."""

    def __init__(self, url: str, count: int) -> None:
        self.took: list[float] = []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(url, count, n)) for n in (1, 2)]

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, url: str, count: int, step: int) -> None:
        run_id = 0
        with psycopg.connect(driver_conninfo(url), autocommit=True) as connection:
            while not self._stop.wait(READ_EVERY):
                run_id = (run_id + step * 7919) % count
                begin = time.perf_counter()
                rows = connection.execute(READ.encode(), (run_id + 1,)).fetchall()
                self.took.append(time.perf_counter() - begin)
                if len(rows) != 3:
                    raise SystemExit(f"run {run_id + 1} was read as {rows}")


def timed(url: str, count: int, what: str, action: Callable[[], None]) -> bool:
    """Do it while it is read; whether it kept to the bar."""
    with Readers(url, count) as readers:
        time.sleep(0.5)
        before = len(readers.took)
        begin = time.perf_counter()
        action()
        seconds = time.perf_counter() - begin
        during = readers.took[before:]
        time.sleep(0.5)
    longest = max([*during, *readers.took[before + len(during) :][:2]])
    print(
        f"  {len(during)} reads, p99 {percentile(during or [0], 0.99) * 1000:.0f} ms, longest {longest:.2f} s"
    )
    return verdict(f"{what}, s", seconds, BAR)


def answers(client: httpx2.Client, what: str) -> bool:
    """Whether this version's `/status` answers, for ten runs."""
    codes = {client.get(f"/status/{run_id}").status_code for run_id in range(1, 11)}
    print(f"  /status of this version, {what}: {sorted(codes)}")
    return codes == {200}


def main() -> None:
    """Run it."""
    count, port = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, free_port()
    with site() as place, httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        url = place.database_url
        place.start("serve", "--no-work", "--port", str(port))
        wait_ready(client, "/status/1")
        with psycopg.connect(driver_conninfo(url), autocommit=True) as connection:
            for statement in FILL:
                connection.execute(statement.format(n=count).encode())
        tell(f"{count} videos")
        met = [answers(client, "before")]
        known = [revision for revision, _ in revisions(url).known]
        for low in dict.fromkeys((known[-2], known[0])):
            met.append(timed(url, count, f"down to {low}", lambda low=low: downgrade(url, low)))
            answers(client, "taken back")
            met.append(timed(url, count, f"up from {low}", lambda: migrate(url)))
            met.append(answers(client, "up again, not restarted"))
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
