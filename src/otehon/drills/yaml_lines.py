"""YAML read slowly: with the lines of everything, and what quick reading passes over. For complaints only."""

from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from otehon.drills.complaint import Path


def flaw(text: str) -> tuple[int, str] | None:
    """The line and the problem where a text is no plain YAML: a key given twice, a second document."""
    try:
        cast(Any, YAML(typ="safe", pure=True)).load(text)
    except MarkedYAMLError as error:
        mark = cast(Any, error).problem_mark
        return int(mark.line) + 1 if mark else 1, str(cast(Any, error).problem).splitlines()[0]
    except YAMLError as error:
        return 1, str(error).splitlines()[0]
    return None


def line_of(text: str, path: Path) -> int:
    """The line of the value at `path`, or of the nearest one round it."""
    node = cast("Node | None", cast(Any, YAML(typ="safe", pure=True)).compose(text))
    line = 1
    for key in path:
        child = _child(node, key)
        if child is None:
            break
        node, line = child, _first_line(child)
    return line


def _first_line(node: Node) -> int:
    mark = cast(Any, node).start_mark
    return int(mark.line) + 1


def _child(node: Node | None, key: str | int) -> Node | None:
    if isinstance(node, SequenceNode) and isinstance(key, int):
        items = cast("list[Node]", node.value)
        return items[key] if key < len(items) else None
    if isinstance(node, MappingNode):
        pairs = cast("list[tuple[Any, Node]]", node.value)
        return next((value for name, value in pairs if name.value == key), None)
    return None
