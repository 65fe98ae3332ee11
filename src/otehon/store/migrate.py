"""Brings a database to this version's tables, and back."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from psycopg.errors import LockNotAvailable
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError

from otehon.errors import OtehonError
from otehon.store.address import sqlalchemy_url

log = structlog.get_logger()

LOCK = 8006_2025
"""Key of the advisory lock that lets one process at a time migrate."""

PATIENCE_MS = 3000
"""How long a table's lock is waited for. Whoever reads that table waits behind us meanwhile."""

TRIES = 5
PAUSE = 2.0
"""Seconds in which the readers who waited behind us go first."""


class DatabaseBusy(OtehonError):
    """A table that must be changed is held by another transaction."""

    exit_code = 10


class UnknownRevision(OtehonError):
    """The database cannot be brought there from where it is."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Revisions:
    """Where a database is.

    Args:
        current: its revision; None: it has none of our tables.
        known: this version's revisions and what each brings, oldest first.
    """

    current: str | None
    known: tuple[tuple[str, str], ...]

    @property
    def is_newer(self) -> bool:
        """Whether a later version of ours has migrated it."""
        return self.current is not None and self.current not in {revision for revision, _ in self.known}


def migrate(url: str) -> None:
    """Run every migration that the database lacks, in one transaction, one process at a time. Blocks.

    A database that a later version has migrated is left as it is: its migrations only add, so that old and
    new processes work side by side, and the old ones after a rollback.

    Args:
        url: a `postgresql://` address.

    Raises:
        DatabaseBusy: another transaction holds a table.
    """
    _change(url, _upgrade)


def downgrade(url: str, to: str = "-1") -> None:
    """Take migrations back, in one transaction. What they brought is lost. Blocks.

    Args:
        url: a `postgresql://` address.
        to: a revision, `base`, or `-1` for one step.

    Raises:
        UnknownRevision: there is no such revision below the database's.
        DatabaseBusy: another transaction holds a table.
    """

    def down(connection: Connection) -> None:
        try:
            command.downgrade(_config(connection), to)
        except CommandError as error:
            raise UnknownRevision(
                f"No way down to {to}: {error}.",
                "`otehon db show` lists the revisions; use the newest image.",
            ) from error

    _change(url, down)


def revisions(url: str) -> Revisions:
    """Where the database is, and what this version knows. Changes nothing."""
    engine = create_engine(sqlalchemy_url(url))
    try:
        with engine.connect() as connection:
            return _revisions(connection)
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    found = _revisions(connection)
    if found.is_newer:
        log.warning("the database is newer than this version, and stays so", revision=found.current)
        return
    command.upgrade(_config(connection), "heads")


def _revisions(connection: Connection) -> Revisions:
    scripts = ScriptDirectory.from_config(_config(connection)).walk_revisions()
    known = tuple((script.revision, script.doc) for script in scripts)
    return Revisions(MigrationContext.configure(connection).get_current_revision(), known[::-1])


def _change(url: str, change: Callable[[Connection], None]) -> None:
    engine = create_engine(sqlalchemy_url(url))
    try:
        for left in reversed(range(TRIES)):
            try:
                with engine.begin() as connection:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
                    connection.execute(text(f"SET LOCAL lock_timeout = {PATIENCE_MS}"))
                    return change(connection)
            except OperationalError as error:
                if not isinstance(error.orig, LockNotAvailable):
                    raise
                if not left:
                    raise DatabaseBusy(
                        "Another transaction holds a table that must be changed; a backup, perhaps.",
                        "Try again when it has ended.",
                    ) from error
            time.sleep(PAUSE)
    finally:
        engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
