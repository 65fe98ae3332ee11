"""All drills, read once from their files."""

from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, NamedTuple

from otehon.drills.complaint import Path
from otehon.drills.folding import fold
from otehon.drills.model import UNKNOWN, Drill
from otehon.drills.movement import Movement
from otehon.drills.source import Source
from otehon.drills.text import LANGUAGES, Language
from otehon.drills.variants import resolved
from otehon.errors import InvalidDrill, UnknownDrill

SHIPPED: Final = files("otehon.drills") / "data"


class Word(NamedTuple):
    """One thing that a drill is called."""

    name: str
    language: Language
    drill_id: str


class Catalogue:
    """The drills, in the order of their ids."""

    def __init__(self, drills: Iterable[Drill]) -> None:
        by_id = {drill.id: drill for drill in sorted(drills, key=lambda drill: drill.id)}
        self._drills: Mapping[str, Drill] = MappingProxyType(by_id)

    def __iter__(self) -> Iterator[Drill]:
        return iter(self._drills.values())

    def __len__(self) -> int:
        return len(self._drills)

    def __contains__(self, drill_id: object) -> bool:
        return drill_id in self._drills

    def get(self, drill_id: str) -> Drill:
        """The drill of that id.

        Raises:
            UnknownDrill: there is none; the nearest ids are named.
        """
        if drill_id in self._drills:
            return self._drills[drill_id]
        near = self._nearest(drill_id)
        do = f"Did you mean {', '.join(near)}?" if near else "`otehon drills list` shows all ids."
        raise UnknownDrill(f"There is no drill {drill_id!r}.", do)

    def first_id(self, drill_id: str) -> str:
        """The id under which the first 96 drills have it: its own, the one it is a kind of, or `unknown`."""
        drill = self._drills.get(drill_id)
        return drill.kind_of or drill.id if drill else UNKNOWN

    def movements(self, drill: Drill) -> tuple[Movement, ...]:
        """What a clip of the drill shows in turn: its movement, and what is done between, in the same place;
        empty where it has none of its own."""
        own = drill.movement
        between = self.get(drill.recovery).movement if drill.recovery else None
        if own is None or between is None:
            return (own,) if own else ()
        return own, between.model_copy(update={"props": own.props})

    def _nearest(self, asked: str) -> list[str]:
        called = {fold(word.name): word.drill_id for word in self.lexicon()}
        called |= {fold(drill_id): drill_id for drill_id in self._drills}
        exact = called.get(fold(asked))
        if exact is not None:
            return [exact]
        near = get_close_matches(fold(asked), called, n=6, cutoff=0.6)
        return list(dict.fromkeys(called[word] for word in near))[:3]

    def lexicon(self) -> Iterator[Word]:
        """Every name and synonym of every drill, names first."""
        for drill in self:
            for language in LANGUAGES:
                yield Word(drill.names.of(language), language, drill.id)
                for synonym in drill.synonyms.of(language):
                    yield Word(synonym, language, drill.id)


@cache
def catalogue() -> Catalogue:
    """The drills that Otehon ships; read at the first call."""
    return read(SHIPPED)


def read(folder: Traversable) -> Catalogue:
    """The drills of a folder of `<id>.yaml` files.

    Raises:
        InvalidDrill: a file does not follow the format, or two files claim the same id or name.
    """
    data = resolved({source: source.data() for source in _sources(folder)})
    drills = {source: source.drill(found) for source, found in data.items()}
    _check_ids(drills)
    _check_names(drills)
    _check_sequences(drills)
    _check_kinds(drills)
    return Catalogue(drills.values())


def proofread(folder: Traversable = SHIPPED) -> None:
    """Look through a folder's files for what quick reading passes over.

    Raises:
        InvalidDrill: a file gives a key twice, or holds a second document.
    """
    for source in _sources(folder):
        source.proofread()


def _sources(folder: Traversable) -> list[Source]:
    names = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda f: f.name)
    return [Source(file.name, _text(file)) for file in names]


def _text(file: Traversable) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise InvalidDrill(f"{file.name}:1: this is not UTF-8.", "Save it as UTF-8 text.") from None


def _check_ids(drills: Mapping[Source, Drill]) -> None:
    for source, drill in drills.items():
        if source.stem != drill.id:
            what = f"id is {drill.id}, the file's name says {source.stem}."
            raise source.wrong(("id",), what, "Make them the same.")


def _check_sequences(drills: Mapping[Source, Drill]) -> None:
    moving = {drill.id for drill in drills.values() if drill.movement is not None}
    for source, drill in drills.items():
        for index, part in enumerate(drill.sequence):
            _check_moves(source, ("sequence", index), part, moving)
        if drill.recovery is not None:
            _check_moves(source, ("recovery",), drill.recovery, moving)


def _check_moves(source: Source, place: Path, named: str, moving: Set[str]) -> None:
    if named not in moving:
        raise source.wrong(place, f"there is no drill {named!r} that moves.", "Name one that has a movement.")


def _check_kinds(drills: Mapping[Source, Drill]) -> None:
    plain = {drill.id for drill in drills.values() if drill.kind_of is None} | {UNKNOWN}
    for source, drill in drills.items():
        if drill.kind_of is not None and drill.kind_of not in plain:
            what = f"there is no drill {drill.kind_of!r} that is no kind of another."
            raise source.wrong(("kind_of",), what, f"Name one that is, or {UNKNOWN}.")


def _check_names(drills: Mapping[Source, Drill]) -> None:
    claimed: dict[str, Drill] = {}
    for words in (_names, _synonyms):
        for source, drill in drills.items():
            for path, name in words(drill):
                owner = claimed.setdefault(fold(name), drill)
                if owner is not drill:
                    what = f"{owner.id} is called {name} too."
                    raise source.wrong(path, what, "Take the name away from one of them.")


def _names(drill: Drill) -> Iterator[tuple[Path, str]]:
    return ((("names", language), drill.names.of(language)) for language in LANGUAGES)


def _synonyms(drill: Drill) -> Iterator[tuple[Path, str]]:
    for language in LANGUAGES:
        for index, synonym in enumerate(drill.synonyms.of(language)):
            yield ("synonyms", language, index), synonym
