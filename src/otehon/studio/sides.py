"""Words that name a side, exchanged where the picture is."""

import re
from typing import Final

_OTHER: Final = {"右": "左", "左": "右", "right": "left", "left": "right", "Right": "Left", "Left": "Right"}
# 左右 means both and stays; `right` must be a word of its own.
_SIDES: Final = re.compile(r"左右|右左|右|左|\b(?:[Rr]ight|[Ll]eft)\b")


def exchanged(text: str) -> str:
    """`右足を前へ` -> `左足を前へ`."""
    return _SIDES.sub(lambda found: _OTHER.get(found.group(), found.group()), text)
