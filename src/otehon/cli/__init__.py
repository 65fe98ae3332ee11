"""The `otehon` command. Progress goes to stderr, data to stdout."""

import sys
from collections.abc import Iterable
from importlib import import_module
from io import TextIOWrapper

import typer

from otehon.errors import OtehonError

COMMANDS = (
    "emulate",
    "extract",
    "openapi",
    "prompt",
    "render",
    "warmup",
    "costs",
    "doctor",
    "gateway",
    "serve",
    "worker",
)
GROUPS = ("db", "drills")


def command_line(names: Iterable[str] = (*GROUPS, *COMMANDS)) -> typer.Typer:
    """The command line with the commands and groups of those names; each lives in a module of its name.

    Only their modules are loaded: all of them take longer than drawing a second of video.
    """
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(otehon)
    for name in names:
        module = import_module(f"otehon.cli.{name}")
        if name in GROUPS:
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(getattr(module, name))
    return app


def otehon() -> None:
    """Turn a coach's written advice into a training video."""


def main() -> None:
    """Run the command; print a user's error as one line on stderr and leave with its exit code."""
    _speak_utf8()
    asked = sys.argv[1:2]
    app = command_line(asked) if {*asked} & {*GROUPS, *COMMANDS} else command_line()
    try:
        app()
    except OtehonError as error:
        from rich.console import Console

        Console(stderr=True, highlight=False, soft_wrap=True).print(f"otehon: {error}", markup=False)
        sys.exit(error.exit_code)


def _speak_utf8() -> None:
    """Japanese reaches pipes and terminals whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
