"""One clip, ready to be painted: figure, scene with its words, and the counter."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from otehon.drills.text import Language
from otehon.motion.flesh import HandShape
from otehon.studio.camera import Balls, Camera, Window, fit
from otehon.studio.figure.asset import asset
from otehon.studio.figure.capsules import primitives
from otehon.studio.framing import drawn
from otehon.studio.look import Look
from otehon.studio.overlay.counter import draw_counter
from otehon.studio.overlay.layout import CLEAN, Layout, layouts_of
from otehon.studio.overlay.panel import draw_panel
from otehon.studio.overlay.paste import Sticker, sticker
from otehon.studio.overlay.words import Words
from otehon.studio.painter.painter import Figure, Set
from otehon.studio.planes import Planes
from otehon.studio.scene.scene import build_scene
from otehon.studio.signs import Signs, signs_of
from otehon.studio.take import Take

UNITS: dict[tuple[Language, bool], str] = {
    ("ja", False): "回",
    ("ja", True): "秒",
    ("en", False): "reps",
    ("en", True): "s",
}
"""What is counted, by language and by whether the drill is a hold."""


@dataclass(frozen=True)
class Shot:
    """A take with its words and the viewer's choices."""

    take: Take
    words: Words
    look: Look

    @cached_property
    def drawn(self) -> Balls:
        """What the camera must see."""
        return drawn(self.take)

    @cached_property
    def layout(self) -> Layout:
        """Where words and figure stand: so that the figure is largest."""
        return min(layouts_of(self.look.size), key=lambda layout: self._camera(layout.figure).distance)

    @cached_property
    def camera(self) -> Camera:
        """Where it is seen from."""
        return self._camera(self.layout.figure if self.look.text == "burned" else CLEAN)

    @cached_property
    def scene(self) -> Set:
        """The empty scene, with the words where they are wanted."""
        bare = build_scene(self.camera, self.look.size, self.take.furniture)
        if self.look.text == "none":
            return bare
        frame = bare.background.copied()
        panel = sticker(draw_panel(self._lasting, self.layout, *self.look.size))
        panel.lay(panel.over(frame), frame)
        return bare.with_background(frame)

    @property
    def _lasting(self) -> Words:
        """The words that stand on every frame: cues are none of them where mistakes are shown too."""
        return replace(self.words, cues=(), muscles="", note="") if self.take.verdicts else self.words

    @property
    def is_marked(self) -> bool:
        """Whether the picture itself says what is right and what is wrong."""
        return self.look.text == "burned" and bool(self.take.verdicts)

    @cached_property
    def signs(self) -> Signs:
        """What changes with right and wrong; for a take that has verdicts, on a picture with words."""
        return signs_of(self.take, self.words, self.look, self.layout, self.scene.background)

    def _camera(self, window: Window) -> Camera:
        return fit(self.drawn, self.take.direction, self.look.size, window)

    @cached_property
    def figure(self) -> Figure:
        """The coach with the working muscles tinted."""
        return _figure(
            self.take.hands, tuple(sorted(self.take.working.items())), self.take.furniture.props.barefoot
        )

    @cached_property
    def counters(self) -> dict[int, tuple[Sticker, Planes]]:
        """The counter's picture for every count of the clip; empty on a clean picture, and where nothing is
        counted."""
        if self.look.text == "none" or self.take.verdicts or not self.take.total:
            return {}
        rect, background = self.layout.counter, self.scene.background
        rest = f"/ {self.take.total} {UNITS[self.look.language, self.take.holds]}"
        out: dict[int, tuple[Sticker, Planes]] = {}
        for count in sorted(set(self.take.count.tolist())):
            made = sticker(draw_counter(count, rest, rect), rect.left, rect.top)
            out[count] = made, made.over(background)
        return out


@lru_cache(maxsize=16)
def _figure(hands: HandShape, working: tuple[tuple[str, float], ...], barefoot: bool) -> Figure:
    skin = asset(hands)
    return Figure(skin.mesh, primitives(hands), skin.albedo(dict(working), barefoot=barefoot))
