"""Decodes a file that may be hostile, in a process of its own with bounds on memory, time and writing."""

import os
import resource
import signal
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from otehon.engines.base import Progress
from otehon.generation.checks.report import Report

MEMORY = 4 << 30
SECONDS = 120
FILE_BYTES = 1 << 30

MOST_PIXELS = 4096 * 2304
"""Of one picture. A file of a few kilobytes can unfold to gigabytes of them."""

MOST_FRAMES = 20_000
"""Of one clip: a minute at 240 pictures a second, and some."""

SAMPLES = 8
"""Pictures a second that are looked at."""

SMALL = (64, 48)
"""Size at which they are: enough for light and movement, and noise of the encoder is gone."""

DARK, FLAT, STILL = 20.0, 3.0, 0.02
"""Mean of a black picture, spread of a flat one, mean change of a still one; of 255. Black in video is 16."""

Sample = NDArray[np.float32]


def check(source: str, target: str, label: str, progress: Progress) -> str:
    """Look at SOURCE; where it is whole, copy it to TARGET with the label. A `Report` as JSON.

    For a process of a pool: it binds itself, and is ended by the alarm when it takes too long.
    """
    del progress
    _bind()
    try:
        report = look(Path(source))
        if report.broken is None:
            copy(Path(source), Path(target), label)
    finally:
        signal.alarm(0)
    return report.model_dump_json()


def look(path: Path) -> Report:
    """Decode a file to its end. What the decoder complains about is in the report."""
    try:
        with _open(path) as container:
            return _look(container)
    except (FFmpegError, ValueError, IndexError, MemoryError) as error:
        return Report(broken=type(error).__name__)


def copy(source: Path, target: Path, label: str) -> None:
    """The same pictures in a new file: no sound, no other tracks, the label in its metadata."""
    with (
        _open(source) as given,
        av.open(str(target), "w", format="mp4", options={"movflags": "+faststart"}) as made,
    ):
        made.metadata["comment"] = label
        stream = made.add_stream_from_template(given.streams.video[0])
        for packet in given.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                made.mux(packet)


def _open(path: Path) -> InputContainer:
    # By name, not by guess: FFmpeg would also read play lists, which name other files and addresses.
    with path.open("rb") as file:
        if file.read(8)[4:] != b"ftyp":
            raise ValueError("not an MP4")
    return av.open(str(path), format="mov,mp4,m4a,3gp,3g2,mj2")


def _look(container: InputContainer) -> Report:
    stream = container.streams.video[0]
    _refuse_flood(stream.width, stream.height)
    rate = float(stream.average_rate or 24)
    every = max(1, round(rate / SAMPLES))
    samples: list[Sample] = []
    frames, begin, end = 0, 0.0, 0.0
    for frame in container.decode(stream):
        _refuse_flood(frame.width, frame.height, frames)
        begin = frame.time or 0.0 if frames == 0 else begin
        end = max(end, (frame.time or 0.0) + 1 / rate)
        if frames % every == 0:
            samples.append(_sample(frame))
        frames += 1
    declared = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
    return Report(
        codec=stream.codec_context.name,
        width=stream.width,
        height=stream.height,
        frames=frames,
        seconds=max(0.0, end - begin),
        declared=declared,
        dark=_share(sample.mean() < DARK for sample in samples),
        flat=_share(sample.std() < FLAT for sample in samples),
        still=_share(np.abs(after - before).mean() < STILL for before, after in pairwise(samples)),
        broken=None if frames else "NoFrames",
    )


def _refuse_flood(width: int, height: int, frames: int = 0) -> None:
    if width * height > MOST_PIXELS or frames > MOST_FRAMES:
        raise ValueError(f"{width}x{height}, picture {frames}")


def _sample(frame: av.VideoFrame) -> Sample:
    return frame.reformat(*SMALL, format="gray").to_ndarray().astype(np.float32)


def _share(found: Iterable[bool | np.bool_]) -> float:
    values = [bool(value) for value in found]
    return sum(values) / len(values) if values else 0.0


def _bind() -> None:
    os.nice(max(0, 5 - os.nice(0)))
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(SECONDS)
