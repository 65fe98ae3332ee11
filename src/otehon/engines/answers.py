"""What a provider's refusal means, as data: by its code, else by its HTTP status."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from otehon.engines.base import EngineError, Refused, TryAgain, Unavailable, Unclear

CODES: Mapping[str, tuple[type[EngineError], str]] = {
    "insufficient_quota": (Unavailable, "no_credit"),
    "billing_hard_limit_reached": (Unavailable, "no_credit"),
    "billing_not_active": (Unavailable, "no_credit"),
    "budget_exceeded": (Unavailable, "no_credit"),
    "model_not_found": (Unavailable, "retired"),
    "not_found": (Unavailable, "retired"),
    "invalid_api_key": (Unavailable, "no_key"),
    "api_key_invalid": (Unavailable, "no_key"),
    "unauthenticated": (Unavailable, "no_key"),
    "permission_denied": (Unavailable, "not_verified"),
    "sentinel_block": (Refused, "moderated_before"),
    "moderation_blocked": (Refused, "moderated_before"),
    "content_policy_violation": (Refused, "moderated_before"),
    "prohibited_content": (Refused, "moderated_before"),
    "safety": (Refused, "moderated_before"),
    "rate_limit_exceeded": (TryAgain, "rate_limited"),
}

STATUSES: Mapping[int, tuple[type[EngineError], str]] = {
    401: (Unavailable, "no_key"),
    402: (Unavailable, "no_credit"),
    403: (Unavailable, "not_verified"),
    404: (Unavailable, "retired"),
    405: (Unavailable, "retired"),
    410: (Unavailable, "retired"),
    429: (TryAgain, "rate_limited"),
}

MODERATION = re.compile(r"moderat|safety|policy|prohibited|sentinel|blocked", re.I)
"""Words by which servers without codes say that a review stopped a clip."""

CREDIT = re.compile(r"quota|billing|credit|balance", re.I)
KEYLIKE = re.compile(r"\b(sk-|AIza)[\w*-]+")
LONGEST = 300


@dataclass(frozen=True)
class Answer:
    """A refusal: HTTP status, the provider's code and words, and when it wants to be asked again."""

    status: int
    code: str = ""
    words: str = ""
    after: float | None = None


def refusal(answer: Answer) -> EngineError:
    """The error of a refused submit. What may have begun all the same is `Unclear`."""
    detail = f"{answer.status} {answer.code} {answer.words}".strip()
    if answer.status >= 500 or answer.status < 400 or answer.status in (408, 409):
        return Unclear(detail)
    code = answer.code.lower()
    if answer.status == 429 and code not in CODES and CREDIT.search(answer.words):
        return Unavailable("no_credit", detail)
    if answer.status == 400 and code not in CODES and MODERATION.search(answer.words):
        return Refused("moderated_before", detail)
    kind, cause = CODES.get(code) or STATUSES.get(answer.status) or (Refused, "bad_request")
    return TryAgain(cause, detail, answer.after) if kind is TryAgain else kind(cause, detail)


def failure(code: str, words: str) -> EngineError:
    """The error of a job that ended badly after it was accepted."""
    if MODERATION.search(code) or MODERATION.search(words):
        return Refused("moderated_after", f"{code} {words}".strip(), spent=True)
    return Refused("provider_failed", f"{code} {words}".strip())


def clean(words: object, *secrets: str) -> str:
    """A provider's words for the log: short, one line, without keys."""
    text = " ".join(str(words).split())
    for secret in filter(None, secrets):
        text = text.replace(secret, "***")
    return KEYLIKE.sub("***", text)[:LONGEST]
