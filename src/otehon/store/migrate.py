"""Brings a database to this version's tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from otehon.store.address import sqlalchemy_url

LOCK = 8006_2025
"""Key of the advisory lock that lets one process at a time migrate."""


def migrate(url: str) -> None:
    """Run every migration that the database lacks, in one transaction, one process at a time. Blocks.

    Args:
        url: a `postgresql://` address.
    """
    engine = create_engine(sqlalchemy_url(url))
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
            command.upgrade(_config(connection), "heads")
    finally:
        engine.dispose()


def is_migrated(connection: Connection) -> bool:
    """Whether the database has been migrated at all."""
    try:
        return connection.scalar(text("SELECT to_regclass('alembic_version')")) is not None
    except SQLAlchemyError:
        return False


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
