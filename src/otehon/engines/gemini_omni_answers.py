"""What the errors of google-genai's interactions mean. They are no subclasses of its `APIError`."""

from collections.abc import Mapping
from typing import Any, cast

import httpx2

from otehon.engines.answers import Answer, clean, refusal
from otehon.engines.base import EngineError, Refused, TryAgain, Unclear

STATUS_OF_POLL = {401: "no_key", 403: "not_verified", 429: "rate_limited"}


def refused_submit(error: Exception, key: str) -> EngineError:
    """The error of a create."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return refusal(_answer(error, status, key))
    if any(isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout) for cause in _causes(error)):
        return TryAgain("unreachable", type(error).__name__)
    return Unclear(f"no answer: {type(error).__name__}")


def refused_poll(error: Exception, key: str) -> EngineError:
    """The error of a get."""
    status = getattr(error, "status_code", None)
    if status in (404, 410):
        return Refused("expired", "Google has forgotten the job", spent=True)
    return TryAgain(STATUS_OF_POLL.get(status or 0, "unreachable"), clean(f"{status} {error}", key))


def _answer(error: Exception, status: int, key: str) -> Answer:
    inner = _error_of(getattr(error, "body", None))
    code, words = str(inner.get("status") or ""), clean(inner.get("message") or error, key)
    if "API key" in words or "API_KEY" in words:
        code = "api_key_invalid"
    return Answer(status, code, words)


def _error_of(body: object) -> Mapping[str, Any]:
    outer = cast(dict[str, Any], body) if isinstance(body, dict) else dict[str, Any]()
    inner: Any = outer.get("error", outer)
    return cast(dict[str, Any], inner) if isinstance(inner, dict) else outer


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in found:
        found.append(current)
        current = current.__cause__ or current.__context__
    return found
