"""Movements told by their difference from another one: `like`, and the mistakes that a drill `shows`.

A difference is a JSON Merge Patch (RFC 7396): what it names replaces, mappings are gone into, null takes
away.
"""

from collections.abc import Mapping
from typing import cast

from otehon.drills.source import Data, Source

LIKE = "like"


def resolved(data: Mapping[Source, Data]) -> dict[Source, Data]:
    """The files' data with every movement written out in full.

    Raises:
        InvalidDrill: a movement is like one that does not exist, that has no movement, or in the end like
            itself.
    """
    files = {source.stem: source for source in data}
    movements = {source: _movement(source, data, files, ()) for source in data}
    return {source: _with(data[source], movement) for source, movement in movements.items()}


def merged(base: object, change: object) -> object:
    """`base` with the change made to it."""
    if not isinstance(change, dict):
        return change
    known = cast(Data, base) if isinstance(base, dict) else {}
    out = {key: value for key, value in known.items() if key not in change}
    for key, value in cast(Data, change).items():
        if value is not None:
            out[key] = merged(known.get(key), value)
    return out


def _movement(
    source: Source, data: Mapping[Source, Data], files: Mapping[str, Source], seen: tuple[str, ...]
) -> object:
    movement = data[source].get("movement")
    if not isinstance(movement, dict) or LIKE not in movement:
        return cast(object, movement)
    change = dict(cast(Data, movement))
    base = str(change.pop(LIKE))
    _check_base(source, base, files, (*seen, source.stem))
    found = _movement(files[base], data, files, (*seen, source.stem))
    if found is None:
        raise source.wrong(("movement", LIKE), f"{base} has no movement.", "Name a drill that has one.")
    return merged(found, change)


def _check_base(source: Source, base: str, files: Mapping[str, Source], seen: tuple[str, ...]) -> None:
    place = ("movement", LIKE)
    if base not in files:
        raise source.wrong(place, f"there is no drill {base!r}.", "Name one that has a movement.")
    if base in seen:
        circle = " is like ".join((*seen[seen.index(base) :], base))
        raise source.wrong(place, f"{circle}.", "Write one of them out.")


def _with(data: Data, movement: object) -> Data:
    """The data with its movement, and its mistakes as movements, written out."""
    if movement is None:
        return data
    mistakes = data.get("mistakes")
    if not isinstance(mistakes, list):
        return {**data, "movement": movement}
    shown = [_shown(mistake, movement) for mistake in cast("list[object]", mistakes)]
    return {**data, "movement": movement, "mistakes": shown}


def _shown(mistake: object, movement: object) -> object:
    if not isinstance(mistake, dict) or "shows" not in mistake:
        return cast(object, mistake)
    found = cast(Data, mistake)
    return {**found, "shows": merged(movement, found["shows"])}
