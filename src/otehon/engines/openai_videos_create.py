"""The one request that costs money, as each kind of server wants it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from otehon.engines.base import Ask
from otehon.engines.openai_videos_server import Server


@dataclass(frozen=True)
class CreateRequest:
    """Body, files and headers of a create."""

    body: Mapping[str, Any]
    files: list[tuple[str, tuple[str, bytes, str]]] | None
    headers: Mapping[str, str]


def create_request(server: Server, ask: Ask, frame: bytes | None, intent: str) -> CreateRequest:
    """Model, prompt, length, size and first frame, and nothing else."""
    length, kind = server.profile.length
    body: dict[str, Any] = {
        "model": ask.model,
        "prompt": ask.prompt,
        length: kind(int(ask.seconds)),
        "size": ask.size,
    }
    headers = {"Idempotency-Key": intent}
    if (server.frame_transport if frame else server.transport) == "json":
        return CreateRequest(body | _picture(server, frame), None, headers)
    files = [("input_reference", ("first.png", frame, "image/png"))] if frame else None
    return CreateRequest(body, files, headers | {"Content-Type": "multipart/form-data"})


def _picture(server: Server, frame: bytes | None) -> dict[str, Any]:
    if frame is None:
        return {}
    link = "data:image/png;base64," + base64.b64encode(frame).decode()
    if server.profile.first_frame == "frame_images":
        image = {"type": "image_url", "image_url": {"url": link}, "frame_type": "first_frame"}
        return {"frame_images": [image]}
    return {"input_reference": {"image_url": link}}
