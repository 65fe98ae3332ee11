"""What the fake engine delivers: a moving bar, or something that must not be shown."""

from fractions import Fraction
from functools import lru_cache

import av
import numpy as np
from numpy.typing import NDArray

from otehon.engines.scratch import scratch

FPS = 10
WIDTH, HEIGHT = 160, 120
SIZE = f"{WIDTH}x{HEIGHT}"


def footage_with(fault: str | None, seconds: int) -> bytes:
    """An MP4 of so many whole seconds; `garbage`, `cut`, `black` and `frozen` are as they are called."""
    if fault == "garbage":
        return b"<html>not found</html>" * 40
    look = fault if fault in ("black", "frozen") else "moving"
    whole = moving_clip(seconds, look)
    return whole[: len(whole) // 2] if fault == "cut" else whole


@lru_cache(maxsize=16)
def moving_clip(seconds: int, look: str = "moving") -> bytes:
    """An MP4, 160x120; `look` is `moving`, `black` or `frozen`."""
    # A file, because `faststart` reads again what it has written.
    with scratch() as folder:
        file = folder / "clip.mp4"
        with av.open(str(file), "w", format="mp4", options={"movflags": "faststart"}) as container:
            stream = container.add_stream("libx264", rate=FPS)
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            stream.time_base = Fraction(1, FPS)
            for index in range(seconds * FPS):
                picture = _picture(0 if look == "frozen" else index, look)
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            container.mux(stream.encode())
        return file.read_bytes()


def _picture(index: int, look: str) -> NDArray[np.uint8]:
    picture = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    if look != "black":
        picture[:60], picture[60:] = (40, 120, 160), (200, 180, 140)
        begin = index * 4 % (WIDTH - 20)
        picture[20:100, begin : begin + 20] = (230, 60, 60)
    return picture
