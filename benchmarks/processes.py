"""The service's own commands, started in a home of their own, for the benchmarks."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import psutil

from otehon.store.embedded import EmbeddedPostgres, cluster_directory

MET, MISSED = "ok", "MISSED"
"""How a line with a bar ends."""


class Site:
    """A home with an embedded PostgreSQL and the processes on it.

    Args:
        home: the data directory.
        settings: `OTEHON_…` variables of every process.
    """

    def __init__(self, home: Path, **settings: object) -> None:
        self.home = home
        self._database = EmbeddedPostgres(home)
        self.database_url = self._database.start()
        self._settings = {name: str(value) for name, value in settings.items()}
        self._processes: list[subprocess.Popen[bytes]] = []

    def set(self, **settings: object) -> None:
        """Set more of them for the processes that start from now on."""
        self._settings |= {name: str(value) for name, value in settings.items()}

    def start(self, *command: str, core: int | None = None) -> subprocess.Popen[bytes]:
        """Start `otehon …`, on one core where that is given."""
        environment = {
            **os.environ,
            "OTEHON_LOG_LEVEL": "WARNING",
            **self._settings,
            "OTEHON_HOME": str(self.home),
            "DATABASE_URL": self.database_url,
        }
        pin: Sequence[str] = () if core is None else ("taskset", "-c", str(core))
        return self.run([*pin, sys.executable, "-m", "otehon", *command], environment, self.home)

    def run(
        self, command: Sequence[str], environment: dict[str, str] | None = None, folder: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start any command that ends with the site."""
        with (self.home / "log").open("ab") as log:
            process = subprocess.Popen(command, env=environment, stderr=log, stdout=log, cwd=folder)
        self._processes.append(process)
        return process

    @property
    def cluster(self) -> Path:
        """Where the database lies."""
        return cluster_directory(self.home)

    def stop_database(self) -> None:
        """Stop it, with what is connected to it."""
        self._database.stop()

    def start_database(self) -> None:
        """Start it again, at the same address."""
        if self._database.start() != self.database_url:
            raise SystemExit("the database has another address now")

    def stop(self) -> None:
        """End every process, and the database."""
        for process in self._processes:
            process.send_signal(signal.SIGTERM)
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(12)
            process.kill()
            process.wait()
        self._database.stop()


@contextmanager
def site(script: dict[str, Any] | None = None, **settings: object) -> Generator[Site]:
    """A site in a temporary folder, with the fake engine playing `script` where one is given."""
    home = Path(tempfile.mkdtemp(prefix="otehon-benchmark-"))
    home.chmod(0o755)
    if script is not None:
        settings |= {"OTEHON_ENGINES": "fake", "OTEHON_FAKE_SCRIPT": json.dumps(script)}
    place = Site(home, **settings)
    try:
        yield place
    finally:
        place.stop()
        shutil.rmtree(cluster_directory(home), ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_ready(client: httpx2.Client, path: str = "/readyz", within: float = 180) -> None:
    """Wait until the service says that it is ready."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        with suppress(httpx2.TransportError):
            if client.get(path).status_code == 200:
                return
        time.sleep(0.1)
    raise SystemExit(f"{path} was not ready after {within:.0f} s")


def megabytes(process: subprocess.Popen[bytes]) -> float:
    """Resident memory of a process, without its children."""
    return psutil.Process(process.pid).memory_info().rss / 1e6


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """Processor time that a process has used."""
    times = psutil.Process(process.pid).cpu_times()
    return times.user + times.system


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def tell(text: str) -> None:
    """Progress, on stderr."""
    print(text, file=sys.stderr, flush=True)


def verdict(name: str, value: float, bar: float, most: str = "at most") -> bool:
    """Print a figure beside its bar; whether it is met."""
    met = value <= bar if most == "at most" else value >= bar
    print(f"{name:<44} {value:10.2f}   {most} {bar:g}   {MET if met else MISSED}")
    return met
