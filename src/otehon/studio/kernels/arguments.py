"""A kernel's arguments, taken apart into words of eight bytes.

An array goes as the address of its NumPy object: the machine code reads place, shape and strides from there,
which costs a tenth of asking for them in Python. A named tuple goes as what is in it.
"""

from typing import Any, TypeAlias, cast

import numpy as np

Kinds: TypeAlias = tuple[object, ...]
"""What distinguishes versions of a kernel: of arrays their dtype, dimensions and whether they are contiguous
and may be written to; of tuples their class and length; of numbers their type. Depth first."""
Words: TypeAlias = list[int | float]

FORMATS: dict[object, str] = {bool: "q", int: "q", float: "d", np.float32: "f4x"}
"""The numbers that kernels take, and how `struct` packs them into eight bytes."""


class NoSignature(TypeError):
    """A kernel was given what it cannot take."""


def taken_apart(args: tuple[object, ...]) -> tuple[Kinds, Words]:
    """The kinds and the words of all arguments.

    Raises:
        NoSignature: one is no array, number or tuple of such.
    """
    kinds: list[object] = []
    words: Words = []
    _take_apart(args, kinds, words)
    return tuple(kinds), words


def _take_apart(args: tuple[Any, ...], kinds: list[object], words: Words) -> None:
    for arg in args:
        if type(arg) is np.ndarray:
            flags = arg.flags
            kinds.append((arg.dtype.char, arg.ndim, flags.c_contiguous, flags.writeable))
            words.append(id(arg))
        elif isinstance(arg, tuple):
            members = cast(tuple[Any, ...], arg)
            kinds.append((type(members), len(members)))
            _take_apart(members, kinds, words)
        elif (kind := cast(type[object], type(arg))) in FORMATS:
            kinds.append(kind)
            words.append(arg)
        elif isinstance(arg, np.integer):
            kinds.append(int)
            words.append(int(cast(int, arg)))
        else:
            raise NoSignature(f"A kernel takes arrays, numbers and tuples of them, not {type(arg).__name__}.")


def format_of(kinds: Kinds) -> str:
    """How `struct` packs the words of those kinds."""
    return "=" + "".join(_format(kind) for kind in kinds)


def _format(kind: object) -> str:
    if isinstance(kind, tuple):
        return "Q" if len(cast(tuple[object, ...], kind)) == 4 else ""
    return FORMATS[kind]
