"""Lines that fit a width, in Japanese and in languages with spaces."""

import re
from collections.abc import Callable

# What may not begin a line (JIS X 4051, in part), and what may not end one.
_NOT_FIRST = set("、。，．・：；？！ー）」』】〕］｝〉》%％℃°々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}")
_NOT_LAST = set("（「『【〔［｛〈《([{")
_PIECE = re.compile(r"[A-Za-z0-9'’%°.,:;?!/+-]+|\s+|.", re.DOTALL)


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a text into lines that measure at most `width`; a piece that is wider alone is cut.

    A line measures what its pieces measure: each is asked about once.
    """
    lines, used = [""], 0.0
    for piece in _pieces(text):
        for part in _cut(piece, width, measure):
            if lines[-1] and used + measure(part.rstrip()) > width:
                lines.append("")
                used = 0.0
            added = part if lines[-1] else part.lstrip()
            lines[-1] += added
            used += measure(added)
    return [stripped for line in lines if (stripped := line.strip())]


def _pieces(text: str) -> list[str]:
    """What may not be torn apart: words, and characters with the signs that cling to them."""
    pieces: list[str] = []
    for piece in _PIECE.findall(" ".join(text.split())):
        if pieces and (piece[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _cut(piece: str, width: float, measure: Callable[[str], float]) -> list[str]:
    if measure(piece) <= width or len(piece) == 1:
        return [piece]
    half = len(piece) // 2
    return [*_cut(piece[:half], width, measure), *_cut(piece[half:], width, measure)]
