"""What must not be there at the end: files, jobs, workers, processes, secrets in the log."""

import re
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from benchmarks.processes import tell
from benchmarks.soak.faults import sweep_now
from benchmarks.soak.place import MEDIA_TTL, TOKEN, Place
from otehon.generation.media import DRAFT, DRAFT_LIFE
from otehon.store.address import driver_conninfo

LINK = re.compile(r"/media/[\w-]{20,}\.")
"""A signed link."""

SWEEP_TAKES = 20.0


def unswept(place: Place) -> list[str]:
    """Have everything swept that is too old by then, and name the files and folders that stay."""
    time.sleep(MEDIA_TTL + 5)
    sweep_now(place.site.database_url)
    time.sleep(SWEEP_TAKES)
    paths = [path for folder in ("media", "tmp") for path in (place.disk / folder).rglob("*")]
    return sorted(str(path.relative_to(place.disk)) for path in paths if _is_left(path))


def _is_left(path: Path) -> bool:
    """A file that is none being written, or an old folder with nothing in it."""
    old = path.stat().st_mtime < time.time() - DRAFT_LIFE
    if path.is_dir():
        return old and not any(path.iterdir())
    return old or not DRAFT.search(path.name)


def rows_left(place: Place, query: str) -> int:
    """How many rows a query counts."""
    with psycopg.connect(driver_conninfo(place.site.database_url)) as connection:
        row = connection.execute(query.encode()).fetchone()
    return int(row[0]) if row else 0


QUEUE = """
    SELECT j.id, j.queue_name, j.task_name, j.status, j.attempts, j.scheduled_at, j.worker_id,
        now() - w.last_heartbeat AS silent, j.lock
    FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
"""
WORKERS = "SELECT id, now() - last_heartbeat FROM procrastinate_workers"


def tell_queue(place: Place) -> None:
    """Every job and worker on record, for whoever looks for the reason."""
    with psycopg.connect(driver_conninfo(place.site.database_url)) as connection:
        for query in (QUEUE, WORKERS):
            for row in connection.execute(query.encode()):
                tell(" ".join(map(str, row)))


STRAY_JOBS = (
    "SELECT count(*) FROM procrastinate_jobs WHERE task_name <> 'find_lost' AND task_name <> 'sweep_media'"
)
DEAD_WORKERS = (
    "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat < now() - interval '60 seconds'"
)


def secrets_in(log: Path) -> Sequence[str]:
    """Lines of a log that carry the token or a link."""
    with log.open(errors="replace") as lines:
        return [line[:200] for line in lines if TOKEN in line or LINK.search(line)]
