"""A kernel's machine code in memory, and how it is called."""

import ctypes
import struct
from collections.abc import Callable
from functools import cache
from typing import Any

from llvmlite import binding as llvm

from otehon.studio.kernels.arguments import Kinds, Words, format_of

ENTRY = "otehon_kernel"
"""The name of the function that takes (words, results) in every piece of machine code."""
_C_FUNCTION = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_char_p, ctypes.c_char_p)


class Native:
    """One version of a kernel in memory.

    Args:
        code: an object file that defines ENTRY.
        kinds: of its arguments.
        results: the named tuple of whole numbers that it returns, or None.
    """

    def __init__(self, name: str, code: bytes, kinds: Kinds, results: Callable[..., Any] | None) -> None:
        builder = llvm.JITLibraryBuilder().add_object_img(code).add_current_process().export_symbol(ENTRY)
        self._library: Any = builder.link(_linker(), name)
        self._run = _C_FUNCTION(self._library[ENTRY])
        self._arguments = struct.Struct(format_of(kinds))
        self._results = results
        self._returned = struct.Struct("=" + "q" * len(getattr(results, "_fields", ())))

    def __call__(self, words: Words) -> Any:
        """Run it; another thread may hold the GIL meanwhile."""
        back = bytes(self._returned.size)
        if self._run(self._arguments.pack(*words), back):
            raise RuntimeError("A kernel failed.")
        return self._results and self._results(*self._returned.unpack(back))


@cache
def _linker() -> llvm.LLJIT:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.create_lljit_compiler()
