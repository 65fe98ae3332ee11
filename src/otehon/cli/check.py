"""`otehon drills check`: every movement measured."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from otehon.drills.catalogue import catalogue, proofread
from otehon.drills.model import Drill

FAILED = 1
"""Exit code when any movement fails."""


def check(
    drill_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Drills; without any, all that move.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False,
) -> None:
    """Measure movements frame by frame on the drawn figure; exit 1 if any fails."""
    proofread()
    # The body is loaded when something is measured, not when the command line starts.
    from otehon.cli.check_page import check_page, demonstrations, passed, row

    progress = track(_chosen(drill_ids or []), "Checking", console=Console(stderr=True), transient=True)
    everything = (shown for drill in progress for shown in demonstrations(drill))
    outcomes = {shown.name: shown.outcome() for shown in everything}
    if as_json:
        typer.echo(json.dumps([row(*pair) for pair in outcomes.items()], ensure_ascii=False, indent=1))
    else:
        Console().print(check_page(outcomes))
    if not all(map(passed, outcomes.values())):
        raise typer.Exit(FAILED)


def _chosen(drill_ids: list[str]) -> list[Drill]:
    """The named drills, or all that move. UnknownDrill for an id that is none."""
    drills = [catalogue().get(drill_id) for drill_id in drill_ids] or list(catalogue())
    still = [drill.id for drill in drills if drill.movement is None]
    if drill_ids and still:
        Console(stderr=True).print(f"No movement yet, nothing to check: {', '.join(still)}.")
    return [drill for drill in drills if drill.movement is not None]
