"""`otehon worker`: more hands for the queue, on any machine that reaches the database and the media."""

import asyncio
import signal
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from otehon.cli.configuration import load_settings

if TYPE_CHECKING:
    from otehon.settings import Settings


def worker(
    concurrency: Annotated[
        int | None, typer.Option(min=1, max=64, help="Clips that are rendered at once.")
    ] = None,
) -> None:
    """Work off the queue until stopped; steps that do not finish in time are handed back."""
    from otehon.telemetry import metrics_served, set_up_logging

    settings = load_settings(render_processes=concurrency)
    set_up_logging(settings)
    port = settings.metrics_port
    with nullcontext() if port is None else metrics_served(settings.host, port):
        asyncio.run(_until_stopped(settings))


async def _until_stopped(settings: "Settings") -> None:
    working = asyncio.create_task(_work(settings))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, working.cancel)
    await asyncio.wait({working})
    if not working.cancelled():
        working.result()


async def _work(settings: "Settings") -> None:
    from otehon.generation.advice_reader import read_advice_as_clips
    from otehon.generation.runtime import working_runtime

    async with working_runtime(settings, read_advice_as_clips):
        await asyncio.Event().wait()
