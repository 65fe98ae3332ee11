"""What a kernel's machine code depends on, as a name for it."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType, ModuleType

from otehon.studio.kernels.arguments import Kinds
from otehon.studio.kernels.source import Source
from otehon.studio.kernels.target import target


def name_of(kernel: Source, kinds: Kinds) -> str:
    """A name that changes with the kernel, all that it calls, its arguments' kinds, numba and the CPU."""
    digest = hashlib.sha256()
    for part in (machine(), _state_of(kernel), repr(kinds)):
        digest.update(part.encode())
    return f"{kernel.function.__name__}-{digest.hexdigest()[:32]}"


@cache
def machine() -> str:
    """The CPU, the compilers, and how we use them."""
    name, features = target()
    how = hashlib.sha256(Path(__file__).with_name("compiler.py").read_bytes()).hexdigest()
    python = f"{sys.implementation.cache_tag}{sys.abiflags}"
    return f"{version('numba')} {name} {features} {python} {how}"


@cache
def _state_of(kernel: Source) -> str:
    """The kernel's code and everything that it names, those that it calls included."""
    code, names = kernel.function.__code__, kernel.function.__globals__
    parts = [kernel.inline, code.co_code.hex(), repr(_constants(code)), repr(code.co_varnames)]
    for name in code.co_names:
        parts.append(f"{name} {_meaning(names[name])}" if name in names else name)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _constants(code: CodeType) -> list[object]:
    return [constant for constant in code.co_consts if not isinstance(constant, str)]


def _meaning(value: object) -> str:
    if isinstance(value, Source):
        return _state_of(value)
    if isinstance(value, ModuleType):
        return value.__name__
    return f"{value!r} {getattr(value, '_fields', '')}"
