"""`otehon drills gallery`: every contact sheet on one page, to be looked at."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from otehon.cli.gallery_page import Entry, gallery_page
from otehon.drills.catalogue import catalogue
from otehon.drills.movement import Movement

PICTURES = "sheets"
FORMS = {"wide": 4, "narrow": 2}
"""Pictures side by side, on a screen and on a phone."""
QUALITY = 80


def gallery(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for index.html and its pictures.")] = Path(
        "build/gallery"
    ),
    count: Annotated[int, typer.Option("--frames", min=2, max=48, help="Pictures on a sheet.")] = 12,
) -> None:
    """Write a page with the contact sheets of all movements, usual mistakes among them."""
    from otehon.studio.overlay.font import font_file

    (out / PICTURES).mkdir(parents=True, exist_ok=True)
    entries = list(_entries())
    for entry, movements in track(entries, "Drawing", console=Console(stderr=True), transient=True):
        _draw(movements, out / PICTURES, entry.name, count)
    still = [drill for drill in catalogue() if drill.movement is None]
    # For machines without a Japanese font; others do not load it.
    (out / "words.otf").write_bytes(font_file("regular").read_bytes())
    page = out / "index.html"
    page.write_text(gallery_page([entry for entry, _ in entries], still), "utf-8")
    typer.echo(str(page))


def _entries() -> Iterator[tuple[Entry, tuple[Movement, ...]]]:
    for drill in catalogue():
        if drill.movement is not None:
            yield Entry(drill.id, drill, None), catalogue().movements(drill)
        shown = [mistake for mistake in drill.mistakes if mistake.shows is not None]
        for number, mistake in enumerate(shown, 1):
            if mistake.shows is not None:
                yield Entry(f"{drill.id}-mistake-{number}", drill, mistake), (mistake.shows,)


def _draw(movements: tuple[Movement, ...], folder: Path, name: str, count: int) -> None:
    # Kernels are loaded when something is painted, not when the command line starts.
    from otehon.studio.contact_sheet import joined, tiles_of

    tiles = tiles_of(movements, count)
    for form, columns in FORMS.items():
        joined(tiles, columns).save(folder / f"{name}-{form}.webp", quality=QUALITY)
