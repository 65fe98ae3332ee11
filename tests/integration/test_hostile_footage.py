"""Files that a provider must not be able to harm us with."""

import io
import os
import zlib
from collections.abc import Callable, Generator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil
import pytest

from otehon.emulator.footage import footage
from otehon.engines.arrival import check_arrival, claimed_seconds
from otehon.engines.base import Refused, TryAgain
from otehon.generation.checks import inspection
from otehon.generation.checks.inspection import Inspector
from otehon.generation.checks.judge import fault_of
from otehon.settings import LibrarySettings
from otehon.store.rows import Stage
from tests.integration import pool_work
from tests.integration.service import settled, working
from tests.integration.test_library import SQUAT, shelf
from tests.integration.test_paid import jobs, paid


@pytest.fixture(scope="module")
def inspector() -> Generator[Inspector]:
    inspector = Inspector()
    yield inspector
    inspector.close()


def good() -> bytes:
    return footage(320, 240, 2)


def bomb() -> bytes:
    """A picture of 16,000 x 16,000 points in 250 kB."""
    side = 16_000
    press = zlib.compressobj(9)
    body = b"".join(press.compress(bytes(side + 1)) for _ in range(side)) + press.flush()
    head = side.to_bytes(4) * 2 + bytes([8, 0, 0, 0, 0])
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in chunks
    )
    return muxed("png", side, [png] * 30)


def flood() -> bytes:
    """More pictures than a clip of a minute has, of almost no bytes each."""
    return muxed("mjpeg", 16, [tiny_jpeg()] * 25_000, rate=25_000)


def tiny_jpeg() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(np.zeros((16, 16), np.uint8)).save(buffer, "JPEG")
    return buffer.getvalue()


def muxed(codec: str, side: int, pictures: list[bytes], rate: int = 12) -> bytes:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mov") as container:
        stream: Any = container.add_stream(codec, rate=rate)
        stream.width = stream.height = side
        stream.pix_fmt = "gray" if codec == "png" else "yuvj420p"
        for number, picture in enumerate(pictures):
            packet = av.Packet(picture)
            packet.stream, packet.pts, packet.dts = stream, number, number
            packet.time_base, packet.duration = Fraction(1, rate), 1
            container.mux(packet)
    return buffer.getvalue()


def endless() -> bytes:
    """A film of two seconds that claims to last for years."""
    film = good()
    at = film.index(b"mvhd") + 4 + 16
    return film[:at] + (0xFFFFFFF0).to_bytes(4) + film[at + 4 :]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "random": lambda: os.urandom(200_000),
    "random after a good beginning": lambda: good()[:64] + os.urandom(200_000),
    "a head alone": lambda: good()[:40],
    "half": lambda: good()[: len(good()) // 2],
    "a hole in the pictures": lambda: good()[:3000] + bytes(3000) + good()[6000:],
    "a huge picture": bomb,
    "too many pictures": flood,
    "a play list": lambda: b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n",
    "a page": lambda: b"<!doctype html><title>Welcome</title>",
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_hostile_file_is_shown_and_the_next_good_one_is(
    name: str, inspector: Inspector, tmp_path: Path
) -> None:
    before = psutil.Process().memory_info().rss
    file = tmp_path / "clip.mp4"
    file.write_bytes(HOSTILE[name]())
    found = await inspector.inspect(file, "label")
    assert fault_of(found.report, None) is not None
    file.write_bytes(good())
    assert fault_of((await inspector.inspect(file, "label")).report, None) is None
    assert psutil.Process().memory_info().rss - before < 500e6


async def test_what_a_file_claims_is_read_without_a_decoder(tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    file.write_bytes(good())
    assert claimed_seconds(file) == pytest.approx(2, abs=0.1)
    await check_arrival(file, 60)
    file.write_bytes(endless())
    with pytest.raises(Refused, match="too_large"):
        await check_arrival(file, 60)


@pytest.mark.parametrize("name", ["nothing", "random", "a head alone", "half", "a play list", "a page"])
async def test_what_is_no_film_is_fetched_again(name: str, tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    file.write_bytes(HOSTILE[name]())
    with pytest.raises(TryAgain, match="bad_footage"):
        await check_arrival(file, 60)


@pytest.mark.parametrize("length", [0, 1, 7, 0xFFFFFFFF])
def test_boxes_of_wrong_lengths_lead_nowhere(length: int, tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    file.write_bytes(b"\0\0\0\x08ftyp" + (length.to_bytes(4) + b"free") * 5000)
    assert claimed_seconds(file) is None


async def test_a_film_that_kills_its_decoder_is_handed_on_and_the_worker_lives(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shelf(tmp_path / "own", SQUAT)
    settings = paid(
        database_url, tmp_path, engines=["fake", "library"], library=LibrarySettings(url=str(own))
    )
    async with working(settings) as runtime:
        with monkeypatch.context() as patched:
            patched.setattr(inspection, "check", pool_work.crash_at_films_of_fake)
            await runtime.requests.request_video(7, "スクワット", 5)
            state = await settled(runtime, 7, within=60)
        assert (state.clips[0].error or {})["cause"] == "bad_footage"
        assert (state.clips[0].stage, state.clips[0].shown_engine) == (Stage.DONE, "library")

        await runtime.requests.request_video(8, "スクワット", 5)
        state = await settled(runtime, 8, within=60)
        assert (state.clips[0].stage, state.clips[0].shown_engine) == (Stage.DONE, "fake")
    assert len(jobs(tmp_path)) == 2
