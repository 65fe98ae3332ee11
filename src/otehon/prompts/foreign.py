"""An advice's own words are data: how a name from it may stand in a prompt."""

import re
import unicodedata

LONGEST_NAME = 40
_NOT_OF_A_NAME = re.compile(r"[^\w ー・-]+")


def quoted_name(name: str) -> str:
    """A drill's name in quotes: its first line, letters and digits only, at most 40 of them.

    What follows a sign of a sentence is left out, so that a name cannot carry an order to the engine.
    """
    line = unicodedata.normalize("NFKC", name).strip().splitlines() or [""]
    head = re.split(r"[.。!!??::;;,、,\[\](){}<>「」『』\"'`|\\/]", line[0].strip("「」『』【】\"'* "))[0]
    return f'"{_NOT_OF_A_NAME.sub(" ", head).strip()[:LONGEST_NAME].strip() or "exercise"}"'
