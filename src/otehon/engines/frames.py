"""The studio's own frames as pictures that guide an engine, drawn in a process of their own."""

import io

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.engines.base import Progress


def has_movement(drill: str | None) -> bool:
    """Whether a drill's movement is there to guide an engine."""
    return drill is not None and drill in catalogue() and catalogue().get(drill).movement is not None


def first_and_last(
    drill: str, dose: Dose, seconds: float, size: tuple[int, int], progress: Progress
) -> tuple[bytes, bytes]:
    """The first and the last frame of the clip, as PNG of exactly that size, without words."""
    from PIL import Image

    from otehon.studio.clip import demonstrated
    from otehon.studio.colour import to_rgb
    from otehon.studio.look import Look
    from otehon.studio.order import Order as StudioOrder
    from otehon.studio.shoot import photograph
    from otehon.studio.size import Size

    known = catalogue().get(drill)
    if known.movement is None:
        raise ValueError(f"{drill} has no movement")
    order = StudioOrder(known.names.en, known, dose, "", seconds)
    shot = demonstrated(order, known, known.movement, Look(Size(*size), "en", "none"))

    def picture(frame: int) -> bytes:
        buffer = io.BytesIO()
        Image.fromarray(to_rgb(photograph(shot, frame))).save(buffer, "PNG")
        return buffer.getvalue()

    del progress
    return picture(0), picture(shot.take.frames - 1)
