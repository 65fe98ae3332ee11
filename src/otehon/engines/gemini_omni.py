"""Google's Gemini Omni through the Interactions API. Needs the extra `otehon[gemini]`."""

import base64
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

import httpx2

from otehon.engines.answers import clean, failure
from otehon.engines.arrival import check_arrival
from otehon.engines.base import (
    Ask,
    Capabilities,
    Engine,
    Footage,
    Handle,
    Order,
    Progress,
    Ready,
    Refused,
    TryAgain,
    Unavailable,
    Unclear,
    Waiting,
)
from otehon.engines.choice import nearest_seconds, pixels
from otehon.engines.download import NotThere, Source, download
from otehon.engines.gemini_omni_answers import refused_poll, refused_submit
from otehon.engines.guidance import Guide
from otehon.settings import GeminiOmniSettings, Settings

if TYPE_CHECKING:
    from google import genai

GOOGLE = "https://generativelanguage.googleapis.com"
VERSION = "v1beta"
"""As Google's own documents show it for Omni; the SDK's default is another."""

TIMEOUT_MS = 120_000
SECONDS = tuple(float(second) for second in range(4, 11))
"""With first and last frame 3 to 10 s; fewer than 4 is never wanted."""

HEIGHTS: Mapping[str, int] = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}
WAITING = frozenset({"queued", "in_progress"})
NO_CREDIT = frozenset({"budget_exceeded"})


class GeminiOmniEngine(Engine):
    """Videos by Gemini Omni. Interactions cannot be listed: an unclear submit is for a person.

    Args:
        settings: model, place, resolution.
        key: the Gemini API key; empty where none is set.
        guide: makes prompts and frames.
    """

    name: ClassVar[str] = "gemini-omni"

    def __init__(self, settings: GeminiOmniSettings, key: str, guide: Guide) -> None:
        self._settings = settings
        self._base_url = settings.base_url or GOOGLE
        self._secret = _Secret(key)
        self._guide = guide
        self._web = httpx2.AsyncClient(timeout=httpx2.Timeout(60.0, connect=10.0), follow_redirects=False)
        self._opened: genai.Client | None = None
        height = HEIGHTS[settings.resolution]
        wide = f"{height * 16 // 9}x{height}"
        self.capabilities = Capabilities(
            paid=True,
            repeatable_submit=False,
            seconds=SECONDS,
            sizes=(wide, f"{height}x{height * 16 // 9}"),
            cancels=True,
            needs_movement=True,
        )

    async def ask(self, order: Order) -> Ask:
        """The prompt, and the nearest length; wide, or upright where the wanted picture is."""
        seconds = nearest_seconds(order.seconds, SECONDS)
        width, height = pixels(order.variant.size)
        size = self.capabilities.sizes[0 if width >= height else 1]
        frames = 2 if self._sends_frames(order) else 0
        prompt = await self._guide.prompt(order, seconds, "omni", frames)
        return Ask(prompt, seconds, size, self._settings.model)

    async def get_ready(self, order: Order) -> None:
        """Draw first and last frame."""
        if order.ask is not None and self._sends_frames(order):
            await self._guide.frames(order, order.ask)

    async def submit(self, order: Order) -> Handle:
        """Create the interaction: one attempt. Even an empty one would cost a whole generation."""
        if missing := self._missing():
            raise Unavailable("no_key" if not self._secret.value else "not_set_up", missing)
        ask = order.ask or await self.ask(order)
        frames = await self._guide.frames(order, ask) if self._sends_frames(order) else ()
        try:
            made = await self._client().aio.interactions.create(**self._request(ask, frames))
        except Exception as error:  # noqa: BLE001  the SDK raises what its transport raises, too
            raise refused_submit(error, self._secret.value) from None
        handle = getattr(made, "id", None)
        if not handle:
            raise Unclear("the answer has no id")
        return {"id": str(handle)}

    async def poll(self, handle: Handle) -> Waiting | Ready:
        """Get the interaction."""
        shown = await self._get(handle)
        status = str(shown.status)
        if status in WAITING:
            return Waiting()
        if status in NO_CREDIT:
            raise Unavailable("no_credit", status)
        if status != "completed":
            raise failure(*self._error(shown, status))
        if shown.output_video is None:
            # Google's own words: a block can look like `completed` with no output tokens.
            raise Refused("blocked", "completed without a video", spent=True)
        return Ready()

    async def fetch(self, handle: Handle, order: Order, folder: Path, progress: Progress) -> Footage:
        """Stream the clip into a file."""
        video = (await self._get(handle)).output_video
        if video is None:
            raise Refused("blocked", "completed without a video", spent=True)
        file = folder / "clip.mp4"
        if video.uri:
            await self._stream(str(video.uri), file, progress)
        else:
            file.write_bytes(self._inline(video.data))
        await check_arrival(file, self._settings.max_seconds)
        return Footage(file)

    async def cancel(self, handle: Handle) -> None:
        """Stop the interaction if it runs, and delete it with its clip."""
        interactions: Any = self._client().aio.interactions
        for verb in (interactions.cancel, interactions.delete):
            try:
                await verb(str(handle["id"]))
            except Exception as error:  # noqa: BLE001  one that has ended cannot be stopped
                if getattr(error, "status_code", None) not in (400, 404, 409):
                    raise TryAgain("unreachable", f"not canceled: {type(error).__name__}") from None

    async def check(self) -> str | None:
        """What is not set or not installed, and whether Google still has the model."""
        if missing := self._missing():
            return missing
        url = f"{self._base_url.rstrip('/')}/{VERSION}/models?pageSize=1000"
        answer = await self._web.get(url, headers=self._headers())
        if answer.status_code in (400, 401, 403):
            return "Google does not accept the key; set GEMINI_API_KEY"
        names = [str(row["name"]).removeprefix("models/") for row in answer.json().get("models", ())]
        model = self._settings.model
        return f"Google has no model {model!r} any more" if names and model not in names else None

    async def close(self) -> None:
        """Let go of connections and processes."""
        await self._web.aclose()
        if self._opened is not None:
            await self._opened.aio.aclose()
        await self._guide.close()

    def _request(self, ask: Ask, frames: Sequence[bytes]) -> dict[str, Any]:
        width, height = pixels(ask.size)
        pictures = [
            {"type": "image", "data": base64.b64encode(frame).decode(), "mime_type": "image/png"}
            for frame in frames
        ]
        task = "image_to_video" if pictures else "text_to_video"
        return {
            "model": ask.model,
            "input": [*pictures, {"type": "text", "text": ask.prompt}],
            "response_format": {
                "type": "video",
                "aspect_ratio": "16:9" if width >= height else "9:16",
                "duration": f"{ask.seconds:g}s",
                "resolution": self._settings.resolution,
                "delivery": "uri",
            },
            "generation_config": {"video_config": {"task": task}},
            "background": True,
            "store": True,
        }

    def _client(self) -> "genai.Client":
        from google import genai
        from google.genai import types

        if self._opened is None:
            options = types.HttpOptions(
                base_url=self._base_url,
                api_version=VERSION,
                timeout=TIMEOUT_MS,
                retry_options=types.HttpRetryOptions(attempts=1),
            )
            self._opened = genai.Client(api_key=self._secret.value, http_options=options)
        return self._opened

    async def _get(self, handle: Handle) -> Any:
        try:
            return await self._client().aio.interactions.get(str(handle["id"]))
        except Exception as error:  # noqa: BLE001  the SDK raises what its transport raises, too
            raise refused_poll(error, self._secret.value) from None

    async def _stream(self, uri: str, file: Path, progress: Progress) -> None:
        source = Source(self._base_url, self._headers(), self._settings.max_bytes)
        try:
            await download(self._web, uri, source, file, progress)
        except NotThere as missing:
            if missing.status in (401, 403) and "expire" not in missing.words:
                raise TryAgain("no_key", f"the clip was refused: {missing.status}") from None
            words = clean(missing.words, self._secret.value)
            raise Refused("expired", words, spent=True) from None

    def _inline(self, data: object) -> bytes:
        clip = base64.b64decode(data) if isinstance(data, str) else cast(bytes, data or b"")
        if len(clip) > self._settings.max_bytes:
            raise Refused("too_large", f"{len(clip)} bytes", spent=True)
        return clip

    def _error(self, shown: Any, status: str) -> tuple[str, str]:
        errors = [error for error in shown.errors or () if error is not None]
        if not errors:
            return "", status
        code = str(getattr(errors[0], "code", "") or "")
        return code, clean(getattr(errors[0], "message", "") or status, self._secret.value)

    def _headers(self) -> dict[str, str]:
        return {"x-goog-api-key": self._secret.value}

    def _sends_frames(self, order: Order) -> bool:
        return self._settings.reference and self._guide.can_guide(order)

    def _missing(self) -> str | None:
        if find_spec("google.genai") is None:
            return "the extra is not installed: pip install 'otehon[gemini]'"
        return None if self._secret.value else "GEMINI_API_KEY not set"


class _Secret:
    """A key that does not show itself."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "<key>"


def create(settings: Settings) -> GeminiOmniEngine:
    """The entry point."""
    key = settings.gemini_api_key.get_secret_value() if settings.gemini_api_key else ""
    return GeminiOmniEngine(settings.gemini_omni, key, Guide.of(settings))
