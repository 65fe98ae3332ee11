"""Which processor kernels are compiled for: this machine's, or the one that `NUMBA_CPU_NAME` names.

An image is built on one machine and runs on others. Compiled for a level that all of them have, its kernels
fit everywhere; a machine below that level compiles its own.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from llvmlite import binding as llvm

# The x86-64 psABI's levels, by LLVM's names of features, without what the level below has.
_LEVELS = {
    "x86-64": (),
    "x86-64-v2": ("cx16", "popcnt", "sahf", "sse3", "sse4.1", "sse4.2", "ssse3"),
    "x86-64-v3": ("avx", "avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe", "xsave"),
    "x86-64-v4": ("avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512vl"),
}


class Target(NamedTuple):
    """A processor, as LLVM wants it described.

    Args:
        name: LLVM's name of it.
        features: `+avx2,-sse4a,…` beyond what the name says.
    """

    name: str
    features: str


@cache
def target() -> Target:
    """The processor to compile for."""
    named = os.environ.get("NUMBA_CPU_NAME", "")
    features = cast(Mapping[str, bool], llvm.get_host_cpu_features())
    if named and all(features.get(feature) for feature in promised(named)):
        return Target(named, os.environ.get("NUMBA_CPU_FEATURES", ""))
    return Target(llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten())


def promised(name: str) -> tuple[str, ...]:
    """The features that code for a level may use; none for another name: who gives it vouches for it."""
    names = list(_LEVELS)
    levels = names[: names.index(name) + 1] if name in _LEVELS else []
    return tuple(feature for level in levels for feature in _LEVELS[level])
