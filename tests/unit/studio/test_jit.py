import subprocess
import sys
from typing import Any, cast

import numpy as np
import pytest

from otehon.studio.jit import kernel
from otehon.studio.kernels.arguments import NoSignature, taken_apart
from otehon.studio.kernels.digest import name_of
from otehon.studio.painter.chroma import shrink
from otehon.studio.painter.raster import Box, box_of

DRAW = """
import sys
from otehon.studio.figure.asset import asset
from otehon.studio.figure.capsules import primitives
from otehon.studio.painter.warm import warm_kernels
list(warm_kernels(asset("fist").mesh, primitives("fist")))
print("numba" in sys.modules)
"""


def test_a_later_process_draws_without_numba() -> None:
    def draw() -> str:
        return subprocess.run(
            [sys.executable, "-c", DRAW], capture_output=True, text=True, check=True
        ).stdout.strip()

    draw()
    assert draw() == "False"


def test_parts_of_arrays_are_read_where_they_lie() -> None:
    full = np.arange(12 * 16, dtype=np.uint8).reshape(12, 16)
    part = full[2:8, 4:12]
    whole, cut = np.zeros((3, 4), np.uint8), np.zeros((6, 8), np.uint8)[::2, ::2]

    shrink(part.copy(), whole)
    shrink(part, cut)

    expected = (part.reshape(3, 2, 4, 2).astype(int).sum((1, 3)) + 2) // 4
    np.testing.assert_array_equal(whole, expected)
    np.testing.assert_array_equal(cut, expected)


def test_a_named_tuple_comes_back() -> None:
    out = np.zeros((2, 6), np.float32)
    out[0, :2], out[1, :2] = (10, 20), (30, 50)

    box = box_of(out, np.ones(2, np.uint8), 100, 200)

    assert box == Box(18, 54, 8, 34)


def test_what_no_kernel_can_take_is_refused() -> None:
    with pytest.raises(NoSignature, match="not str"):
        cast(Any, shrink)("full", "half")
    with pytest.raises(NoSignature, match="by their places"):
        shrink(full=np.zeros((2, 2), np.uint8), half=np.zeros((1, 1), np.uint8))


def test_machine_code_is_named_after_all_that_it_comes_from() -> None:
    step = 2

    def plus(text: str) -> Any:
        names: dict[str, Any] = {"STEP": step}
        exec(text, names)  # two functions that differ only in what they name
        return kernel(names["f"])

    args, _ = taken_apart((1,))
    same = plus("def f(x): return x + STEP")
    again = plus("def f(x): return x + STEP")
    other = plus("def f(x): return x - STEP")
    step = 3
    changed = plus("def f(x): return x + STEP")

    assert name_of(same, args) == name_of(again, args)
    assert len({name_of(each, args) for each in (same, other, changed)}) == 3
    assert name_of(same, args) != name_of(same, taken_apart((1.0,))[0])
