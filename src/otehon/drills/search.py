"""Finding drills by what people call them."""

from otehon.drills.catalogue import Catalogue
from otehon.drills.folding import fold
from otehon.drills.model import Drill
from otehon.drills.text import LANGUAGES


def search(catalogue: Catalogue, query: str) -> list[Drill]:
    """The drills whose id, name or synonym contains the query, however it is spelt, best first.

    Best is an exact name, then one that begins with the query, then one that contains it.
    A query without a letter finds every drill.
    """
    wanted = fold(query)
    ranked = [(_rank(drill, wanted), drill) for drill in catalogue]
    return [drill for rank, drill in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOT_FOUND]


_NOT_FOUND = 3


def _rank(drill: Drill, wanted: str) -> int:
    names = [drill.id]
    for language in LANGUAGES:
        names += [drill.names.of(language), *drill.synonyms.of(language)]
    return min(_name_rank(fold(name), wanted) for name in names)


def _name_rank(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if wanted in name else _NOT_FOUND
