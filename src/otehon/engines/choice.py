"""What to ask for where an engine makes only some lengths and sizes. Pure."""

import math
from collections.abc import Sequence


def nearest_seconds(wanted: float, allowed: Sequence[float]) -> float:
    """The shortest allowed length that is not below the wanted one, else the longest; whole seconds."""
    if not allowed:
        return float(math.ceil(wanted))
    return min((length for length in allowed if length >= wanted), default=max(allowed))


def nearest_size(wanted: str, allowed: Sequence[str]) -> str:
    """The smallest allowed size that holds the wanted one and lies like it, else the largest that does."""
    if not allowed or wanted in allowed:
        return wanted
    width, height = pixels(wanted)
    alike = [size for size in allowed if _lies(*pixels(size)) == _lies(width, height)] or list(allowed)
    holding = [size for size in alike if pixels(size)[0] >= width and pixels(size)[1] >= height]
    return min(holding, key=_area) if holding else max(alike, key=_area)


def pixels(size: str) -> tuple[int, int]:
    """`1280x720` as numbers."""
    width, height = size.split("x")
    return int(width), int(height)


def _area(size: str) -> int:
    width, height = pixels(size)
    return width * height


def _lies(width: int, height: int) -> bool:
    return width >= height
