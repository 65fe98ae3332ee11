"""`otehon serve`: the API and its workers in one process."""

from typing import Annotated

import typer

from otehon.cli.configuration import load_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 picks a free one.")] = None,
    work: Annotated[bool, typer.Option(help="Also work off the queue in this process.")] = True,
) -> None:
    """Serve the API on http://127.0.0.1:8006 and make the videos it is asked for."""
    from otehon.api.app import create_app
    from otehon.api.server import run_server
    from otehon.engines.registry import load_engines
    from otehon.generation.advice_reader import read_advice_as_clips
    from otehon.generation.runtime import open_runtime, working_runtime
    from otehon.telemetry import set_up_logging

    settings = load_settings(host=host, port=port)
    set_up_logging(settings)
    load_engines(settings)  # a wrong name is told now, not when the first clip is asked for
    opening = working_runtime if work else open_runtime
    run_server(create_app(settings, lambda: opening(settings, read_advice_as_clips)), settings)
