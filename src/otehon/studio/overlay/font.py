"""Noto Sans CJK JP, from its packages."""

from functools import cache, lru_cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Literal

from PIL import ImageFont

Weight = Literal["bold", "regular"]

_FILES = {
    "bold": ("noto_cjk_sans_jp_bold", "NotoSansCJKjp-Bold.otf"),
    "regular": ("noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"),
}


def font_file(weight: Weight) -> Traversable:
    """The font's file."""
    package, name = _FILES[weight]
    return files(package) / name


@cache
def font(pixels: int, weight: Weight = "regular") -> ImageFont.FreeTypeFont:
    """The font at an em of so many pixels."""
    with as_file(font_file(weight)) as path:
        return ImageFont.truetype(str(path), pixels)


@lru_cache(maxsize=8192)
def text_width(text: str, pixels: int, weight: Weight = "regular") -> float:
    """How many pixels a text is wide; the same words come again and again."""
    return font(pixels, weight).getlength(text)
