"""Where the words stand and where the figure may move, for every size."""

from dataclasses import dataclass, replace

from otehon.studio.camera import Window
from otehon.studio.size import Size


@dataclass(frozen=True)
class Rect:
    """Pixels; right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    def overlaps(self, other: "Rect") -> bool:
        """Whether they share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Layout:
    """title and cues are the areas of the words, counter that of the count, figure what it may fill.

    `em` is the size of running text in pixels.
    """

    title: Rect
    cues: Rect
    counter: Rect
    figure: Window
    em: int


@dataclass(frozen=True)
class _Shares:
    """The same in shares of the picture: left, top, right, bottom; em as a share of the picture's height."""

    title: tuple[float, float, float, float]
    cues: tuple[float, float, float, float]
    counter: tuple[float, float, float, float]
    figure: tuple[float, float, float, float]
    em: float


_BESIDE = {
    "wide": _Shares(
        title=(0.05, 0.10, 0.42, 0.36),
        cues=(0.05, 0.38, 0.42, 0.92),
        counter=(0.83, 0.055, 0.97, 0.19),
        figure=(0.45, 0.05, 0.82, 0.94),
        em=0.0325,
    ),
    "classic": _Shares(
        title=(0.045, 0.08, 0.43, 0.33),
        cues=(0.045, 0.35, 0.43, 0.92),
        counter=(0.80, 0.05, 0.965, 0.17),
        figure=(0.45, 0.05, 0.80, 0.94),
        em=0.030,
    ),
    "square": _Shares(
        title=(0.05, 0.05, 0.76, 0.195),
        cues=(0.05, 0.24, 0.47, 0.93),
        counter=(0.78, 0.05, 0.955, 0.17),
        figure=(0.49, 0.20, 0.97, 0.95),
        em=0.0305,
    ),
    "tall": _Shares(
        title=(0.06, 0.04, 0.70, 0.145),
        cues=(0.06, 0.15, 0.94, 0.36),
        counter=(0.73, 0.045, 0.94, 0.125),
        figure=(0.08, 0.39, 0.92, 0.955),
        em=0.0225,
    ),
}
"""For figures that stand: the words beside them."""

_BESIDE_WIDE = {
    kind: replace(_BESIDE[kind], figure=figure)
    for kind, figure in (("wide", (0.44, 0.205, 0.97, 0.94)), ("classic", (0.44, 0.185, 0.965, 0.94)))
}
"""For figures that stand and reach out: they move under the counter."""

_ABOVE = {
    "wide": _Shares(
        title=(0.05, 0.055, 0.40, 0.33),
        cues=(0.42, 0.06, 0.80, 0.33),
        counter=(0.83, 0.055, 0.97, 0.19),
        figure=(0.05, 0.355, 0.95, 0.94),
        em=0.0325,
    ),
    "classic": _Shares(
        title=(0.045, 0.05, 0.40, 0.33),
        cues=(0.42, 0.055, 0.78, 0.33),
        counter=(0.80, 0.05, 0.965, 0.17),
        figure=(0.04, 0.36, 0.96, 0.94),
        em=0.026,
    ),
    "square": _Shares(
        title=(0.05, 0.05, 0.76, 0.20),
        cues=(0.05, 0.21, 0.95, 0.46),
        counter=(0.78, 0.05, 0.955, 0.17),
        figure=(0.04, 0.48, 0.96, 0.95),
        em=0.0305,
    ),
    "tall": _Shares(
        title=(0.06, 0.04, 0.70, 0.145),
        cues=(0.06, 0.15, 0.94, 0.36),
        counter=(0.73, 0.045, 0.94, 0.125),
        figure=(0.04, 0.39, 0.96, 0.955),
        em=0.0225,
    ),
}
"""For figures that lie: the words above them."""

CLEAN = Window(0.06, 0.06, 0.94, 0.95)
"""Where the figure may be when nothing is written on the picture."""


def layouts_of(size: Size) -> tuple[Layout, ...]:
    """The ways to share out a picture of that size; take the one in which the figure is largest."""
    kind = _kind(size)
    return tuple(_layout(table[kind], size) for table in (_BESIDE, _BESIDE_WIDE, _ABOVE) if kind in table)


def _layout(shares: _Shares, size: Size) -> Layout:
    return Layout(
        title=_rect(shares.title, size),
        cues=_rect(shares.cues, size),
        counter=_rect(shares.counter, size),
        figure=Window(*shares.figure),
        em=max(12, round(shares.em * size.height)),
    )


def _kind(size: Size) -> str:
    ratio = size.width / size.height
    if ratio > 1.5:
        return "wide"
    if ratio > 1.15:
        return "classic"
    return "square" if ratio > 0.8 else "tall"


def _rect(shares: tuple[float, float, float, float], size: Size) -> Rect:
    """Even pixels, as pasting into 4:2:0 asks."""
    left, top, right, bottom = shares
    return Rect(
        int(left * size.width) & ~1,
        int(top * size.height) & ~1,
        int(right * size.width) & ~1,
        int(bottom * size.height) & ~1,
    )
