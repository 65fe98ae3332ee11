import pytest
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from otehon.api.edge import Edge


async def level_of(path: str, status: int) -> str:
    """How severe the log entry of a request is."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        scope["route"] = Route(path, app)
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        del message

    with capture_logs() as entries:
        await Edge(app)({"type": "http", "method": "GET", "path": path, "headers": []}, receive, send)
    (entry,) = entries
    return entry["log_level"]


@pytest.mark.parametrize(
    ("path", "status", "level"),
    [
        ("/livez", 200, "debug"),
        ("/readyz", 503, "warning"),
        ("/metrics", 200, "debug"),
        ("/status/{run_id}", 200, "info"),
        ("/status/{run_id}", 500, "warning"),
    ],
)
async def test_probes_that_are_well_fill_no_log(path: str, status: int, level: str) -> None:
    assert await level_of(path, status) == level
