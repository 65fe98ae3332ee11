import re
from pathlib import Path
from typing import cast

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from otehon.api.measures import collect
from otehon.cli import command_line
from otehon.settings import setting_names
from otehon.store.database import Database
from otehon.store.rows import Stage

DOCS = Path(__file__).parents[2] / "docs"
SERVICE = (DOCS / "service.md").read_text()
SETTINGS = (DOCS / "settings.md").read_text()


@pytest.mark.parametrize("name", setting_names())
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in SETTINGS


def test_no_setting_is_documented_that_there_is_not() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", SETTINGS, re.MULTILINE))
    assert documented == set(setting_names())


def test_every_route_is_documented() -> None:
    from otehon.api.openapi import document

    paths: dict[str, dict[str, object]] = document()["paths"]
    missing = [
        f"{method.upper()} {path}"
        for path, methods in paths.items()
        for method in methods
        if f"`{method.upper()} {path}`" not in SERVICE
    ]
    assert missing == []


async def test_every_metric_is_documented(database: Database) -> None:
    names = set(re.findall(r"^# TYPE (otehon_\w+) ", (await collect(database)).decode(), re.MULTILINE))
    names = {name for name in names if not name.endswith("_created")}
    assert {name for name in names if f"`{name}`" not in SERVICE} == set()


@pytest.mark.parametrize("name", ["serve", "worker", "doctor"])
def test_every_flag_of_the_services_commands_is_documented(name: str) -> None:
    group = cast(TyperGroup, get_command(command_line()))
    command = group.commands[name]
    flags = [flag for option in command.params for flag in (*option.opts, *option.secondary_opts)]
    assert [flag for flag in flags if f"`{flag}`" not in SERVICE and flag != "--help"] == []


def test_every_command_on_the_database_is_documented() -> None:
    group = cast(TyperGroup, cast(TyperGroup, get_command(command_line())).commands["db"])
    assert [name for name in group.commands if f"`otehon db {name}`" not in SERVICE] == []


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_documented(stage: Stage) -> None:
    assert f"| `{stage}` |" in SERVICE
