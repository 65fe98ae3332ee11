"""Real MP4s, good and bad ones."""

import io
from fractions import Fraction
from functools import lru_cache

import av
import numpy as np

FPS = 12
THREE_HOURS = 10_800


@lru_cache(maxsize=32)
def footage(width: int, height: int, seconds: float, kind: str = "good") -> bytes:
    """An H.264 MP4. Kinds: good (a disc that moves), black, frozen, three_hours (a picture every 100 s)."""
    slow = kind == "three_hours"
    rate = Fraction(1, 100) if slow else Fraction(FPS)
    frames = THREE_HOURS // 100 if slow else max(1, round(seconds * FPS))
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number in range(frames):
            picture = _picture(width, height, 0 if kind == "frozen" else number, kind == "black")
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return buffer.getvalue()


def _picture(width: int, height: int, number: int, black: bool) -> np.ndarray:
    picture = np.zeros((height, width, 3), dtype=np.uint8)
    if black:
        return picture
    picture[:] = (70, 110, 140)
    picture[height * 3 // 4 :] = (150, 140, 120)
    side = height // 4
    left = round((width - side) * (0.5 + 0.5 * np.sin(number / 6)))
    picture[height // 2 : height // 2 + side, left : left + side] = (230, 180, 60)
    return picture
