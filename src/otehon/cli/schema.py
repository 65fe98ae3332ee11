"""`otehon drills schema`: the format of a drill file, for editors."""

import json

import typer

from otehon.drills.schema import drill_schema


def schema() -> None:
    """Print the JSON Schema of a drill file."""
    typer.echo(json.dumps(drill_schema(), ensure_ascii=False, indent=1))
