from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from otehon.generation.media.files import MediaFile
from otehon.generation.media.store import (
    MediaMissing,
    MediaStore,
    MediaUnreadable,
    MediaUnwritable,
    memory_media,
    open_media,
)
from otehon.generation.media.sweep import Group, overdue, sweep

KEY = "0123456789abcdef" * 2
OTHER = "f" * 32
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture(params=["folder", "memory"])
def media(request: pytest.FixtureRequest, tmp_path: Path) -> MediaStore:
    return open_media(tmp_path / "media") if request.param == "folder" else memory_media()


async def test_what_was_put_can_be_found_and_read(media: MediaStore):
    await media.put(KEY, {MediaFile.VIDEO: b"0123456789", MediaFile.POSTER: b"picture"})
    found = await media.find(KEY, MediaFile.VIDEO)
    assert found is not None
    assert found.size == 10
    assert await media.read(KEY, MediaFile.POSTER) == b"picture"
    assert await media.has(KEY)


async def test_a_part_can_be_streamed(media: MediaStore):
    await media.put(KEY, {MediaFile.VIDEO: bytes(range(256)) * 2048})
    parts = [part async for part in media.stream(KEY, MediaFile.VIDEO, 255, 400_000)]
    assert len(parts) == 2
    assert b"".join(parts) == (bytes(range(256)) * 2048)[255:400_000]


async def test_what_is_not_there_is_missing(media: MediaStore):
    assert await media.find(KEY, MediaFile.VIDEO) is None
    assert not await media.has(KEY)
    with pytest.raises(MediaMissing):
        await media.read(KEY, MediaFile.VIDEO)
    with pytest.raises(MediaMissing):
        _ = [part async for part in media.stream(KEY, MediaFile.VIDEO, 0, 5)]


async def test_a_changed_file_has_another_etag(media: MediaStore):
    await media.put(KEY, {MediaFile.VIDEO: b"one"})
    before = await media.find(KEY, MediaFile.VIDEO)
    await media.put(KEY, {MediaFile.VIDEO: b"another"})
    after = await media.find(KEY, MediaFile.VIDEO)
    assert before is not None
    assert after is not None
    assert before.etag != after.etag


async def test_deleting_removes_every_file_and_nothing_else(media: MediaStore):
    await media.put(KEY, {MediaFile.VIDEO: b"x", MediaFile.CAPTIONS_JA: b"y"})
    await media.put(OTHER, {MediaFile.VIDEO: b"x"})
    await media.delete([KEY, "a" * 32])
    assert [path async for path, _ in media.listing()] == [f"{OTHER}/clip.mp4"]


@pytest.mark.parametrize("key", ["", "../" + "a" * 29, "A" * 32, "a" * 31, "a" * 33, "a" * 31 + "\n"])
async def test_only_keys_name_files(media: MediaStore, key: str):
    with pytest.raises(ValueError, match="not a media key"):
        await media.find(key, MediaFile.VIDEO)


async def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path):
    media = open_media(tmp_path / "media")
    (tmp_path / "media" / KEY).write_bytes(b"a file where a folder should be")
    with pytest.raises(MediaUnwritable, match="could not be stored"):
        await media.put(KEY, {MediaFile.VIDEO: b"x"})
    with pytest.raises(MediaUnreadable, match="does not answer"):
        await media.find(KEY, MediaFile.VIDEO)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(MediaUnwritable, match="OTEHON_MEDIA_URL"):
        open_media(tmp_path / "file" / "media")


async def test_sweeping_removes_the_overdue_and_then_the_oldest(media: MediaStore):
    await media.put(KEY, {MediaFile.VIDEO: b"x" * 100, MediaFile.POSTER: b"y" * 10})
    soon = datetime.now(UTC) + timedelta(seconds=1)
    assert await sweep(media, soon, timedelta(hours=1), 110) == []
    assert await sweep(media, soon, timedelta(hours=1), 109) == [KEY]
    await media.put(OTHER, {MediaFile.VIDEO: b"x"})
    assert await sweep(media, soon + timedelta(hours=2), timedelta(hours=1), 10**9) == [OTHER]
    assert not await media.has(OTHER)


def test_the_size_limit_takes_the_oldest_first_and_no_more_than_needed():
    young = [Group(str(age), 10, NOW - timedelta(minutes=age)) for age in (5, 4, 3, 2, 1)]
    assert overdue(young, NOW, timedelta(hours=1), 30) == ["5", "4"]
    assert overdue(young, NOW, timedelta(minutes=3), 10**9) == ["5", "4"]
    assert overdue(young, NOW, timedelta(hours=1), 50) == []


async def test_files_of_others_in_the_folder_stay(tmp_path: Path):
    media = open_media(f"file://{tmp_path}/media")
    (tmp_path / "media" / "README").write_text("mine")
    assert await sweep(media, NOW + timedelta(days=999), timedelta(1), 0) == []
    assert (tmp_path / "media" / "README").exists()
