"""The one door to machine code: what becomes of the studio's kernels.

A kernel is a plain typed function of arrays and numbers. numba compiles it once, for this CPU; the machine
code is kept on disk. Later processes load that and never import numba, which alone takes half a second.
"""

import threading
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

from otehon.studio.kernels.arguments import Kinds, NoSignature, taken_apart
from otehon.studio.kernels.loader import load
from otehon.studio.kernels.native import Native
from otehon.studio.kernels.source import Inline, Source

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def kernel(function: Callable[Parameters, Result]) -> "Kernel[Parameters, Result]":
    """Machine code that runs without the GIL, in place of a function of arrays and numbers."""
    return Kernel(function, "never")


def inlined(function: Callable[Parameters, Result]) -> "Kernel[Parameters, Result]":
    """As `kernel`, for what is called once a pixel, vertex or triangle: its body takes the place of the call.

    Handing over a tuple of arrays costs more than such a body does.
    """
    return Kernel(function, "always")


class Kernel(Source, Generic[Parameters, Result]):
    """A function that runs as machine code, one version for each combination of kinds of arguments."""

    def __init__(self, function: Callable[Parameters, Result], inline: Inline) -> None:
        super().__init__(function, inline)
        self.__doc__ = function.__doc__
        self._versions: dict[Kinds, Native] = {}

    def __call__(self, *args: Parameters.args, **named: Parameters.kwargs) -> Result:
        """Run it."""
        if named:
            raise NoSignature(f"{self.function.__name__} takes its arguments by their places.")
        kinds, words = taken_apart(args)
        version = self._versions.get(kinds)
        if version is None:
            version = self._loaded(kinds, args)
        return version(words)

    def _loaded(self, kinds: Kinds, args: tuple[object, ...]) -> Native:
        with _LOADING:
            if kinds not in self._versions:
                self._versions[kinds] = load(self, kinds, args)
            return self._versions[kinds]


# Two painters may ask for the same kernel at once; numba compiles one at a time anyway.
_LOADING = threading.RLock()
