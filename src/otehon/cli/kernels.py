"""What is said when the painter must be compiled first."""

from rich.console import Console


def announce(console: Console) -> None:
    """Say so, where no earlier run has left compiled kernels."""
    from otehon.studio.kernels import code_cache

    if not code_cache.is_filled():
        console.print(
            f"otehon: compiling the painter into {code_cache.folder()}; this takes about 20 seconds, once.",
            markup=False,
        )
