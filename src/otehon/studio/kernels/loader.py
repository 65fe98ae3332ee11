"""Finds a kernel's machine code, or has it made."""

from otehon.studio.kernels import code_cache
from otehon.studio.kernels.arguments import Kinds
from otehon.studio.kernels.digest import name_of
from otehon.studio.kernels.native import Native
from otehon.studio.kernels.source import Source


def load(source: Source, kinds: Kinds, args: tuple[object, ...]) -> Native:
    """The version of a function for those kinds: what is kept, else compiled now from `args` and kept."""
    name, results = name_of(source, kinds), source.function.__annotations__["return"]
    kept = code_cache.read(name)
    if kept is not None:
        return Native(name, kept, kinds, results)

    from otehon.studio.kernels.compiler import compiled

    code = compiled(source, args)
    native = Native(name, code, kinds, results)
    code_cache.keep(name, code)
    return native
