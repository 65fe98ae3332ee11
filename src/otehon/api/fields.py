"""Types of single values that requests carry."""

from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, Field

MAX_ID = 2**31 - 1
MAX_TEXT = 200_000


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("must not contain the character NUL")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


Text = Annotated[
    str, Field(min_length=1, max_length=MAX_TEXT), AfterValidator(_storable), AfterValidator(_not_blank)
]
"""Text that PostgreSQL can keep: a visible character, no NUL; pydantic lets no lone surrogate pass."""

Id = Annotated[int, Field(strict=True, ge=1, le=MAX_ID)]
"""A `run_id` or `video_id` in a body: a JSON number, not a string and not true."""

PathId = Annotated[int, Path(ge=1, le=MAX_ID)]
"""The same as part of a path."""
