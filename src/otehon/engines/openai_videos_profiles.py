"""How servers of `/v1/videos` want to be asked, as data. Sources stand in docs/cloud.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Transport = Literal["form", "json"]
FirstFrame = Literal["file", "image_url", "frame_images", "none"]


@dataclass(frozen=True)
class Profile:
    """One kind of server. The default of every field is OpenAI's own description.

    Args:
        transport: how a create is sent.
        frame_transport: how one with a picture is sent, where that differs.
        length: the field of the length, and whether it is a number.
        first_frame: how a picture is sent: a file of the form, a data URL in `input_reference` or in
            `frame_images`, or not at all. A file cannot go in JSON: there it is a data URL.
        seconds, sizes: what it makes; empty means any.
        lists: whether `GET /videos` lists jobs with their prompts.
        deletes: whether `DELETE /videos/{id}` is there.
    """

    transport: Transport = "form"
    frame_transport: Transport | None = None
    length: tuple[str, type] = ("seconds", str)
    first_frame: FirstFrame = "file"
    seconds: tuple[float, ...] = ()
    sizes: tuple[str, ...] = ()
    lists: bool = True
    deletes: bool = True


PROFILES: Mapping[str, Profile] = {
    "openai": Profile(seconds=(4, 8, 12, 16, 20), sizes=("1280x720", "720x1280")),
    "vllm-omni": Profile(),
    # Its own code: a form without a picture is refused, and JSON names a picture by a path on the server.
    "sglang": Profile(transport="json", frame_transport="form"),
    "litellm": Profile(),
    "openrouter": Profile(
        transport="json", length=("duration", int), first_frame="frame_images", lists=False, deletes=False
    ),
}

WAITING = frozenset({"queued", "pending", "in_progress", "processing", "running", "submitted"})
DONE = frozenset({"completed", "succeeded", "success"})
EXPIRED = frozenset({"expired", "deleted"})
FAILED = frozenset({"failed", "cancelled", "canceled", "error"})

LINKS = ("video_url", "unsigned_urls", "url", "output_url")
"""Where servers without `/videos/{id}/content` say where the clip is."""
