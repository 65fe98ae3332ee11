"""Solved movements, kept: in the process, and on disk for the next one."""

import hashlib
import pickle
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from otehon.drills.movement import Movement
from otehon.motion.perform import Side, perform
from otehon.motion.performance import Performance
from otehon.studio.kernels import code_cache


@lru_cache(maxsize=64)
def performance_of(movement_json: str, side: Side) -> Performance:
    """The performance of a movement, given as its JSON so that equal movements are solved once."""
    name = f"performances/{_key(movement_json, side)}.pickle"
    kept = _kept(code_cache.kept(name))
    if kept is not None:
        return kept
    solved = perform(Movement.model_validate_json(movement_json), side=side)
    _keep(solved, code_cache.folder() / name)
    return solved


def rehearsed(movement: Movement, side: Side) -> Performance:
    """The performance of a movement by that side.

    Raises:
        InvalidDrill: it cannot be performed.
    """
    return performance_of(movement.model_dump_json(by_alias=True), side)


def _key(movement_json: str, side: Side) -> str:
    return hashlib.sha256(f"{_solver()} {side} {movement_json}".encode()).hexdigest()[:32]


@cache
def _solver() -> str:
    """Changes with every change of the code that solves."""
    digest = hashlib.sha256()
    for file in sorted(_sources(files("otehon.motion")), key=lambda file: file.name):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    inside = [file for child in folder.iterdir() if child.is_dir() for file in _sources(child)]
    return inside + [child for child in folder.iterdir() if child.name.endswith(".py")]


def _kept(path: Path) -> Performance | None:
    try:
        loaded = pickle.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.UnpicklingError):
        return None
    return loaded if isinstance(loaded, Performance) else None


def _keep(performance: Performance, path: Path) -> None:
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(exist_ok=True)
        partial.write_bytes(pickle.dumps(performance))
        partial.replace(path)
    except OSError:
        # It is solved again next time; no clip fails for want of a cache.
        partial.unlink(missing_ok=True)
