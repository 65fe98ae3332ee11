"""A customer's own clips in a folder or bucket, found by the drill's id, else by its words."""

import asyncio
import hashlib
from pathlib import Path
from typing import ClassVar

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from otehon.engines.arrival import check_arrival
from otehon.engines.base import (
    Capabilities,
    Credit,
    Engine,
    Footage,
    Handle,
    Order,
    Progress,
    Ready,
    Refused,
    TryAgain,
    Unavailable,
    Waiting,
)
from otehon.engines.library_index import INDEX, Entry, Index, WrongIndex, find_entry, read_index
from otehon.settings import Settings

MOST_BYTES = 200_000_000
LONGEST = 600.0
"""Seconds."""


class LibraryEngine(Engine):
    """Clips that are there already. The index is read anew for each clip, so that a new one counts at once.

    Args:
        store: the folder or bucket; none where it is not set.
        wrong: why there is no store.
    """

    name: ClassVar[str] = "library"
    capabilities: Capabilities = Capabilities()

    def __init__(self, store: ObjectStore | None, wrong: str = "OTEHON_LIBRARY__URL not set") -> None:
        self._store = store
        self._wrong = wrong

    async def submit(self, order: Order) -> Handle:
        """Look the drill up."""
        entry = find_entry(await self._index(), order.drill, order.title)
        if entry is None:
            raise Refused("not_in_library", f"no clip of {order.drill or order.title[:40]!r}")
        return {"id": entry.file, "title": entry.title, "licence": entry.licence}

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """It is there."""
        return Ready()

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Copy the clip."""
        file = folder / "clip.mp4"
        try:
            found = await obstore.get_async(self._opened(), str(handle["id"]))
            if found.meta["size"] > MOST_BYTES:
                raise Refused("too_large", f"{found.meta['size']} bytes")
            with file.open("wb") as target:
                async for chunk in found.stream():
                    await asyncio.to_thread(target.write, bytes(chunk))
        except FileNotFoundError as error:
            raise Refused("expired", "the library's clip is gone") from error
        except BaseError as error:
            raise TryAgain("unreachable", type(error).__name__) from error
        progress(1.0)
        await check_arrival(file, LONGEST)
        return Footage(file, credit=Credit(str(handle["title"]), str(handle["licence"])))

    def media_key(self, order: Order) -> str:
        """One for each attempt: a clip may be exchanged under its name."""
        return hashlib.sha256(f"library {order.intent}".encode()).hexdigest()[:32]

    async def check(self) -> str | None:
        """Whether the index can be read and its clips are there."""
        try:
            index = await self._index()
            absent = [entry.file for entry in index.clips if not await self._is_there(entry)]
        except (Unavailable, TryAgain) as error:
            return error.detail
        return f"the index names clips that are not there: {', '.join(absent[:5])}" if absent else None

    async def _index(self) -> Index:
        try:
            found = await obstore.get_async(self._opened(), INDEX)
            return read_index(bytes(await found.bytes_async()))
        except FileNotFoundError as error:
            raise Unavailable("not_set_up", f"there is no {INDEX} in the library") from error
        except WrongIndex as error:
            raise Unavailable("not_set_up", str(error)) from error
        except BaseError as error:
            raise TryAgain("unreachable", f"the library cannot be read: {type(error).__name__}") from error

    async def _is_there(self, entry: Entry) -> bool:
        try:
            await obstore.head_async(self._opened(), entry.file)
        except FileNotFoundError:
            return False
        return True

    def _opened(self) -> ObjectStore:
        if self._store is None:
            raise Unavailable("not_set_up", self._wrong)
        return self._store


def create(settings: Settings) -> LibraryEngine:
    """The entry point."""
    url = settings.library.url
    if not url:
        return LibraryEngine(None)
    if "://" in url:
        return LibraryEngine(from_url(url))
    if not Path(url).is_dir():
        return LibraryEngine(None, "OTEHON_LIBRARY__URL is no folder")
    return LibraryEngine(LocalStore(Path(url)))
