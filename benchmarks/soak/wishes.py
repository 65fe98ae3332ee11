"""What visitors ask for, at random: advices, sections, forms of clips, and what must be refused."""

import random
from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from otehon.drills.catalogue import catalogue
from otehon.engines.base import Lang, Size, TextMode

Request = tuple[str, str, tuple[int, ...], dict[str, Any]]
"""Method, path, the statuses that are right, and the rest."""


@cache
def _moving() -> Sequence[str]:
    return [drill.names.ja for drill in catalogue() if drill.movement is not None]


def random_section(chance: random.Random) -> str:
    """One to three drills that move; few doses, so that the same clip is often there already."""
    names = chance.sample(_moving()[:12], chance.choice((1, 1, 1, 2, 3)))
    return "\n".join(f"{name}: {chance.choice((8, 10, 12))}回×3セット" for name in names)


def random_advice(chance: random.Random) -> str:
    """An advice with a drill section."""
    return f"【🏃 現状】\n上下動が大きめです。\n\n【💪 おすすめの補強ドリル】\n{random_section(chance)}\n"


def random_form(chance: random.Random) -> dict[str, str]:
    """Any form of a clip, small ones more often."""
    size = chance.choice(("480x360", "480x360", "640x360", *get_args(Size)))
    lang, text = chance.choice(get_args(Lang)), chance.choice(get_args(TextMode))
    return {"lang": lang, "mirror": chance.choice(("true", "false")), "size": size, "text": text}


@cache
def wrong_requests() -> Sequence[Request]:
    """Requests that must be refused, in words."""
    huge = {"run_id": 1, "prompt_text": "あ" * 400_000}
    return (
        ("GET", "/videos/2147483647", (404,), {}),
        ("GET", "/status/0", (422,), {}),
        ("GET", "/clips/none", (422,), {}),
        ("GET", "/media/eyJhIjoxfQ.AAAA", (404,), {}),
        ("GET", "/media/..%2f..%2fetc%2fpasswd", (404,), {}),
        ("POST", "/generate", (422,), {"json": {"run_id": -1, "prompt_text": "スクワット"}}),
        ("POST", "/generate", (413,), {"json": huge}),
        ("POST", "/generate", (400, 422), {"content": b"{", "headers": {"Content-Type": "application/json"}}),
        ("POST", "/generate", (403,), {"json": {}, "headers": {"Origin": "https://elsewhere.example"}}),
    )
