"""A gateway in front of a service, and how tests look at both."""

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import httpx2
from benchmarks.processes import Site

from otehon.api.addresses import PREFIX

SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"


@dataclass(frozen=True)
class Front:
    """A gateway with one service behind it."""

    place: Site
    through: httpx2.Client
    direct: httpx2.Client
    film: str


def completed(client: httpx2.Client, run_id: int) -> dict[str, Any]:
    body = {"run_id": run_id, "prompt_text": SECTION, "duration": 5}
    client.post(f"{PREFIX}/generate", json=body).raise_for_status()
    status: dict[str, Any] = {}
    for _ in range(1200):
        status = client.get(f"{PREFIX}/status/{run_id}").json()
        if status["generation_status"] == "completed":
            return status
        time.sleep(0.05)
    raise AssertionError(status)


OWN = (
    *("date", "server", "connection", "keep-alive", "accept-ranges"),
    *("etag", "last-modified", "content-length", "transfer-encoding"),
)
"""Headers that each server has of its own."""


def told(answer: httpx2.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OWN}


async def arrivals(client: httpx2.AsyncClient, run_id: int) -> dict[str, float]:
    """When each event of a run came, by its id."""
    came: dict[str, float] = {}
    async with client.stream("GET", f"{PREFIX}/status/{run_id}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            if line.startswith("id:"):
                came[line] = time.monotonic()
    return came


def status_of(client: httpx2.Client, path: str) -> int:
    """What is answered to a path that nobody has made tidy."""
    assert client.base_url.port is not None
    connection = HTTPConnection("127.0.0.1", client.base_url.port)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def log_with(place: Site, words: str) -> str:
    """The log of all processes, once it holds the words."""
    log = ""
    for _ in range(100):
        log = re.sub(r"\x1b\[[0-9;]*m", "", (place.home / "log").read_text())
        if words in log:
            return log
        time.sleep(0.05)
    raise AssertionError(log)
