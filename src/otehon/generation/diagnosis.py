"""What `otehon doctor` looks at: each part of an installation, and how to mend it. Never a value of a key."""

import asyncio
import ipaddress
import shutil
import tempfile
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from otehon.engines.base import Engine, Footage
from otehon.engines.registry import UnknownEngine, load_engine
from otehon.generation.media import PLAIN, MediaStore, MediaUnreachable
from otehon.settings import Settings
from otehon.store.address import driver_conninfo
from otehon.store.embedded import DatabaseUnavailable, EmbeddedPostgres

OLDEST_SERVER = 140_000
"""PostgreSQL 14, in the form of `server_version_num`."""

PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """How one part is.

    Args:
        part: its name.
        ok: whether it works.
        detail: what was found.
        mend: what to do, where it does not work.
    """

    part: str
    ok: bool
    detail: str
    mend: str = ""

    def as_json(self) -> dict[str, object]:
        """As it stands in `--json`."""
        return asdict(self)


async def examine(settings: Settings) -> AsyncGenerator[Finding]:
    """Look at one part after the other."""
    yield _home(settings)
    yield await _database(settings)
    yield await _media(settings)
    yield _kernels()
    yield _door(settings)
    for name in settings.engines:
        yield await _engine(name, settings)


def _home(settings: Settings) -> Finding:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.home):
            free = shutil.disk_usage(settings.home).free
    except OSError as error:
        return Finding(
            "home", False, f"{settings.home}: {error.strerror}", "Set OTEHON_HOME to a folder of yours."
        )
    detail = f"{settings.home}, {free / 1e6:.0f} MB free"
    mend = "Free disk space, or set OTEHON_HOME to another disk."
    return Finding("home", free >= settings.min_free_disk, detail, mend)


async def _database(settings: Settings) -> Finding:
    if settings.database_url is not None:
        return await _server(settings.database_url.get_secret_value(), "DATABASE_URL")
    embedded = EmbeddedPostgres(settings.home)
    try:
        return await _server(await asyncio.to_thread(embedded.start), "embedded")
    except DatabaseUnavailable as error:
        return Finding("database", False, error.what, error.do)
    finally:
        await asyncio.to_thread(embedded.stop)


async def _server(url: str, kind: str) -> Finding:
    mend = "Start that server, or correct DATABASE_URL (postgresql://user:password@host/database)."
    try:
        connection = await psycopg.AsyncConnection.connect(driver_conninfo(url), connect_timeout=PATIENCE)
    except (psycopg.Error, ValueError) as error:
        return Finding("database", False, f"{kind}: {type(error).__name__}", mend)
    async with connection:
        number = connection.info.server_version
    detail = f"{kind}, PostgreSQL {number // 10_000}.{number % 100}"
    return Finding("database", number >= OLDEST_SERVER, detail, "PostgreSQL 14 or later is needed.")


async def _media(settings: Settings) -> Finding:
    mend = "Correct OTEHON_MEDIA_URL, and give the bucket's credentials by its own variables."
    try:
        store = MediaStore.at(settings.media_url, settings.home)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "probe"
            file.write_bytes(b"probe")
            await asyncio.wait_for(store.keep("doctor", PLAIN, Footage(file)), PATIENCE)
        await store.remove("doctor")
    except (MediaUnreachable, OSError, ValueError, TimeoutError) as error:
        return Finding("media", False, type(error).__name__, mend)
    return Finding("media", True, "can be written")


def _kernels() -> Finding:
    from otehon.studio.kernels import code_cache

    folder = str(code_cache.folder())
    return Finding("kernels", code_cache.is_filled(), folder, "Run `otehon warmup`; it takes half a minute.")


def _door(settings: Settings) -> Finding:
    """Whether strangers on the network could have videos made."""
    if settings.api_token is not None:
        return Finding("access", True, "writes need OTEHON_API_TOKEN")
    try:
        private = ipaddress.ip_address(settings.host).is_loopback
    except ValueError:
        private = settings.host == "localhost"
    detail = f"no token, listening on {settings.host}"
    return Finding("access", private, detail, "Set OTEHON_API_TOKEN, or OTEHON_HOST to 127.0.0.1.")


async def _engine(name: str, settings: Settings) -> Finding:
    part = f"engine {name}"
    try:
        engine = load_engine(name, settings)
    except UnknownEngine as error:
        return Finding(part, False, error.what, error.do)
    try:
        missing = None if engine.capabilities.local else await _missing(engine)
    finally:
        await engine.close()
    return Finding(
        part, missing is None, missing or "ready", "Set what is missing in the environment or ./.env."
    )


async def _missing(engine: Engine) -> str | None:
    try:
        return await asyncio.wait_for(engine.check(), PATIENCE)
    except Exception as error:  # noqa: BLE001  an engine is anyone's code
        return f"does not answer ({type(error).__name__})"
