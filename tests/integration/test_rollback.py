"""What docs/operations.md promises of the ways back."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest

from otehon.store.address import driver_conninfo
from otehon.studio import kernel_cache
from tests.integration.machine import Machine, free_port
from tests.integration.test_processes import until

SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"


@pytest.fixture
def machine(database_url: str, tmp_path: Path) -> Generator[Machine]:
    machine = Machine(database_url, tmp_path)
    yield machine
    machine.stop()


def first_clip(client: httpx2.Client) -> dict[str, Any]:
    clips: list[dict[str, Any]] = client.get("/status/7").json().get("clips", [])
    return clips[0] if clips else {}


def test_studio_alone_is_the_switch_that_turns_paid_engines_off(machine: Machine, tmp_path: Path) -> None:
    """What waits at a provider is let go, and keeps the studio's clip; nothing more is paid."""
    port, kernels = free_port(), {"NUMBA_CACHE_DIR": str(kernel_cache.folder())}
    script = {"seconds": 600, "provider": str(tmp_path / "provider"), "lists": True}
    both = {**kernels, "OTEHON_ENGINES": "fake,studio"}
    serve = machine.start("serve", "--port", str(port), script=script, more=both)
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "generating"}, 20)
        while not (first_clip(client).get("shown_engine") and first_clip(client).get("engine") == "fake"):
            assert serve.poll() is None
        serve.terminate()
        assert serve.wait(20) == 0

        machine.start("serve", "--port", str(port), more={**kernels, "OTEHON_ENGINES": "studio"})
        until(client, "/status/7", {"generation_status": "completed"}, 30)
        clip = first_clip(client)
        assert (clip["shown_engine"], clip["error"]["cause"]["id"]) == ("studio", "no_engine")
        client.post("/generate", json={"run_id": 8, "prompt_text": SECTION})
        until(client, "/status/8", {"generation_status": "completed"}, 30)


def test_this_version_works_on_a_database_that_a_later_one_has_migrated(
    machine: Machine, database_url: str
) -> None:
    """The previous image after a rollback: what was added meanwhile does not concern it."""
    with psycopg.connect(driver_conninfo(database_url)) as connection:
        connection.execute("ALTER TABLE clips ADD COLUMN later TEXT NOT NULL DEFAULT ''")
        connection.execute("ALTER TABLE costs ADD COLUMN later INTEGER")
        connection.execute("CREATE TABLE later (id INTEGER)")
        connection.execute("UPDATE alembic_version SET version_num = 'later'")
    port = free_port()
    machine.start("serve", "--port", str(port))
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "completed"}, 20)
