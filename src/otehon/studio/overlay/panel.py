"""Title, dose and cues, drawn once for a clip."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from otehon.studio.overlay.font import Weight, font, text_width
from otehon.studio.overlay.layout import Layout, Rect
from otehon.studio.overlay.words import Words
from otehon.studio.overlay.wrap import wrap

Ink = tuple[int, int, int, int]

NAVY: Final[Ink] = (22, 32, 54, 255)
TEXT: Final[Ink] = (34, 46, 70, 255)
QUIET: Final[Ink] = (74, 88, 116, 255)
TEAL: Final[Ink] = (28, 104, 134, 255)
ORANGE: Final[Ink] = (238, 96, 40, 255)
RED: Final[Ink] = (190, 44, 30, 255)
WHITE: Final[Ink] = (255, 255, 255, 255)

LEADING: Final = 1.38
SMALLEST: Final = 7
"""Pixels; smaller letters are not drawn."""


@dataclass
class Pen:
    """Writes downwards inside a rectangle, or without `draw` only measures; `y` says how far it came."""

    draw: ImageDraw.ImageDraw | None
    rect: Rect
    em: float
    y: float

    def lines(self, text: str, size: float, weight: Weight, ink: Ink, indent: float = 0.0) -> None:
        """A paragraph of `size` ems."""
        pixels = max(SMALLEST, round(self.em * size))
        face = font(pixels, weight)

        def measure(piece: str) -> float:
            return text_width(piece, pixels, weight)

        for line in wrap(text, self.rect.width - indent, measure):
            if self.draw:
                self.draw.text((self.rect.left + indent, self.y), line, font=face, fill=ink, anchor="la")
            self.y += pixels * LEADING

    def gap(self, ems: float) -> None:
        """Leave some space."""
        self.y += self.em * ems

    def bar(self) -> None:
        """The orange stroke under the title."""
        thick = max(3, round(self.em * 0.26))
        place = (self.rect.left, self.y, self.rect.left + self.em * 2.7, self.y + thick)
        if self.draw:
            self.draw.rounded_rectangle(place, thick // 2, fill=ORANGE)
        self.y += thick

    def bullet(self, label: str, text: str) -> None:
        """A numbered call."""
        radius = self.em * 0.66
        middle = (self.rect.left + radius, self.y + self.em * 0.70)
        box = (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius)
        if self.draw:
            face = font(max(9, round(self.em * 0.82)), "bold")
            self.draw.ellipse(box, fill=TEAL)
            self.draw.text(middle, label, font=face, fill=WHITE, anchor="mm")
        self.lines(text, 0.98, "regular", TEXT, indent=self.em * 1.9)
        self.gap(0.32)

    def cross(self, text: str) -> None:
        """What is done wrong."""
        radius, thick = self.em * 0.42, max(2, round(self.em * 0.2))
        x, y = self.rect.left + self.em * 0.66, self.y + self.em * 0.86
        if self.draw:
            for lean in (-radius, radius):
                self.draw.line((x - radius, y - lean, x + radius, y + lean), fill=RED, width=thick)
        self.lines(text, 1.24, "bold", RED, indent=self.em * 1.9)
        self.gap(0.32)

    def dot(self, text: str) -> None:
        """The legend of the tint."""
        radius, middle = self.em * 0.36, self.y + self.em * 0.62
        box = (self.rect.left, middle - radius, self.rect.left + 2 * radius, middle + radius)
        if self.draw:
            self.draw.ellipse(box, fill=ORANGE)
        self.lines(text, 0.86, "regular", QUIET, indent=self.em * 1.2)


def draw_panel(words: Words, layout: Layout, width: int, height: int) -> Image.Image:
    """An RGBA picture of that size with the words on it, each block inside its rectangle.

    Without a title the first block stays empty.
    """
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    for rect, write in ((layout.title, _title), (layout.cues, _cues)):
        fitted(draw, rect, layout.em, words, write)
    return picture


def fitted(
    draw: ImageDraw.ImageDraw, rect: Rect, em: float, words: Words, write: Callable[[Pen, Words], None]
) -> None:
    """Write with the largest letters of at most `em` pixels that stay inside the rectangle."""
    while em > SMALLEST:
        pen = Pen(None, rect, em, rect.top)
        write(pen, words)
        if pen.y <= rect.bottom:
            break
        em *= 0.94
    write(Pen(draw, rect, em, rect.top), words)


def _title(pen: Pen, words: Words) -> None:
    if not words.title:
        return
    pen.lines(words.title, _title_size(words.title, pen), "bold", NAVY)
    if words.subtitle:
        pen.lines(words.subtitle, 1.0, "regular", QUIET)
    pen.gap(0.35)
    pen.bar()
    if words.dose:
        pen.gap(0.5)
        pen.lines(words.dose, 1.18, "bold", NAVY)


def _title_size(title: str, pen: Pen) -> float:
    """In ems: large, or as large as one line allows, but never small."""
    wide = font(100, "bold").getlength(title) / 100 * pen.em
    return max(1.5, min(2.5, pen.rect.width / max(wide, 1e-6)))


def _cues(pen: Pen, words: Words) -> None:
    if words.wrong:
        pen.cross(words.wrong)
    for i, cue in enumerate(() if words.wrong else words.cues, 1):
        pen.bullet(str(i), cue)
    if words.muscles:
        pen.gap(0.3)
        pen.dot(words.muscles)
    if words.note:
        pen.gap(0.4)
        pen.lines(words.note, 0.80, "regular", QUIET)
