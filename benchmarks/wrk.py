"""wrk, a load generator that costs little beside what it measures: `apt-get install wrk`."""

import re
import subprocess
from dataclasses import dataclass

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Load:
    """What wrk saw.

    Args:
        rate: answers a second.
        answers: in all.
        p99: milliseconds within which 99 of 100 came.
        failed: answers that were no success, and connections that broke.
    """

    rate: float
    answers: int
    p99: float
    failed: int


def put_load(url: str, connections: int, seconds: float, header: str = "Accept: */*") -> Load:
    """Ask over so many connections, each as soon as its last answer is there.

    Raises:
        SystemExit: wrk is not installed.
    """
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "20s", "--latency", "-H"]
    try:
        said = subprocess.run([*command, header, url], check=True, capture_output=True, text=True).stdout
    except FileNotFoundError:
        raise SystemExit("wrk is not there: apt-get install wrk") from None
    return read(said)


def read(said: str) -> Load:
    """wrk's words as numbers."""
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    p99, unit = _first(r"99%\s+([\d.]+)(us|ms|s|m)", said)
    return Load(
        rate=float(_first(r"Requests/sec:\s+([\d.]+)", said)[0]),
        answers=int(_first(r"(\d+) requests in", said)[0]),
        p99=float(p99) * UNITS[unit],
        failed=sum(map(int, errors.groups() if errors else ())) + int(refused[1] if refused else 0),
    )


def _first(pattern: str, text: str) -> tuple[str, ...]:
    found = re.search(pattern, text)
    if found is None:
        raise SystemExit(f"wrk said: {text}")
    return found.groups()
