"""Finds engines by name, ours through the same door as anyone's."""

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points

from otehon.engines.base import Engine
from otehon.errors import OtehonError
from otehon.settings import Settings

GROUP = "otehon.engines"

EngineFactory = Callable[[Settings], Engine]
"""What an entry point of the group names: called once per process."""


class UnknownEngine(OtehonError):
    """The settings name an engine that no installed package provides."""

    exit_code = 8


def engine_names() -> list[str]:
    """The names of every installed engine."""
    return sorted(point.name for point in entry_points(group=GROUP))


def load_engines(settings: Settings) -> Mapping[str, Engine]:
    """The engines that the settings name, in their order of preference.

    Raises:
        UnknownEngine: a name is not installed.
    """
    return {name: load_engine(name, settings) for name in dict.fromkeys(settings.engines)}


def load_engine(name: str, settings: Settings) -> Engine:
    """One engine by its name.

    Raises:
        UnknownEngine: the name is not installed.
    """
    for point in entry_points(group=GROUP, name=name):
        factory: EngineFactory = point.load()
        return factory(settings)
    raise UnknownEngine(
        f"There is no engine {name!r}.", f"Set OTEHON_ENGINES to some of: {', '.join(engine_names())}."
    )
