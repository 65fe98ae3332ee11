"""Orders for engines, and where the emulator is."""

from uuid import uuid4

from otehon.engines.base import Order, Variant
from otehon.settings import Settings

KEY = "canary-0123456789"
"""Without the look of a key, so that its form alone does not have it struck out."""


def order(drill: str | None = "squat", title: str = "スクワット", **changes: object) -> Order:
    given: dict[str, object] = {"words": "", "dose": {"sets": 3, "reps": 15}, "seconds": 5.0} | changes
    return Order(uuid4(), uuid4(), 0, drill, title, **given, variant=Variant())  # pyright: ignore


def videos_settings(address: str, **changes: object) -> Settings:
    own = {"base_url": f"{address}/v1", "model": "m", "api_key": KEY, "reference": False}
    return Settings.model_validate({"openai_videos": own | changes})


def omni_settings(address: str, **changes: object) -> Settings:
    own = {"base_url": address, "reference": False} | changes
    return Settings.model_validate({"gemini_omni": own, "gemini_api_key": KEY})
