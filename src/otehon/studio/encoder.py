"""Frames to an H.264 MP4, by PyAV and libx264."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, Self, TypeAlias

import av
import numpy as np
from av.video.stream import VideoStream

if TYPE_CHECKING:
    from av.container.core import Chapter as ChapterMark

from otehon.studio.planes import Planes
from otehon.studio.size import Size

FRAME_RATE: Final = 30

Container: TypeAlias = Literal["faststart", "fragments"]
"""faststart: the index stands before the pictures, for files. fragments: playable while it is still
written."""

_OPTIONS: Final[dict[Container, dict[str, str]]] = {
    "faststart": {"movflags": "+faststart"},
    # A fragment at least every 0.4 s (in microseconds), so that the first one is there early.
    "fragments": {"movflags": "frag_keyframe+empty_moov+default_base_moof", "frag_duration": "400000"},
}
_BT709: Final = 1
# x264's own look-ahead threads already fill a second core; a third thread made it slower.
_THREADS: Final = 2


@dataclass(frozen=True)
class Quality:
    """libx264's preset and constant rate factor; a key frame every `keyframe` frames."""

    preset: str = "veryfast"
    crf: int = 20
    keyframe: int = FRAME_RATE


@dataclass(frozen=True)
class Chapter:
    """A named stretch of a film, in frames."""

    title: str
    first: int
    end: int


class Encoder:
    """Encodes what is in `canvas` each time `write` is called. A context manager; leaving it finishes the
    file.

    Args:
        target: a path, or a writable binary file (fragments only).
        size: of every frame.
        container: how the file is laid out.
        chapters: must be known from the start.
    """

    def __init__(
        self,
        target: Path | BinaryIO,
        size: Size,
        container: Container = "faststart",
        chapters: Sequence[Chapter] = (),
        quality: Quality = Quality(),
    ) -> None:
        file = str(target) if isinstance(target, Path) else target
        self._file = av.open(file, "w", format="mp4", options=_OPTIONS[container])
        self._stream = _stream(self._file.add_stream("libx264", rate=FRAME_RATE), size, quality)
        if chapters:
            self._file.set_chapters([_mark(i, chapter) for i, chapter in enumerate(chapters)])
        self._frame = av.VideoFrame(size.width, size.height, "yuv420p")
        self._frame.time_base = Fraction(1, FRAME_RATE)
        self._written = 0
        self.canvas = _planes(self._frame)

    def write(self) -> None:
        """Encode the canvas as the next frame. x264 copies it, so it may be painted over at once."""
        self._frame.pts = self._written
        self._written += 1
        self._file.mux(self._stream.encode(self._frame))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._file.mux(self._stream.encode())
        finally:
            self._file.close()


def _stream(stream: VideoStream, size: Size, quality: Quality) -> VideoStream:
    stream.width, stream.height, stream.pix_fmt = size.width, size.height, "yuv420p"
    stream.options = {"preset": quality.preset, "crf": str(quality.crf), "g": str(quality.keyframe)}
    codec = stream.codec_context
    codec.thread_count = _THREADS
    codec.color_primaries = codec.color_trc = codec.colorspace = codec.color_range = _BT709
    return stream


def _mark(index: int, chapter: Chapter) -> "ChapterMark":
    return {
        "id": index,
        "start": chapter.first,
        "end": chapter.end,
        "time_base": Fraction(1, FRAME_RATE),
        "metadata": {"title": chapter.title},
    }


def _planes(frame: av.VideoFrame) -> Planes:
    """The frame's own memory as arrays."""
    views = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    )
    return Planes(*views)
