"""Two services and two workers on one database and one small disk; some of them may be killed."""

import os
import secrets
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psutil

from benchmarks.processes import Site, free_port
from benchmarks.soak.outages import Outages
from otehon.studio.kernels import code_cache

MEDIA_TTL = 60.0
MEDIA_MAX_BYTES = 16_000_000
TOKEN = secrets.token_urlsafe(24)
"""What writes need; it must never be seen in a log."""

ENDS = 20.0
"""Seconds in which a process must end when it is asked to; twice what is promised, on a busy machine."""

CHILDREN_END = 10.0
"""Seconds in which what a killed process had started must end by itself."""

SCRIPT = {
    "seconds": 2.0,
    "poll_after": 0.5,
    "submit_seconds": 0.1,
    "chances": {
        "submit": {"try_again": 0.06, "refused": 0.04, "begun": 0.03, "dropped": 0.02},
        "poll": {"try_again": 0.06, "refused": 0.01},
        "fetch": {"try_again": 0.05, "garbage": 0.04, "cut": 0.04, "black": 0.02, "frozen": 0.02},
    },
}
"""What the paid engine plays: everything fails now and then."""


@dataclass
class Role:
    """A process that is started again whenever it ends.

    Args:
        port: of its HTTP service; None: it has none.
    """

    name: str
    command: tuple[str, ...]
    port: int | None = None
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def family(self) -> list[psutil.Process]:
        """It and all that it has started."""
        if self.process is None:
            return []
        with suppress(psutil.NoSuchProcess):
            main = psutil.Process(self.process.pid)
            return [main, *main.children(recursive=True)]
        return []


class Place:
    """What is soaked. `elder` serves and works and is never ended; the others are.

    Args:
        disk: the small disk.
    """

    def __init__(self, site: Site, disk: Path, outages: Outages) -> None:
        self.site = site
        self.disk = disk
        self.outages = outages
        self.orphans: list[str] = []
        self.stubborn: list[str] = []
        elder, younger = free_port(), free_port()
        self.elder = Role("elder", ("serve", "--port", str(elder)), elder)
        self.younger = Role("younger", ("serve", "--port", str(younger), "--no-work"), younger)
        self.workers = [Role(f"worker {i}", ("worker", "--concurrency", "1")) for i in (1, 2)]

    @property
    def services(self) -> tuple[Role, Role]:
        """Those that answer."""
        return self.elder, self.younger

    @property
    def roles(self) -> list[Role]:
        """All."""
        return [*self.services, *self.workers]

    def start(self, role: Role) -> None:
        """Start it; a service until it answers from its database."""
        role.process = self.site.start(*role.command)
        if role.port is not None:
            self._wait_for(role)

    def end(self, role: Role, number: signal.Signals) -> None:
        """Send it a signal that ends it, see that its children end too, and start it again."""
        with self.outages.away(role.name):
            family = role.family()
            assert role.process is not None
            role.process.send_signal(number)
            self._wait_for_end(role, role.process)
            self._see_ended(role, family[1:])
            self.start(role)

    def _wait_for_end(self, role: Role, process: subprocess.Popen[bytes]) -> None:
        try:
            process.wait(ENDS)
        except subprocess.TimeoutExpired:
            self.stubborn.append(f"{role.name} {process.pid}")
            process.kill()
            process.wait()

    def _see_ended(self, role: Role, children: list[psutil.Process]) -> None:
        _, alive = psutil.wait_procs(children, timeout=CHILDREN_END)
        self.orphans += [f"{role.name}: {child.pid} {child.status()}" for child in alive]

    def _wait_for(self, role: Role, within: float = 120) -> None:
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            with suppress(httpx2.TransportError):
                if httpx2.get(f"{role.address}/status/1").status_code == 200:
                    return
            time.sleep(0.1)
        log = (self.site.home / "log").read_text(errors="replace").splitlines()[-20:]
        raise SystemExit("\n".join([*log, f"the {role.name} service did not answer within {within:.0f} s"]))


def settings(disk: Path, provider: Path, script: str) -> dict[str, object]:
    """The variables of every process."""
    drafts = disk / "tmp"
    drafts.mkdir(mode=0o1777)
    return {
        "OTEHON_ENGINES": "fake,studio",
        "OTEHON_FAKE_SCRIPT": script,
        "OTEHON_CLIP_SIZE": "480x360",
        "OTEHON_RENDER_PROCESSES": 1,
        "OTEHON_STALLED_AFTER": 8,
        "OTEHON_MEDIA_URL": disk / "media",
        "OTEHON_MEDIA_TTL": MEDIA_TTL,
        "OTEHON_MEDIA_MAX_BYTES": MEDIA_MAX_BYTES,
        "OTEHON_API_TOKEN": TOKEN,
        "TMPDIR": drafts,
        "NUMBA_CACHE_DIR": code_cache.folder(),
        "PYTHONUNBUFFERED": 1,
        "OTEHON_LOG_FORMAT": "json",
    }


def left_alive(home: Path) -> list[str]:
    """What still runs in that folder: every process of ours was started there."""
    found: list[str] = []
    for process in psutil.process_iter(["pid", "name"]):
        with suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and Path(process.cwd()) == home:
                found.append(f"{process.pid} {process.name()}")
    return found
