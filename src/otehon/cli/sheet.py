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
        movement = _movement(catalogue().get(drill_id), mistake)
        camera = movement.camera
        seen = camera.model_copy(
            update={
                "azimuth": camera.azimuth if azimuth is None else azimuth,
                "elevation": camera.elevation if elevation is None else elevation,
            }
        )
        path = out / f"{drill_id}{'-mistake' if mistake else ''}.png"
        write_sheet(movement.model_copy(update={"camera": seen}), path, count)
        typer.echo(str(path))


def _movement(drill: Drill, mistake: bool) -> Movement:
    """InvalidDrill where there is nothing to draw."""
    wrong = drill.shown_mistake
    found = (wrong and wrong.shows) if mistake else drill.movement
    if found is None:
        what = "shows no mistake yet" if mistake else "has no movement yet"
        raise InvalidDrill(f"{drill.id} {what}.", f"Add one to drills/data/{drill.id}.yaml.")
    return found
