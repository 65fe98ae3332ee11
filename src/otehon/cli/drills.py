"""`otehon drills`: the catalogue."""

import json
from collections.abc import Mapping
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from otehon.cli.check import check
from otehon.cli.drill_page import drill_page
from otehon.cli.gallery import gallery
from otehon.cli.schema import schema
from otehon.cli.sheet import sheet
from otehon.drills.catalogue import catalogue
from otehon.drills.model import Drill
from otehon.drills.search import search
from otehon.drills.text import Language
from otehon.drills.vocabulary import Kind

app = typer.Typer(no_args_is_help=True, help="The catalogue of drills.")
app.command("check")(check)
app.command("sheet")(sheet)
app.command("gallery")(gallery)
app.command("schema")(schema)

AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable.")]
InLanguage = Annotated[Language, typer.Option("--lang", help="Language of the words.")]


@app.command("list")
def list_drills(
    kind: Annotated[Kind | None, typer.Option("--class", help="Only drills of this class.")] = None,
    query: Annotated[str, typer.Option("--search", help="Only drills called so, in any spelling.")] = "",
    with_mistake: Annotated[
        bool, typer.Option("--with-mistake", help="Only drills that show their usual mistake.")
    ] = False,
    lang: InLanguage = "ja",
    as_json: AsJson = False,
) -> None:
    """List the drills."""
    drills = [drill for drill in search(catalogue(), query) if kind in (None, drill.kind)]
    drills = [drill for drill in drills if drill.shown_mistake or not with_mistake]
    if as_json:
        typer.echo(json.dumps([_row(drill) for drill in drills], ensure_ascii=False, indent=1))
    elif drills:
        Console().print(_table(drills, lang))
    else:
        Console(stderr=True).print("No drill matches.")


@app.command("show")
def show_drill(
    drill_id: Annotated[str, typer.Argument(metavar="ID")], lang: InLanguage = "ja", as_json: AsJson = False
) -> None:
    """Show all that the catalogue knows about a drill."""
    drill = catalogue().get(drill_id)
    if as_json:
        typer.echo(json.dumps(_facts(drill), ensure_ascii=False, indent=1))
    else:
        Console().print(drill_page(drill, lang))


def _row(drill: Drill) -> Mapping[str, object]:
    row = drill.model_dump(mode="json", by_alias=True, include={"id", "names", "kind", "category"})
    return row | {"has_movement": drill.moves, "has_mistake": drill.shown_mistake is not None}


def _facts(drill: Drill) -> Mapping[str, object]:
    status = drill.status
    return drill.model_dump(mode="json", by_alias=True) | {"status": status and status.model_dump()}


def _table(drills: list[Drill], language: Language) -> Table:
    table = Table("id", "name", "class", "category", "movement", box=None, pad_edge=False)
    for drill in drills:
        moves = "yes" if drill.moves else "–"
        table.add_row(drill.id, drill.names.of(language), drill.kind, drill.category, moves)
    return table
