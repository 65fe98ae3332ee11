"""The `otehon` command. Progress goes to stderr, data to stdout."""

import sys
from io import TextIOWrapper

import typer
from rich.console import Console

from otehon.cli import doctor, drills, emulate, extract, openapi, render, serve, sheet, warmup, worker
from otehon.errors import OtehonError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
drills.app.command("sheet")(sheet.sheet)
app.add_typer(drills.app, name="drills")
app.command("emulate")(emulate.emulate)
app.command("extract")(extract.extract)
app.command("openapi")(openapi.openapi)
app.command("render")(render.render)
app.command("warmup")(warmup.warmup)
app.command("doctor")(doctor.doctor)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)


@app.callback()
def otehon() -> None:
    """Turn a coach's written advice into a training video."""


def main() -> None:
    """Run the command; print a user's error as one line on stderr and leave with its exit code."""
    _speak_utf8()
    try:
        app()
    except OtehonError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"otehon: {error}", markup=False)
        sys.exit(error.exit_code)


def _speak_utf8() -> None:
    """Japanese reaches pipes and terminals whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
