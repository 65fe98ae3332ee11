import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from otehon.studio.kernels.target import promised, target

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="x86-64's levels")

LACKING = """
from llvmlite import binding
from otehon.studio.kernels import target as kernel_target
whole = binding.get_host_cpu_features
binding.get_host_cpu_features = lambda: type(whole())(whole(), avx2=False)
print(*kernel_target.target())
"""

COMPILED = """
from otehon.studio.jit import kernel
from otehon.studio.kernels import code_cache
import numpy as np
@kernel
def doubled(values: np.ndarray) -> None:
    for i in range(values.size):
        values[i] = values[i] * 2.0
values = np.arange(1000, dtype=np.float64)
doubled(values)
print(values.sum())
"""


def run(code: str, home: Path, cpu: str) -> str:
    environment = {**os.environ, "NUMBA_CPU_NAME": cpu, "OTEHON_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_level_promises_all_that_the_levels_below_do() -> None:
    assert promised("x86-64") == ()
    assert {"sse4.2", "avx2"} <= set(promised("x86-64-v3"))
    assert "avx512f" not in promised("x86-64-v3")
    assert promised("neoverse-n1") == ()


def test_this_machine_is_the_target_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NUMBA_CPU_NAME", raising=False)
    assert target.__wrapped__().features.count(",") > 20


def test_a_machine_below_the_level_compiles_its_own(tmp_path: Path) -> None:
    name, features = run(LACKING, tmp_path, "x86-64-v3").split()
    assert name != "x86-64-v3"
    assert features.count(",") > 20


def test_a_kernel_for_a_low_level_uses_nothing_above_it(tmp_path: Path) -> None:
    """Most of AVX's instructions begin with C5, which the lowest level does not know."""
    for level in ("x86-64", "x86-64-v3"):
        assert run(COMPILED, tmp_path / level, level) == "999000.0"
    sizes = {level: code_of(tmp_path / level).count(b"\xc5") for level in ("x86-64", "x86-64-v3")}
    assert sizes["x86-64"] < sizes["x86-64-v3"]


def code_of(home: Path) -> bytes:
    (file,) = (home / "kernels").glob("doubled-*.o")
    return file.read_bytes()
