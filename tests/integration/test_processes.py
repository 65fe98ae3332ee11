import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest

from tests.integration.machine import Machine, free_port

SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"


@pytest.fixture
def machine(database_url: str, tmp_path: Path) -> Generator[Machine]:
    machine = Machine(database_url, tmp_path)
    yield machine
    machine.stop()


@pytest.fixture
def port() -> int:
    return free_port()


def until(client: httpx2.Client, path: str, wanted: dict[str, object], within: float) -> float:
    begin = time.monotonic()
    seen: dict[str, object] = {}
    while time.monotonic() - begin < within:
        try:
            seen = client.get(path).json()
        except httpx2.TransportError:
            seen = {}
        if wanted.items() <= seen.items():
            return time.monotonic() - begin
        time.sleep(0.1)
    raise AssertionError(f"{path} was {seen} after {within} s")


def test_asked_to_stop_it_ends_in_time_whatever_is_open_and_loses_nothing(
    machine: Machine, port: int
) -> None:
    serve = machine.start("serve", "--port", str(port), script={"fetch_seconds": 60})
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "generating"}, 10)
        with client.stream("GET", "/status/7/events") as stream:
            lines = stream.iter_lines()
            next(lines)
            begin = time.monotonic()
            serve.send_signal(signal.SIGTERM)
            list(lines)
        assert serve.wait(20) == 0
        assert time.monotonic() - begin < 10

        machine.start("serve", "--port", str(port))
        until(client, "/status/7", {"generation_status": "completed"}, 60)


def test_a_killed_workers_steps_are_taken_over_within_half_a_minute(machine: Machine, port: int) -> None:
    machine.start("serve", "--port", str(port), "--no-work")
    worker = machine.start("worker", "--concurrency", "1", script={"fetch_seconds": 60})
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "generating"}, 10)
        machine.start("worker")
        time.sleep(4)
        worker.kill()
        assert until(client, "/status/7", {"generation_status": "completed"}, 40) < 30


def test_a_worker_tells_its_own_metrics_where_it_is_told_to(machine: Machine, port: int) -> None:
    measures = free_port()
    machine.start("serve", "--port", str(port), "--no-work")
    worker = machine.start("worker", more={"OTEHON_METRICS_PORT": str(measures)})
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "completed"}, 20)
        of_worker = httpx2.get(f"http://127.0.0.1:{measures}/metrics").text
        assert "otehon_first_picture_seconds_count 1.0" in of_worker
        assert "otehon_first_picture_seconds_count 0.0" in client.get("/metrics").text
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0


def test_a_taken_metrics_port_is_one_clear_line(machine: Machine, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = str(listener.getsockname()[1])
        ended = machine.start("worker", more={"OTEHON_METRICS_PORT": taken})
        assert ended.wait(30) == 2
    said = (tmp_path / "0.log").read_text()
    assert "OTEHON_METRICS_PORT" in said
    assert "Traceback" not in said


def test_a_wrong_setting_is_one_clear_line(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("OTEHON_LINK_TTL=soon\nOTEHON_API_TOKEN=hunter2\n")
    ended = machine.start("serve")
    assert ended.wait(30) == 2
    said = (tmp_path / "0.log").read_text()
    assert "OTEHON_LINK_TTL" in said
    assert "Traceback" not in said
    assert "hunter2" not in said


def test_an_unknown_engine_is_one_clear_line(database_url: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": database_url, "OTEHON_ENGINES": "sora"}
    command = [sys.executable, "-m", "otehon", "serve"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path, timeout=30)
    assert ended.returncode == 8
    assert "fake" in ended.stderr
    assert "Traceback" not in ended.stderr
