import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import psutil
import psycopg
import pytest

from otehon.store.embedded import EmbeddedPostgres, cluster_directory, embedded_postgres

HOLD = """
import sys, time
from pathlib import Path
from otehon.store.embedded import embedded_postgres
with embedded_postgres(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def home() -> Generator[Path]:
    with tempfile.TemporaryDirectory(prefix="otehon-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def holder(home: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql://")
    process.stdout.close()
    return process


def is_gone(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


def server_pid(home: Path) -> int:
    return int((cluster_directory(home) / "postmaster.pid").read_text().splitlines()[0])


def test_it_survives_a_kill_and_is_stopped_by_the_next_owner(home: Path) -> None:
    owner = holder(home)
    pid = server_pid(home)
    os.kill(owner.pid, signal.SIGKILL)
    owner.communicate()
    assert psutil.pid_exists(pid)

    with embedded_postgres(home) as url, psycopg.connect(url) as connection:
        assert server_pid(home) == pid
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert is_gone(pid)


def test_a_second_process_shares_it_and_the_last_one_stops_it(home: Path) -> None:
    first = holder(home)
    pid = server_pid(home)
    second = holder(home)
    assert server_pid(home) == pid

    first.communicate("")
    assert psutil.pid_exists(pid)
    second.communicate("")

    assert is_gone(pid)


def test_a_server_that_was_killed_is_started_again_at_once_also_before_it_is_reaped(home: Path) -> None:
    server = EmbeddedPostgres(home)
    url = server.start()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (id int)")
        pid = server_pid(home)
        os.kill(pid, signal.SIGKILL)
        assert is_gone(pid)
        assert server.start() == url
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    server.stop()


def test_another_programs_process_under_the_recorded_id_is_not_taken_for_the_server(home: Path) -> None:
    with embedded_postgres(home) as url, psycopg.connect(url):
        record = (cluster_directory(home) / "postmaster.pid").read_text()
    # As after a container's hard restart: the record is left, and the id is this very process's.
    (cluster_directory(home) / "postmaster.pid").write_text(
        "\n".join([str(os.getpid()), *record.splitlines()[1:]]) + "\n"
    )
    with embedded_postgres(home) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's closed homes are kept closed this way")
def test_a_closed_home_of_root_stays_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert not cluster_directory(tmp_path).is_relative_to(tmp_path)
