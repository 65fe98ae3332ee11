"""An answer that is read whole is a small one: what is larger, or packed, is not read to its end."""

from collections.abc import AsyncGenerator
from typing import Any

import httpx2

LIMIT = 8 << 20
"""Bytes. A page of a hundred jobs with their prompts is a twentieth of it."""

HEADERS = {"Accept-Encoding": "identity"}
"""A packed answer may unfold to any size."""


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > LIMIT:
                raise httpx2.ReadError(f"the answer is larger than {LIMIT} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bind(response: httpx2.Response) -> None:
    response.headers.pop("content-encoding", None)
    response.stream = _Bounded(response.stream)


def small_answers(timeout: httpx2.Timeout) -> httpx2.AsyncClient:
    """A client for JSON. Reading what is too large raises `httpx2.ReadError`."""
    return httpx2.AsyncClient(
        timeout=timeout, follow_redirects=False, headers=HEADERS, event_hooks={"response": [_bind]}
    )
