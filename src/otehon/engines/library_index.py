"""The library's index: which clip shows which drill, under what licence."""

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from otehon.drills.folding import fold

INDEX = "index.json"
SHORTEST_WORD = 2

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


def _inside(path: str) -> str:
    parts = PurePosixPath(path).parts
    if path.startswith("/") or ".." in parts or not path.endswith(".mp4"):
        raise ValueError("a clip is an .mp4 inside the library")
    return path


class Entry(BaseModel):
    """One clip."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Annotated[Line, AfterValidator(_inside)] = Field(description="Its path in the library.")
    title: Line = Field(description="Shown with the clip.")
    licence: Line = Field(description="Shown with the clip.")
    drills: tuple[Line, ...] = Field(default=(), description="Ids of the catalogue.")
    words: tuple[Line, ...] = Field(default=(), description="What advice calls it, in Japanese or English.")


class Index(BaseModel):
    """`index.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clips: tuple[Entry, ...]


class WrongIndex(Exception):
    """The file is no index; the message says where."""


def read_index(data: bytes) -> Index:
    """The index in a file. Raises `WrongIndex`."""
    try:
        return Index.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise WrongIndex(f"{INDEX}, {place or 'whole'}: {first['msg']}") from error


def find_entry(index: Index, drill: str | None, title: str) -> Entry | None:
    """The clip of a drill: by its id, else by the name that the advice gives it, however it is spelt.

    A name equal to a word wins; else the longest word that the name contains.
    """
    if drill is not None:
        by_id = next((entry for entry in index.clips if drill in entry.drills), None)
        if by_id is not None:
            return by_id
    name = fold(title)
    fitting = [
        (fold(word) == name, len(fold(word)), entry)
        for entry in index.clips
        for word in entry.words
        if len(fold(word)) >= SHORTEST_WORD and fold(word) in name
    ]
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None
