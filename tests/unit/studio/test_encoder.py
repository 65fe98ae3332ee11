from pathlib import Path

import av
import numpy as np

from otehon.studio.encoder import Chapter, Encoder
from otehon.studio.size import Size

SIZE = Size(320, 192)


def film(path: Path, frames: int, chapters: tuple[Chapter, ...] = ()) -> None:
    with Encoder(path, SIZE, chapters=chapters) as encoder:
        for i in range(frames):
            encoder.canvas.luma[:] = 40 + i
            encoder.write()


def test_frames_come_back_with_rate_size_and_format(tmp_path: Path) -> None:
    film(tmp_path / "x.mp4", 45)
    with av.open(str(tmp_path / "x.mp4")) as file:
        stream = file.streams.video[0]
        lumas = [float(frame.to_ndarray()[:192].mean()) for frame in file.decode(stream)]

        assert (stream.width, stream.height, stream.pix_fmt) == (320, 192, "yuv420p")
        assert stream.average_rate == 30
        assert stream.codec_context.name == "h264"
    assert np.allclose(lumas, 40 + np.arange(45), atol=1.5)


def test_the_index_stands_before_the_pictures(tmp_path: Path) -> None:
    film(tmp_path / "x.mp4", 5)
    data = (tmp_path / "x.mp4").read_bytes()

    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_chapters_keep_their_names_and_times(tmp_path: Path) -> None:
    film(tmp_path / "x.mp4", 60, (Chapter("もも上げ", 0, 30), Chapter("Plank", 30, 60)))
    with av.open(str(tmp_path / "x.mp4")) as file:
        found = file.chapters()

    assert [chapter["metadata"]["title"] for chapter in found] == ["もも上げ", "Plank"]
    assert [chapter["start"] * (chapter["time_base"] or 0) for chapter in found] == [0, 1]
