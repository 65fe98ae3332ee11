"""What the viewer chose about the picture."""

from dataclasses import dataclass
from typing import Literal

from otehon.drills.text import Language
from otehon.studio.size import DEFAULT_SIZE, Size

TextStyle = Literal["burned", "none"]
"""burned: the words stand on the picture. none: a clean picture, for pages that write their own."""


@dataclass(frozen=True)
class Look:
    """Size, language of the words, whether they are on the picture, and whether it is seen as in a mirror."""

    size: Size = DEFAULT_SIZE
    language: Language = "ja"
    text: TextStyle = "burned"
    mirror: bool = False
