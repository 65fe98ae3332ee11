"""The page of a drill that cannot be shown yet."""

from typing import Final

from PIL import Image, ImageDraw

from otehon.studio.overlay.layout import Rect
from otehon.studio.overlay.panel import NAVY, ORANGE, QUIET, TEXT, Pen, fitted
from otehon.studio.overlay.words import Words
from otehon.studio.size import Size

PAPER: Final = (255, 255, 255, 225)


def draw_card(words: Words, sentence: str, size: Size) -> Image.Image:
    """An RGBA picture of that size: a sheet of paper with the name, the sentence, and what the advice
    says."""
    picture = Image.new("RGBA", (size.width, size.height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    sheet = _sheet(size)
    edge = min(size) // 30
    draw.rounded_rectangle((sheet.left, sheet.top, sheet.right, sheet.bottom), edge, fill=PAPER)
    draw.rounded_rectangle(
        (sheet.left, sheet.top, sheet.left + edge // 2, sheet.bottom), edge // 4, fill=ORANGE
    )
    inner = Rect(sheet.left + 2 * edge, sheet.top + 2 * edge, sheet.right - 2 * edge, sheet.bottom - 2 * edge)
    em = min(size.width / 34, size.height / 22)

    def write(pen: Pen, words: Words) -> None:
        pen.lines(words.title, 2.1, "bold", NAVY)
        pen.gap(0.2)
        pen.lines(sentence, 1.15, "bold", ORANGE_INK)
        pen.gap(0.5)
        if words.dose:
            pen.lines(words.dose, 1.15, "bold", NAVY)
            pen.gap(0.3)
        if words.subtitle:
            pen.lines(words.subtitle, 1.0, "regular", TEXT)
            pen.gap(0.4)
        for i, cue in enumerate(words.cues, 1):
            pen.bullet(str(i), cue)
        pen.gap(0.2)
        pen.lines(words.note, 0.85, "regular", QUIET)

    fitted(draw, inner, em, words, write)
    return picture


ORANGE_INK: Final = (196, 70, 20, 255)
"""Darker than the bar's orange: letters need a contrast of 4.5 on white."""


def _sheet(size: Size) -> Rect:
    """The paper: the middle of the picture."""
    across, down = size.width // 12, size.height // 9
    return Rect(across, down, size.width - across, size.height - down)
