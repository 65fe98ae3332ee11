"""What changes on a picture with words when right becomes wrong: the mark, and the words below the title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from otehon.studio.film import Patch, cut_out, put_back
from otehon.studio.look import Look
from otehon.studio.overlay.layout import Layout, Rect
from otehon.studio.overlay.panel import draw_panel
from otehon.studio.overlay.paste import sticker
from otehon.studio.overlay.verdict import draw_verdict
from otehon.studio.overlay.words import Words
from otehon.studio.painter.raster import Box
from otehon.studio.planes import Planes
from otehon.studio.take import Take, Verdict


@dataclass(frozen=True)
class Signs:
    """By verdict: its mark, and the words that go with it; `bare` are their places without any."""

    marks: dict[Verdict, Patch]
    words: dict[Verdict, Patch]
    bare: tuple[Patch, Patch]

    def lift(self, canvas: Planes) -> None:
        """Take them off a canvas, before the figure is put on it."""
        for patch in self.bare:
            put_back(patch.pixels, cut_out(canvas, patch.box))

    def lay(self, take: Take, frame: int, canvas: Planes) -> None:
        """Put those of a frame onto it, behind figure and things: where it is still empty.

        While the body goes over, the words run ahead of the mark.
        """
        shown = take.verdict_at(frame)
        place, room = self.bare
        if shown is not None:
            _lay(self.marks[shown], place, canvas)
        _lay(self.words[shown or _coming(take.verdicts, frame)], room, canvas)


def signs_of(take: Take, words: Words, look: Look, layout: Layout, empty: Planes) -> Signs:
    """The signs of a take that shows right and wrong, drawn over the empty scene."""
    verdicts = take.verdicts
    marks = [draw_verdict(one.right, look.language, layout.counter) for one in verdicts]
    panels = [
        _below(draw_panel(_words(one, words, look), layout, *look.size), layout.cues) for one in verdicts
    ]
    place, room = _box(layout.counter, marks), _box(layout.cues, panels)
    drawn = [_patch(_cut(mark, layout.counter, place), place, empty) for mark in marks]
    said = [_patch(_cut(panel, layout.cues, room), room, empty) for panel in panels]
    return Signs(
        dict(zip(verdicts, drawn, strict=True)),
        dict(zip(verdicts, said, strict=True)),
        (Patch(place, cut_out(empty, place).copied()), Patch(room, cut_out(empty, room).copied())),
    )


def _lay(sign: Patch, bare: Patch, canvas: Planes) -> None:
    """Over what has the empty scene's hue: lines that move on the ground have it too, flesh and props not."""
    below, empty = cut_out(canvas, sign.box), bare.pixels
    small = (below.blue == empty.blue) & (below.red == empty.red)
    large = small.repeat(2, axis=0).repeat(2, axis=1)
    for ours, seen, where in zip(sign.pixels, below, (large, small, small), strict=True):
        np.copyto(seen, ours, where=where)


def _coming(verdicts: Sequence[Verdict], frame: int) -> Verdict:
    return next((one for one in verdicts if one.first > frame), verdicts[0])


def _words(verdict: Verdict, words: Words, look: Look) -> Words:
    """The cues, or what is wrong; no title, which stands all the time."""
    wrong = "" if verdict.right else verdict.words.of(look.language)
    return replace(words, title="", subtitle="", dose="", wrong=wrong)


def _below(picture: Image.Image, rect: Rect) -> Image.Image:
    return picture.crop((rect.left, rect.top, rect.right, rect.bottom))


def _box(rect: Rect, pictures: Iterable[Image.Image]) -> Box:
    """The even box, in the frame, of all that any of the rectangle's pictures shows."""
    found = [box for one in pictures if (box := one.getchannel("A").getbbox())]
    left, top = min(box[0] for box in found) & ~1, min(box[1] for box in found) & ~1
    right, bottom = (max(box[2] for box in found) + 1) & ~1, (max(box[3] for box in found) + 1) & ~1
    return Box(rect.top + top, rect.top + bottom, rect.left + left, rect.left + right)


def _cut(picture: Image.Image, rect: Rect, box: Box) -> Image.Image:
    return picture.crop(
        (box.left - rect.left, box.top - rect.top, box.right - rect.left, box.bottom - rect.top)
    )


def _patch(picture: Image.Image, box: Box, empty: Planes) -> Patch:
    pixels = cut_out(empty, box).copied()
    part = sticker(picture)
    part.lay(part.over(pixels), pixels)
    return Patch(box, pixels)
