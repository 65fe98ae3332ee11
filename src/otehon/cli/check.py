"""`otehon drills check`: every movement measured."""

import json
from pathlib import Path
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
    table: Annotated[
        Path | None, typer.Option(help="Renew that page of all movements: measure what has changed since.")
    ] = None,
) -> None:
    """Measure movements frame by frame on the drawn figure; exit 1 if any fails."""
    proofread()
    if table is not None:
        _renew(table)
        return
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


def _renew(path: Path) -> None:
    """Bring the page up to date; exit 1 where a movement fails."""
    from otehon.cli.check_page import demonstrations
    from otehon.cli.check_table import digest_of, is_passed, kept_rows, row_of, table_page

    kept = kept_rows(path.read_text("utf-8") if path.exists() else "")
    everything = [shown for drill in _chosen([]) for shown in demonstrations(drill)]
    rows: list[str] = []
    for shown in track(everything, "Checking", console=Console(stderr=True), transient=True):
        digest, row = kept.get(shown.name, ("", ""))
        rows.append(row if digest == digest_of(shown) else row_of(shown, shown.outcome()))
    path.write_text(table_page(rows), "utf-8")
    typer.echo(str(path))
    failed = [row.split(" | ")[0].strip("| ") for row in rows if not is_passed(row)]
    if failed:
        Console(stderr=True).print(f"`otehon drills check` says why these fail: {', '.join(failed)}.")
        raise typer.Exit(FAILED)


def _chosen(drill_ids: list[str]) -> list[Drill]:
    """The named drills, or all that move. UnknownDrill for an id that is none."""
    drills = [catalogue().get(drill_id) for drill_id in drill_ids] or list(catalogue())
    still = [drill.id for drill in drills if drill.movement is None]
    if drill_ids and still:
        Console(stderr=True).print(f"No movement yet, nothing to check: {', '.join(still)}.")
    return [drill for drill in drills if drill.movement is not None]
