"""The sizes that a clip may have."""

from typing import Literal, NamedTuple, get_args

SizeName = Literal["1280x720", "720x1280", "960x720", "720x720", "640x360", "480x360"]

NAMES: tuple[SizeName, ...] = get_args(SizeName)


class Size(NamedTuple):
    """Width and height in pixels; both even, as 4:2:0 asks."""

    width: int
    height: int


DEFAULT_SIZE = Size(1280, 720)


def size_of(name: SizeName) -> Size:
    """`1280x720` as numbers."""
    width, height = name.split("x")
    return Size(int(width), int(height))
