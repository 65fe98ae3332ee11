"""The one door to numba: how the studio's kernels are compiled."""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar

import llvmlite.binding
import numba
from numba.core import config

from otehon.studio import kernel_cache

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def kernel(function: Kernel) -> Kernel:
    """Compile a function of arrays and numbers to machine code that runs without the GIL and is kept on
    disk."""
    return _compiled(function, "never")


def inlined(function: Kernel) -> Kernel:
    """As `kernel`, for what is called once a pixel, vertex or triangle: its body takes the place of the call.

    Handing over a tuple of arrays costs more than such a body does.
    """
    return _compiled(function, "always")


def _compiled(function: Kernel, inline: Literal["never", "always"]) -> Kernel:
    _prepare()
    compiled = numba.njit(cache=True, fastmath=True, nogil=True, error_model="numpy", inline=inline)
    return compiled(function)  # pyright: ignore[reportReturnType, reportUnknownVariableType]


@cache
def _prepare() -> None:
    config.CACHE_DIR = str(kernel_cache.folder())  # pyright: ignore[reportAttributeAccessIssue]
    # The block loops touch a dozen arrays at once; with LLVM's default limit on alias checks they stay
    # scalar.
    llvmlite.binding.set_option("", "--runtime-memory-check-threshold=512")  # pyright: ignore[reportUnknownMemberType]
