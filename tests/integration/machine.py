"""The service's own commands, as processes on one database."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any


class Machine:
    """Starts the service's own commands on one database."""

    def __init__(self, database_url: str, home: Path) -> None:
        self._environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "OTEHON_HOME": str(home),
            "OTEHON_ENGINES": "fake",
            "OTEHON_STALLED_AFTER": "6",
        }
        self._home = home
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(
        self, *command: str, script: dict[str, Any] | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        environment = {**self._environment, "OTEHON_FAKE_SCRIPT": json.dumps(script or {}), **(more or {})}
        log = (self._home / f"{len(self._processes)}.log").open("wb")
        with log:
            arguments = [sys.executable, "-m", "otehon", *command]
            process = subprocess.Popen(arguments, env=environment, stderr=log, cwd=self._home)
        self._processes.append(process)
        return process

    def stop(self) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
