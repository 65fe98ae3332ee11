"""Imports run downward only, those inside functions too."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
LAYERS = (
    {"cli"},
    {"api", "client"},
    {"generation"},
    {"engines"},
    {"prompts", "store"},
    {"studio"},
    {"motion"},
    {"advice"},
    {"drills"},
)
"""Highest first."""

HEIGHTS = {name: -at for at, layer in enumerate(LAYERS) for name in layer}


LATE = {"otehon.studio.jit", "otehon.studio.kernels.compiler"}
"""Named by the kernels' modules for types, or where an earlier process left no machine code."""


def modules() -> Mapping[str, Path]:
    paths = SOURCE.rglob("*.py")
    return {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in paths
    }


def imported(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module in known:
            for one in node.names:
                inside = f"{node.module}.{one.name}"
                yield inside if inside in known else node.module


@pytest.fixture(scope="module")
def imports() -> Mapping[str, set[str]]:
    known = modules()
    return {name: set(imported(path, known)) - {name} for name, path in known.items()}


def height(module: str) -> int | None:
    return HEIGHTS.get(f"{module}.".split(".")[1])


def test_no_module_needs_itself_to_be_there_first(imports: Mapping[str, set[str]]):
    assert list(TopologicalSorter(imports).static_order())


def test_nothing_is_imported_from_above(imports: Mapping[str, set[str]]):
    upward = [
        f"{module} -> {other}"
        for module, others in imports.items()
        for other in others
        if (here := height(module)) is not None and (there := height(other)) is not None and there > here
    ]
    assert not upward
