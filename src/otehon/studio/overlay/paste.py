"""Pictures with transparency onto YUV planes."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from otehon.studio.arrays import Floats
from otehon.studio.colour import BLUE, LUMA, RED, halved
from otehon.studio.planes import Planes


@dataclass(frozen=True)
class Sticker:
    """A picture made ready to be laid on planes at an even place: per plane its values and its cover 0..1."""

    left: int
    top: int
    values: tuple[Floats, Floats, Floats]
    cover: tuple[Floats, Floats]

    def over(self, frame: Planes) -> Planes:
        """A copy of what lies below, with the picture over it; to be laid with `lay`."""
        parts = (self.of(plane, k) for k, plane in ((1, frame.luma), (2, frame.blue), (2, frame.red)))
        covers = (self.cover[0], self.cover[1], self.cover[1])
        mixed = (
            (part * (1 - cover) + value * cover + 0.5).astype(np.uint8)
            for part, value, cover in zip(parts, self.values, covers, strict=True)
        )
        return Planes(*mixed)

    def of(self, plane: np.ndarray, k: int) -> np.ndarray:
        """The part of a plane (1: full size, 2: half) that the picture covers."""
        height, width = self.cover[0].shape
        return plane[self.top // k : (self.top + height) // k, self.left // k : (self.left + width) // k]

    def lay(self, mixed: Planes, frame: Planes) -> None:
        """Put what `over` made into a frame."""
        for k, part, plane in (
            (1, mixed.luma, frame.luma),
            (2, mixed.blue, frame.blue),
            (2, mixed.red, frame.red),
        ):
            self.of(plane, k)[:] = part


def sticker(picture: Image.Image, left: int = 0, top: int = 0) -> Sticker:
    """An RGBA picture, to be laid at that even place; its empty border is cut off."""
    box = picture.getchannel("A").getbbox() or (0, 0, 2, 2)
    x0, y0 = box[0] & ~1, box[1] & ~1
    x1, y1 = min(picture.width, (box[2] + 1) & ~1), min(picture.height, (box[3] + 1) & ~1)
    rgba = np.asarray(picture.crop((x0, y0, x1, y1)), np.float32)
    rgb, cover = rgba[..., :3], rgba[..., 3] / np.float32(255)
    values = 16 + rgb @ LUMA, halved(128 + rgb @ BLUE), halved(128 + rgb @ RED)
    return Sticker(left + x0, top + y0, values, (cover, halved(cover)))
