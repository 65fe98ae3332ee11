"""What is said when the painter must be compiled first."""

from rich.console import Console


def announce(console: Console) -> None:
    """Say so, where no earlier run has left compiled kernels."""
    from otehon.studio import kernel_cache

    if not kernel_cache.is_filled():
        console.print(
            f"otehon: compiling the painter into {kernel_cache.folder()}; this takes about 20 seconds, once.",
            markup=False,
        )
