"""The still that stands for a clip."""

from pathlib import Path

import numpy as np
from PIL import Image

from otehon.studio.colour import to_rgb
from otehon.studio.output import whole
from otehon.studio.planes import Planes
from otehon.studio.take import Take

QUALITY = 82


def telling_frame(take: Take) -> int:
    """The frame whose pose is farthest from the first: where the movement has gone furthest, and right."""
    right = next((one.end for one in take.verdicts if one.right), take.frames)
    origins = take.bones[take.shown[:right]][:, :, :, 3]
    return int(np.linalg.norm(origins - origins[0], axis=2).sum(1).argmax())


def write_poster(frame: Planes, path: Path) -> None:
    """Store a frame as WebP.

    Raises:
        OutputFailed: it could not be written.
    """
    with whole(path) as partial:
        Image.fromarray(to_rgb(frame)).save(partial, "WEBP", quality=QUALITY, method=4)
