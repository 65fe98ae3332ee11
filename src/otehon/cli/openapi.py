"""`otehon openapi`: the API's description, from which clients are generated."""

import json

import typer


def openapi() -> None:
    """Print the OpenAPI document of the HTTP API."""
    from otehon.api.openapi import document

    typer.echo(json.dumps(document(), ensure_ascii=False, indent=1))
