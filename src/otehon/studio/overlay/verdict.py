"""The mark that says whether what is seen is to be followed or to be avoided: a sign, words and a colour."""

from typing import Final

from PIL import Image, ImageDraw

from otehon.drills.text import Language
from otehon.studio.overlay.font import font
from otehon.studio.overlay.layout import Rect

LABELS: Final[dict[tuple[bool, Language], str]] = {
    (True, "ja"): "正しい動き",
    (False, "ja"): "よくある間違い",
    (True, "en"): "The right way",
    (False, "en"): "Usual mistake",
}
"""By whether it is right, and language."""

GROUND: Final = {True: (28, 104, 134, 245), False: (190, 44, 30, 245)}
WHITE: Final = (255, 255, 255, 255)


def draw_verdict(right: bool, language: Language, rect: Rect) -> Image.Image:
    """An RGBA picture as large as the rectangle: ○ on teal or × on red, the words below."""
    picture = Image.new("RGBA", (rect.width, rect.height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, rect.width - 1, rect.height - 1), rect.height // 5, fill=GROUND[right])
    _sign(draw, right, rect)
    words = LABELS[right, language]
    place = (rect.width / 2, rect.height * 0.79)
    draw.text(place, words, font=font(_letters(words, rect), "bold"), fill=WHITE, anchor="mm")
    return picture


def _sign(draw: ImageDraw.ImageDraw, right: bool, rect: Rect) -> None:
    x, y, radius = rect.width / 2, rect.height * 0.36, rect.height * 0.23
    thick = max(3, round(rect.height * 0.085))
    if right:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=WHITE, width=thick)
        return
    arm = radius * 0.86
    for lean in (-1, 1):
        draw.line((x - arm, y - lean * arm, x + arm, y + lean * arm), fill=WHITE, width=thick)


def _letters(words: str, rect: Rect) -> int:
    """Pixels: as large as the width allows."""
    fits = rect.width * 0.88 / (font(100, "bold").getlength(words) / 100)
    return max(8, int(min(fits, rect.height * 0.24)))
