"""What the studio's processes do: draw one clip into files."""

from dataclasses import dataclass
from pathlib import Path

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.engines.base import Footage, Frames, Lang, Progress, Size, TextMode

TELL_EVERY = 5
"""Frames between two messages about the progress."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a process needs to know to draw a clip."""

    drill: str | None
    title: str
    words: str
    dose: Dose
    seconds: float
    lang: Lang
    mirror: bool
    size: Size
    text: TextMode
    mistake: bool


def draw(sheet: Sheet, folder: str, progress: Progress) -> Footage:
    """Draw a clip's MP4, poster and captions into a folder.

    Raises:
        OSError: no space, no permission.
    """
    from otehon.studio.clip import make_clip
    from otehon.studio.filming import film_each
    from otehon.studio.look import Look
    from otehon.studio.order import Order
    from otehon.studio.size import size_of

    size = size_of(sheet.size)
    drill = None if sheet.drill is None else catalogue().get(sheet.drill)
    order = Order(sheet.title, drill, sheet.dose, sheet.words, sheet.seconds, sheet.mistake)
    clip = make_clip(order, Look(size, sheet.lang, sheet.text, sheet.mirror))
    done = 0
    progress(Frames(0, clip.frames))

    def tick() -> None:
        nonlocal done
        done += 1
        if done % TELL_EVERY == 0:
            progress(Frames(done, clip.frames))

    files = film_each(clip, size, Path(folder) / "clip", tick)
    return Footage(files.video, files.poster, dict(files.captions))


def warm_up(progress: Progress) -> None:
    """Compile the painter, solve the catalogue's movements, and draw one clip."""
    from otehon.studio.warming import steps

    for _ in steps():
        progress(0.0)
