"""Whether a server still has a model, from its own list."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

import httpx2
import openai
from openai import AsyncOpenAI


async def missing_model(client: AsyncOpenAI, model: str) -> str | None:
    """What is wrong with the model; none where the server has it, or has no list.

    Raises:
        openai.OpenAIError: the server does not answer, or does not let us in.
    """
    try:
        answer = await client.get("/models", cast_to=httpx2.Response)
        models = _by_name(answer.json())
    except openai.APIStatusError as error:
        if error.status_code in (404, 405):
            return await _no_list(client)
        raise
    except (ValueError, KeyError, TypeError, AttributeError):
        return "the server's list of models cannot be read; is the base URL right?"
    return wrong_with(model, models, datetime.now(UTC).date().isoformat())


async def _no_list(client: AsyncOpenAI) -> str | None:
    """A server may have no list of models; one that knows no videos either is another one."""
    try:
        await client.get("/videos", options={"params": {"limit": 1}}, cast_to=httpx2.Response)
    except openai.NotFoundError:
        return "the server knows neither /models nor /videos; is the base URL right?"
    return None


def wrong_with(model: str, models: Mapping[str, Mapping[str, Any]], today: str) -> str | None:
    """What a list of models says against one of them."""
    if not models:
        return None
    if model not in models:
        return f"the server has no model {model!r}; it has {', '.join(sorted(models)[:8])}"
    ends = str(models[model].get("shutdown_date") or "")
    return f"the model {model!r} was retired on {ends}" if ends and ends <= today else None


def _by_name(listed: Any) -> Mapping[str, Mapping[str, Any]]:
    rows = cast(Sequence[Mapping[str, Any]], listed["data"])
    return {str(row["id"]): row for row in rows}
