"""Media in a folder or a bucket, by key."""

from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, ObjectStore

from otehon.errors import OtehonError
from otehon.generation.media.files import MediaFile
from otehon.generation.media.key import MediaKey, is_key

CHUNK_BYTES = 256 * 1024


class MediaUnwritable(OtehonError):
    """Media could not be stored: no space, no permission, the bucket is away."""

    exit_code = 5


class MediaUnreadable(OtehonError):
    """The folder or bucket does not answer."""

    exit_code = 5


class MediaMissing(OtehonError):
    """There are no such media, or not any more."""


@dataclass(frozen=True, slots=True)
class MediaObject:
    """One file as it lies in the store.

    Args:
        size: bytes.
        etag: the store's own mark of these very bytes, without quotes.
        modified: when it was written.
    """

    size: int
    etag: str
    modified: datetime


class MediaStore:
    """The media of every clip. Nothing in it is the only copy of anything."""

    def __init__(self, objects: ObjectStore) -> None:
        self._objects = objects

    async def put(self, key: MediaKey, files: Mapping[MediaFile, bytes | Path]) -> None:
        """Store a clip's files, each one atomically, and the video last: where it is, all are.

        Raises:
            MediaUnwritable: nothing that a reader could take for the clip is left.
        """
        try:
            for file in sorted(files, key=lambda file: file is MediaFile.VIDEO):
                await obstore.put_async(self._objects, _path(key, file), files[file])
        except (BaseError, OSError) as error:
            do = "Free space or mend the media store's permissions, then ask again."
            raise MediaUnwritable(f"The media could not be stored: {_first_line(error)}.", do) from error

    async def has(self, key: MediaKey) -> bool:
        """Whether the clip's video is there."""
        return await self.find(key, MediaFile.VIDEO) is not None

    async def find(self, key: MediaKey, file: MediaFile) -> MediaObject | None:
        """What is known of a file; None where it is not there.

        Raises:
            MediaUnreadable: nobody can tell.
        """
        try:
            meta = await obstore.head_async(self._objects, _path(key, file))
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise _unreadable(error) from error
        etag = (meta["e_tag"] or f"{meta['size']:x}").strip('"')
        return MediaObject(meta["size"], etag, meta["last_modified"])

    async def read(self, key: MediaKey, file: MediaFile) -> bytes:
        """A whole file.

        Raises:
            MediaMissing: it is not there.
        """
        try:
            result = await obstore.get_async(self._objects, _path(key, file))
        except FileNotFoundError:
            raise _missing(key, file) from None
        except BaseError as error:
            raise _unreadable(error) from error
        return bytes(await result.bytes_async())

    async def stream(self, key: MediaKey, file: MediaFile, start: int, end: int) -> AsyncGenerator[bytes]:
        """The bytes from `start` up to, not including, `end`, in pieces.

        Raises:
            MediaMissing: it is not there.
        """
        for begin in range(start, end, CHUNK_BYTES):
            until = min(begin + CHUNK_BYTES, end)
            try:
                piece = await obstore.get_range_async(self._objects, _path(key, file), start=begin, end=until)
            except FileNotFoundError:
                raise _missing(key, file) from None
            yield bytes(piece)

    async def delete(self, keys: Iterable[MediaKey]) -> None:
        """Remove every file of those clips; what is not there is no error."""
        for key in keys:
            for file in MediaFile:
                await self._delete(_path(key, file))

    async def listing(self) -> AsyncGenerator[tuple[str, MediaObject]]:
        """Every object with its path."""
        async for batch in obstore.list(self._objects, chunk_size=1000):
            for meta in batch:
                yield meta["path"], MediaObject(meta["size"], meta["e_tag"] or "", meta["last_modified"])

    async def _delete(self, path: str) -> None:
        try:
            await obstore.delete_async(self._objects, path)
        except FileNotFoundError:
            return


def open_media(place: str | Path) -> MediaStore:
    """The store in a folder, which is made, or behind a URL such as `s3://bucket/folder` or `file:///…`."""
    if isinstance(place, str) and "://" in place and not place.startswith("file:"):
        return MediaStore(obstore.store.from_url(place))
    folder = Path(str(place).removeprefix("file://"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"The media folder {folder} cannot be made: {error.strerror}."
        raise MediaUnwritable(what, "Set OTEHON_MEDIA_URL to a place that can be written.") from error
    return MediaStore(LocalStore(folder))


def memory_media() -> MediaStore:
    """A store in memory, for one process and its lifetime."""
    return MediaStore(MemoryStore())


def key_of(path: str) -> MediaKey | None:
    """The key to which an object belongs; None for what is not ours."""
    key = path.split("/", 1)[0]
    return key if is_key(key) else None


def _path(key: MediaKey, file: MediaFile) -> str:
    if not is_key(key):
        raise ValueError(f"not a media key: {key!r}")
    return f"{key}/{file.filename}"


def _unreadable(error: BaseError) -> MediaUnreadable:
    do = "See that the media folder or bucket is there and may be read."
    return MediaUnreadable(f"The media store does not answer: {_first_line(error)}.", do)


def _missing(key: MediaKey, file: MediaFile) -> MediaMissing:
    return MediaMissing(f"{file.filename} of {key} is not there any more.", "Ask for the clip again.")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
