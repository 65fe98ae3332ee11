"""Runs inside the image, with its Python alone: starts the service as compose.yaml does, and uses it.

Its arguments are the health check's command. Exits with 1 at the first thing that is not as it must be.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SERVICE = "http://127.0.0.1:8006"
MEASURES = "http://127.0.0.1:9100/metrics"
GRACE = 20.0  # stop_grace_period
QUIET = {**os.environ, "OTEHON_LOG_LEVEL": "ERROR"}
ADVICE = "【💪 おすすめの補強ドリル】\n1. スクワット 10回×3セット\n2. プランク 30秒\n"


def expect(what: str, met: object) -> None:
    print(f"{'ok  ' if met else 'FAIL'}  {what}", flush=True)
    if not met:
        raise SystemExit(1)


def wait(what: str, within: float, is_so: Callable[[], bool]) -> None:
    begin = time.monotonic()
    while not is_so():
        if time.monotonic() > begin + within:
            print(ask("/readyz")[1].decode())
            expect(f"{what} within {within:.0f} s", False)
        time.sleep(0.1)
    expect(f"{what} after {time.monotonic() - begin:.1f} s", True)


def ask(path: str, body: object = None) -> tuple[int, bytes]:
    data = None if body is None else json.dumps(body).encode()
    request = Request(SERVICE + path, data, {"Content-Type": "application/json"})
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()
    except OSError:
        return 0, b""


def video() -> dict[str, Any]:
    return json.loads(ask("/status/7")[1] or b"{}")


def succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def started(health: list[str]) -> list[subprocess.Popen[bytes]]:
    expect("the health check fails before the start", not succeeds(*health))
    serve = subprocess.Popen(["otehon", "serve", "--no-work"], env=QUIET)
    wait("the health check passes", 30, lambda: succeeds(*health))
    before = os.times().children_user
    succeeds(*health)
    print(f"      one takes {(os.times().children_user - before) * 1000:.0f} ms of processor")
    worker = subprocess.Popen(["otehon", "worker"], env={**QUIET, "OTEHON_METRICS_PORT": "9100"})
    wait("the service is ready", 60, lambda: ask("/readyz")[0] == 200)
    return [serve, worker]


def used() -> None:
    expect("the worker tells its measures", urlopen(MEASURES, timeout=5).status == 200)
    expect("an advice is taken", ask("/runs", {"run_id": 7, "advice": ADVICE})[0] == 201)
    wait("its video is completed", 60, lambda: video().get("generation_status") == "completed")
    status, film = ask(str(video()["video_url"]))
    expect(f"its film arrives, {len(film) // 1000} kB", status == 200 and film[4:8] == b"ftyp")
    expect("its page is there", b"<html" in ask("/result/7/")[1])
    expect("no kernel was compiled here", not list(Path(os.environ["OTEHON_HOME"]).glob("kernels/*.o")))


def ended(processes: list[subprocess.Popen[bytes]]) -> None:
    begin = time.monotonic()
    for process in processes:
        process.send_signal(signal.SIGTERM)
    codes, seconds = [process.wait(20) for process in processes], time.monotonic() - begin
    expect(f"both end well, {seconds:.1f} s after SIGTERM", codes == [0, 0])
    expect(f"that is within {GRACE:.0f} s", seconds < GRACE)


def main(health: list[str]) -> None:
    expect("the root is read-only", os.statvfs("/").f_flag & os.ST_RDONLY)
    expect("the user is nobody special", os.getuid() == os.getgid() == 8006)
    processes = started(health)
    used()
    ended(processes)
    expect("otehon gateway", succeeds("otehon", "gateway", "/srv/otehon"))
    expect("nginx has its maps", Path("/srv/otehon/maps.conf").stat().st_size)
    expect("otehon db show", succeeds("otehon", "db", "show"))
    expect("otehon render", succeeds("otehon", "render", "--drill", "squat", "-o", "/tmp/squat.mp4"))


main(sys.argv[1:])
