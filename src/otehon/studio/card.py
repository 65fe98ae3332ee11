"""The clip of a drill that the coach cannot show yet: the advice's own words, and a sentence that says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from otehon.drills.dose_words import dose_words
from otehon.drills.text import Text
from otehon.studio.camera import Balls, Direction, fit
from otehon.studio.encoder import FRAME_RATE
from otehon.studio.film import put_back
from otehon.studio.length import LONGEST, SHORTEST
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.overlay.card_page import draw_card
from otehon.studio.overlay.paste import sticker
from otehon.studio.overlay.progress import draw_progress
from otehon.studio.overlay.words import Words
from otehon.studio.planes import Planes
from otehon.studio.scene.scene import Furniture, build_scene
from otehon.studio.take import Phase, Verdict

NOT_YET: Final = Text(
    ja="このドリルのお手本動画は、まだありません。",
    en="There is no demonstration of this drill yet.",
)
ASK: Final = Text(
    ja="やり方がわからないときは、コーチに確認してから行いましょう。",
    en="If you are not sure how to do it, ask your coach first.",
)
_MARKS: Final = re.compile(r"[*_`#]+|^\s*(?:[-・]|\d+[.)])\s", re.MULTILINE)
_ROOM: Final = Balls(np.array([[-0.6, 0.0, -0.6], [0.6, 1.75, 0.6]]), np.zeros(2))
"""Where a person would stand, metres."""

MOST_WORDS: Final = 220
"""Characters of the advice that are quoted."""


@dataclass(frozen=True)
class Card:
    """A still page as a clip."""

    order: Order
    look: Look

    @property
    def title(self) -> str:
        """The drill's name, or as the advice writes it."""
        drill = self.order.drill
        return self.order.name if drill is None else drill.names.of(self.look.language)

    @property
    def is_card(self) -> bool:
        """It is."""
        return True

    @property
    def frames(self) -> int:
        """As long as a clip was wanted."""
        return round(min(max(self.order.seconds, SHORTEST), LONGEST) * FRAME_RATE)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """One caption for the whole time."""
        return (Phase(0, self.frames, NOT_YET.ja, NOT_YET.en),)

    @property
    def tally(self) -> None:
        """A page counts nothing."""
        return None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """There is nothing to judge."""
        return ()

    def play(self, canvas: Planes) -> Iterator[int]:
        """Show the page in the canvas."""
        put_back(self._page, canvas)
        for i in range(self.frames):
            if self.look.text == "burned":
                draw_progress(canvas, (i + 1) / self.frames)
            yield i

    def poster(self) -> Planes:
        """The page."""
        return self._page

    @cached_property
    def _page(self) -> Planes:
        """The empty room with the words on it; they are the clip's only content, so they are never left
        out."""
        size = self.look.size
        camera = fit(_ROOM, Direction(30, 9), size)
        page = build_scene(camera, size, Furniture()).background.copied()
        drawn = sticker(draw_card(self._words(), NOT_YET.of(self.look.language), size))
        drawn.lay(drawn.over(page), page)
        return page

    def _words(self) -> Words:
        language = self.look.language
        drill = self.order.drill
        cues = drill.cues.of(language)[:3] if drill else ()
        quoted = "" if cues else _shortened(self.order.words)
        dose = dose_words(self.order.dose, language)
        return Words(self.title, quoted, dose, cues, note=ASK.of(language))


def _shortened(words: str) -> str:
    """The advice's words on one line, without Markdown's marks, cut where they are too long."""
    line = " ".join(_MARKS.sub("", words).split())
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1] + "…"
