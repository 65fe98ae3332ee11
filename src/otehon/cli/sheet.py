"""`otehon drills sheet`: pictures of a movement at a glance."""

from pathlib import Path
from typing import Annotated

import typer

from otehon.drills.catalogue import catalogue
from otehon.drills.model import Drill
from otehon.drills.movement import Movement
from otehon.errors import InvalidDrill


def sheet(
    drill_ids: Annotated[list[str], typer.Argument(metavar="ID…")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the pictures.")] = Path(),
    count: Annotated[int, typer.Option("--frames", min=2, max=48, help="Pictures on a sheet.")] = 12,
    azimuth: Annotated[float | None, typer.Option(help="Look from there instead, degrees.")] = None,
    elevation: Annotated[float | None, typer.Option(help="Look from there instead, degrees.")] = None,
    mistake: Annotated[bool, typer.Option("--mistake", help="The usual mistake instead.")] = False,
) -> None:
    """Write a contact sheet of each drill's movement: ID.png, with the time and the pose of every picture."""
    # Kernels are loaded when something is painted, not when the command line starts.
    from otehon.studio.contact_sheet import write_sheet

    for drill_id in drill_ids:
        movements = _movements(catalogue().get(drill_id), mistake)
        path = out / f"{drill_id}{'-mistake' if mistake else ''}.png"
        write_sheet([_seen(movement, azimuth, elevation) for movement in movements], path, count)
        typer.echo(str(path))


def _seen(movement: Movement, azimuth: float | None, elevation: float | None) -> Movement:
    """The movement, looked at from there."""
    asked = {"azimuth": azimuth, "elevation": elevation}
    changes = {name: value for name, value in asked.items() if value is not None}
    return movement.model_copy(update={"camera": movement.camera.model_copy(update=changes)})


def _movements(drill: Drill, mistake: bool) -> tuple[Movement, ...]:
    """InvalidDrill where there is nothing to draw."""
    wrong = drill.shown_mistake
    shown = (wrong.shows,) if wrong and wrong.shows else ()
    found = shown if mistake else catalogue().movements(drill)
    if not found:
        what = "shows no mistake yet" if mistake else "has no movement yet"
        raise InvalidDrill(f"{drill.id} {what}.", f"Add one to drills/data/{drill.id}.yaml.")
    return found
