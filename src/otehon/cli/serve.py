"""`otehon serve`: the API and its workers in one process."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from otehon.cli.configuration import load_settings
from otehon.samples import sample_advice

if TYPE_CHECKING:
    from otehon.generation.runtime import Runtime

SAMPLE_RUN = 1


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 picks a free one.")] = None,
    work: Annotated[bool, typer.Option(help="Also work off the queue in this process.")] = True,
    sample: Annotated[bool, typer.Option("--sample", help="Have run 1 ready, a sample advice.")] = False,
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

    def opening() -> AbstractAsyncContextManager["Runtime"]:
        return (working_runtime if work else open_runtime)(settings, read_advice_as_clips)

    address = f"http://{settings.host}:{settings.port}"
    run_server(create_app(settings, _with_sample(opening, address) if sample else opening), settings)


def _with_sample(
    opening: Callable[[], AbstractAsyncContextManager["Runtime"]], address: str
) -> Callable[[], AbstractAsyncContextManager["Runtime"]]:
    @asynccontextmanager
    async def opened() -> AsyncGenerator["Runtime"]:
        async with opening() as runtime:
            await runtime.requests.submit_advice(sample_advice(), SAMPLE_RUN)
            say = Console(stderr=True, highlight=False).print
            say(f"\nOtehon is at [bold]{address}/[/]")
            say(f"A sample run: [bold]{address}/result/{SAMPLE_RUN}/[/]\n")
            yield runtime

    return opened
