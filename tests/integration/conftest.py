import os
import shutil
import tempfile
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from otehon.store.address import driver_conninfo
from otehon.store.database import Database
from otehon.store.embedded import cluster_directory, embedded_postgres
from otehon.store.migrate import migrate

TEMPLATE = "template_otehon"


def address_of(server: str, database: str) -> str:
    return server.replace("/postgres?", f"/{database}?", 1)


@pytest.fixture(scope="session")
def server() -> Generator[str]:
    home = Path(tempfile.mkdtemp(prefix="otehon-test-"))
    home.chmod(0o755)
    with embedded_postgres(home) as url:
        with psycopg.connect(driver_conninfo(url), autocommit=True) as admin:
            # Durability is tested in the benchmarks with kill -9 of the workers, never of the machine.
            admin.execute("ALTER SYSTEM SET fsync = off")
            admin.execute("SELECT pg_reload_conf()")
            admin.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(address_of(url, TEMPLATE))
        yield url
    shutil.rmtree(cluster_directory(home), ignore_errors=True)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def database_url(server: str) -> Generator[str]:
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(driver_conninfo(server), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY".encode())
        yield address_of(server, name)
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
async def database(database_url: str) -> AsyncGenerator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("OTEHON_") or name == "DATABASE_URL"]:
        monkeypatch.delenv(name)
