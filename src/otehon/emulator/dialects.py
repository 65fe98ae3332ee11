"""How the servers of `/v1/videos` differ, as data. Sources: their own documents and code, November 2026."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4


def _litellm_id() -> str:
    inner = f"litellm:custom_llm_provider:openai;model_id:;video_id:video_{uuid4().hex}"
    return "video_" + base64.b64encode(inner.encode()).decode()


@dataclass(frozen=True)
class Dialect:
    """One server.

    Args:
        new_id: makes a job's id.
        form, json: which bodies a create takes.
        form_needs_image: a form without a picture is refused (SGLang Diffusion).
        json_needs_path: a picture in JSON is the name of a file on the server (SGLang Diffusion).
        states: what it calls queued, in_progress, completed, failed.
        created: the HTTP status of a create.
        duration: the length is `duration`, a number, not `seconds`, a text (OpenRouter).
        brief: the answer to a create holds id, polling_url and status only (OpenRouter).
        links: done jobs hold links under this name.
        serves_content: `/videos/{id}/content` is there.
        error_code: a failed job's error has a code.
        echoes_prompt: jobs hold their prompt.
        says_more: a page of the list says whether it is the last.
        any_size: every length and size is taken.
    """

    new_id: Callable[[], str] = lambda: f"video_{uuid4().hex}"
    form: bool = True
    json: bool = True
    form_needs_image: bool = False
    json_needs_path: bool = False
    states: Mapping[str, str] = field(default_factory=dict[str, str])
    created: int = 200
    duration: bool = False
    brief: bool = False
    links: str | None = None
    serves_content: bool = True
    error_code: bool = True
    echoes_prompt: bool = True
    says_more: bool = True
    any_size: bool = False


_OPENAI = {name: name for name in ("queued", "in_progress", "completed", "failed", "expired", "cancelled")}

DIALECTS: Mapping[str, Dialect] = {
    "openai": Dialect(states=_OPENAI),
    "vllm-omni": Dialect(
        new_id=lambda: f"video_gen_{uuid4().hex}", json=False, states=_OPENAI, any_size=True
    ),
    "sglang": Dialect(
        new_id=lambda: uuid4().hex,
        form_needs_image=True,
        json_needs_path=True,
        states=_OPENAI,
        error_code=False,
        echoes_prompt=False,
        says_more=False,
        any_size=True,
    ),
    "litellm": Dialect(new_id=_litellm_id, states=_OPENAI, any_size=True),
    "openrouter": Dialect(
        new_id=lambda: f"gen-vid-{uuid4().hex[:20]}",
        form=False,
        states={**_OPENAI, "queued": "pending"},
        created=202,
        duration=True,
        brief=True,
        links="unsigned_urls",
        echoes_prompt=False,
        any_size=True,
    ),
    "links-only": Dialect(
        states={**_OPENAI, "in_progress": "processing", "completed": "succeeded"},
        links="video_url",
        serves_content=False,
        any_size=True,
    ),
}
