"""The count in its dark box: repetitions done, or seconds held."""

from PIL import Image, ImageDraw

from otehon.studio.overlay.font import font
from otehon.studio.overlay.layout import Rect

BOX = (18, 28, 48, 225)
FAINT = (190, 205, 228, 255)
WHITE = (255, 255, 255, 255)


def draw_counter(count: int, rest: str, rect: Rect) -> Image.Image:
    """An RGBA picture as large as the rectangle: the count, and beside it what it counts (`/ 10 回`)."""
    picture = Image.new("RGBA", (rect.width, rect.height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, rect.width - 1, rect.height - 1), rect.height // 5, fill=BOX)
    large, small = _sizes(str(count), rest, rect)
    gap = rect.height * 0.08
    wide = font(large, "bold").getlength(str(count)) + gap + font(small, "regular").getlength(rest)
    x, base = (rect.width - wide) / 2, rect.height * 0.76
    draw.text((x, base), str(count), font=font(large, "bold"), fill=WHITE, anchor="ls")
    x += font(large, "bold").getlength(str(count)) + gap
    draw.text((x, base), rest, font=font(small, "regular"), fill=FAINT, anchor="ls")
    return picture


def _sizes(count: str, rest: str, rect: Rect) -> tuple[int, int]:
    """Pixels of the count and of the rest, so that both fit side by side."""
    scale = 1.0
    while scale > 0.3:
        large, small = int(rect.height * 0.62 * scale), int(rect.height * 0.26 * scale)
        wide = (
            font(large, "bold").getlength(count) + font(small, "regular").getlength(rest) + rect.height * 0.08
        )
        if wide <= rect.width * 0.88:
            return large, small
        scale *= 0.93
    return 10, 9
