"""The ephemeral store of clips' files: a folder or any bucket, through obstore."""

import re
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, LocalStore, ObjectStore, S3Store, from_url

from otehon.engines.base import Footage

if TYPE_CHECKING:
    from obstore import Attributes
    from obstore.store import ClientConfig, RetryConfig

TIMEOUTS: "ClientConfig" = {"connect_timeout": "5s", "timeout": "60s", "allow_http": True}
"""An endpoint that is given as `http://…` is meant so."""

RETRIES: "RetryConfig" = {"max_retries": 2, "retry_timeout": timedelta(seconds=15)}
"""A bucket that is away: obstore's own ten tries would hold a reader for minutes."""

LONGEST_SIGNATURE = timedelta(days=7)
"""What S3 signs for at most."""

DRAFT = re.compile(r"#\d+$")
"""How obstore names a file of a folder until it is whole."""

DRAFT_LIFE = 600.0
"""Seconds after which nobody writes on a draft any more."""

PLAIN = "clip"
"""The variant's name of footage that exists in one form only."""


class Kind(StrEnum):
    """Which of a clip's files; the value is the ending of its name."""

    VIDEO = "mp4"
    POSTER = "webp"
    CAPTIONS_JA = "ja.vtt"
    CAPTIONS_EN = "en.vtt"

    @property
    def content_type(self) -> str:
        """The MIME type."""
        return {"mp4": "video/mp4", "webp": "image/webp"}.get(self.value, "text/vtt; charset=utf-8")


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that is there.

    Args:
        key: where it lies in the store.
        size: bytes.
        modified: when it was written.
    """

    key: str
    size: int
    modified: datetime

    @property
    def media(self) -> str:
        """The media key that it belongs to."""
        return self.key.split("/")[-2]


class MediaUnreachable(Exception):
    """The store does not answer, or has no space left; `full` says which."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.full = "No space left" in detail or "os error 28" in detail


class MediaStore:
    """Files by media key (what they show), variant and kind.

    Args:
        store: the folder or bucket.
    """

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @classmethod
    def at(cls, url: str | None, home: Path) -> "MediaStore":
        """The configured folder or bucket, or the home's own folder."""
        if url and "://" in url:
            is_folder = url.startswith("file:")
            return cls(
                from_url(url) if is_folder else from_url(url, client_options=TIMEOUTS, retry_config=RETRIES)
            )
        folder = Path(url) if url else home / "media"
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        return cls(LocalStore(folder, automatic_cleanup=True))

    async def keep(self, media: str, variant: str, footage: Footage) -> None:
        """Store a clip's files, the video last: where it is, the others are.

        Raises:
            MediaUnreachable: no space, or no answer.
        """
        captions = {
            Kind.CAPTIONS_JA: footage.captions.get("ja"),
            Kind.CAPTIONS_EN: footage.captions.get("en"),
        }
        files = {**captions, Kind.POSTER: footage.poster, Kind.VIDEO: footage.video}
        for kind, file in files.items():
            if file is not None:
                await self._put(key_of(media, variant, kind), file, kind.content_type)

    async def find(self, media: str, variant: str, kind: Kind) -> MediaFile | None:
        """The file, if it is there."""
        key = key_of(media, variant, kind)
        try:
            meta = await obstore.head_async(self._store, key)
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as error:
            raise MediaUnreachable(str(error)) from error
        return MediaFile(key, meta["size"], meta["last_modified"])

    async def address(self, key: str, method: Literal["GET", "HEAD"], life: float) -> str | None:
        """The bucket's own presigned link to a file, valid for so many seconds; None for a folder.

        Raises:
            MediaUnreachable: its credentials cannot be had.
        """
        if not isinstance(self._store, S3Store | GCSStore | AzureStore):
            return None
        try:
            lasting = min(timedelta(seconds=life), LONGEST_SIGNATURE)
            return await obstore.sign_async(self._store, method, key, lasting)
        except (BaseError, OSError) as error:
            raise MediaUnreachable(str(error)) from error

    async def origin(self) -> str | None:
        """Where the bucket's links lead, such as `https://s3.example.net`; None for a folder."""
        link = await self.address("origin", "GET", 1)
        return None if link is None else "{0.scheme}://{0.netloc}".format(urlsplit(link))

    async def read(self, key: str, start: int, end: int) -> AsyncGenerator[bytes]:
        """Bytes from `start` up to, and without, `end`.

        Raises:
            MediaUnreachable: no answer, or the file has gone meanwhile.
        """
        options: obstore.GetOptions = {"range": (start, end)}
        try:
            result = await obstore.get_async(self._store, key, options=options)
            async for chunk in result.stream(min_chunk_size=256 * 1024):
                yield bytes(chunk)
        except (BaseError, OSError) as error:
            raise MediaUnreachable(str(error)) from error

    async def files(self) -> Sequence[MediaFile]:
        """Every file, in no order."""
        found: list[MediaFile] = []
        async for batch in obstore.list(self._store):
            found += [MediaFile(meta["path"], meta["size"], meta["last_modified"]) for meta in batch]
        return [file for file in found if file.key.count("/") == 2]

    def sweep_drafts(self) -> int:
        """Remove what a process left half written when it was killed; how many files. A bucket has none."""
        if not isinstance(self._store, LocalStore):
            return 0
        long_ago = time.time() - DRAFT_LIFE
        drafts = [file for file in Path(str(self._store.prefix)).rglob("*#*") if DRAFT.search(file.name)]
        doomed = [file for file in drafts if _written(file) < long_ago]
        for file in doomed:
            file.unlink(missing_ok=True)
        _remove_empty(Path(str(self._store.prefix)), long_ago)
        return len(doomed)

    async def remove(self, media: str) -> None:
        """Remove every file of a media key.

        Raises:
            MediaUnreachable: no answer; what is left goes with the sweep.
        """
        try:
            keys = [file.key async for file in self._files_of(media)]
            for key in keys:
                await self.remove_file(key)
        except BaseError as error:
            raise MediaUnreachable(str(error)) from error

    async def remove_file(self, key: str) -> None:
        """Remove one file; one that is gone already is no error."""
        try:
            await obstore.delete_async(self._store, key)
        except FileNotFoundError:
            return

    async def _files_of(self, media: str) -> AsyncGenerator[MediaFile]:
        async for batch in obstore.list(self._store, f"{media[:2]}/{media}"):
            for meta in batch:
                yield MediaFile(meta["path"], meta["size"], meta["last_modified"])

    async def _put(self, key: str, file: Path, content_type: str) -> None:
        # A bucket answers with the type that it was given; a folder keeps none.
        kept: Attributes = {} if isinstance(self._store, LocalStore) else {"Content-Type": content_type}
        try:
            await obstore.put_async(self._store, key, file, attributes=kept)
        except (BaseError, OSError) as error:
            raise MediaUnreachable(str(error)) from error


def _remove_empty(root: Path, long_ago: float) -> None:
    """Folders that nothing came into, because the disk was full: the innermost first."""
    for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
        if _written(folder) < long_ago:
            with suppress(OSError):  # it holds something
                folder.rmdir()


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # whole by now, or gone
        return time.time()


def key_of(media: str, variant: str, kind: Kind) -> str:
    """Where a file lies in the store."""
    return f"{media[:2]}/{media}/{variant}.{kind}"
