"""`otehon warmup`: everything that is made once and kept."""

import typer
from rich.console import Console


def warmup() -> None:
    """Compile the painter and solve the catalogue's movements, so that the first video comes at once."""
    from otehon.cli.kernels import announce
    from otehon.studio.kernels import code_cache
    from otehon.studio.warming import steps

    console = Console(stderr=True, highlight=False)
    announce(console)
    for done, name in enumerate(steps(), 1):
        console.print(f"{done:3}  {name}", markup=False)
    typer.echo(str(code_cache.folder()))
