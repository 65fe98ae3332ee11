import pytest

from otehon.telemetry import redact


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Authorization: Bearer abc.def-123", "Authorization: Bearer ***"),
        ("postgresql://me:hunter2@db/otehon", "postgresql://me:***@db/otehon"),
        ("key sk-abcdefghijklmnop used", "key *** used"),
        ("GET /api/video-generation/media/WyJh.bC-d_e", "GET /api/video-generation/media/***"),
        ("nothing to hide", "nothing to hide"),
    ],
)
def test_keys_tokens_and_links_are_struck_out(text: str, safe: str) -> None:
    assert redact(text) == safe
