"""`otehon db`: the database's tables, and the way back."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from otehon.cli.configuration import load_settings

if TYPE_CHECKING:
    from otehon.store.migrate import Revisions

app = typer.Typer(no_args_is_help=True, help="The database's tables, and the way back.")

Result = TypeVar("Result")


@app.command()
def show() -> None:
    """List this version's migrations, and where the database is."""
    from otehon.store.migrate import revisions

    _tell(_on_database(revisions))


@app.command()
def upgrade() -> None:
    """Run the migrations that the database lacks. Every start does the same."""
    from otehon.store.migrate import migrate, revisions

    _on_database(migrate)
    _tell(_on_database(revisions))


@app.command()
def downgrade(
    to: Annotated[
        str, typer.Argument(metavar="[REVISION]", help="Where to; one step when not given.")
    ] = "-1",
) -> None:
    """Take migrations back. What they brought is lost: stop this version's processes first."""
    from otehon.store.migrate import downgrade, revisions

    _on_database(lambda url: downgrade(url, to))
    _tell(_on_database(revisions))


def _on_database(action: Callable[[str], Result]) -> Result:
    from otehon.generation.runtime import database_address, reach

    async def act() -> Result:
        async with database_address(load_settings()) as url:
            await reach(url)
            return await asyncio.to_thread(action, url)

    return asyncio.run(act())


def _tell(found: "Revisions") -> None:
    for revision, what in found.known:
        typer.echo(f"{'→' if revision == found.current else ' '} {revision}  {what}")
    if found.is_newer:
        typer.echo(f"→ {found.current}  of a later version")
