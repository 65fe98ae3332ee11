"""What the emulator plays."""

import random
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

CreateFault = Literal[
    "rate_limit",
    "no_credit",
    "billing_limit",
    "not_verified",
    "wrong_key",
    "model_not_found",
    "gone",
    "moderated_before",
    "bad_request",
    "bad_size",
    "server_error",
    "server_error_after_accept",
    "drop_before_accept",
    "drop_after_accept",
    "hang_after_accept",
    "garbage_after_accept",
    "html",
]
"""What a create may meet; those that say so have accepted, and charged, the job."""

JobFault = Literal[
    "moderated_after", "failed", "failed_without_code", "blocked", "expired_job", "canceled", "stuck", "slow"
]
PollFault = Literal[
    "poll_error", "poll_rate_limit", "poll_drop", "poll_html", "poll_forgotten", "poll_huge", "poll_packed"
]
ContentFault = Literal[
    "expired",
    "cut",
    "cut_file",
    "garbage",
    "html_content",
    "empty",
    "huge",
    "huge_chunked",
    "content_error",
    "content_drop",
    "slow_content",
    "redirect_private",
    "redirect_own",
    "black",
    "frozen",
    "short",
    "three_hours",
    "wrong_size",
]

FAULTS: Mapping[str, tuple[str, ...]] = {
    "create": get_args(CreateFault),
    "job": get_args(JobFault),
    "poll": get_args(PollFault),
    "content": get_args(ContentFault),
}


class Fault(BaseModel):
    """One fault of a job: `cut`, or `cut:1` for the first time only."""

    model_config = ConfigDict(frozen=True)

    stage: str
    name: str
    times: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Fault":
        """Read `name` or `name:times`. Raises ValueError where there is no such fault."""
        name, _, times = text.partition(":")
        for stage, names in FAULTS.items():
            if name in names:
                return cls(stage=stage, name=name, times=int(times) if times else None)
        raise ValueError(f"there is no fault {name!r}")


class Script(BaseModel):
    """How the providers behave."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dialect: str = Field(default="openai", description="Whose `/v1/videos` this is; see `dialects.py`.")
    key: str | None = Field(default=None, description="The only key that is let in; null: any.")
    seconds: float = Field(default=0.0, ge=0, description="From create to done.")
    create_seconds: float = Field(default=0.0, ge=0, description="What a create itself takes.")
    idempotent: bool = Field(default=False, description="Whether `Idempotency-Key` is honoured.")
    lists: bool = Field(default=True, description="Whether jobs can be listed.")
    cancels: bool = Field(default=True, description="Whether jobs can be stopped and removed.")
    models: Sequence[str] = Field(default=(), description="Models that exist; empty: any.")
    retired: Mapping[str, str] = Field(
        default={}, description="Models with their shutdown date, as YYYY-MM-DD."
    )
    faults: Sequence[str | None] = Field(
        default=(), description="By number of the create: the first meets the first."
    )
    words: Mapping[str, str] = Field(
        default={}, description="By words: a prompt that holds them meets the fault."
    )
    rates: Mapping[str, float] = Field(
        default={}, description="By chance: the share of creates that meet the fault."
    )
    seed: int = Field(default=0, description="Of that chance.")

    @field_validator("faults", mode="after")
    @classmethod
    def _known_faults(cls, faults: Sequence[str | None]) -> Sequence[str | None]:
        for fault in faults:
            if fault:
                Fault.parse(fault)
        return faults

    @field_validator("words", mode="after")
    @classmethod
    def _known_words(cls, words: Mapping[str, str]) -> Mapping[str, str]:
        for fault in words.values():
            Fault.parse(fault)
        return words

    @field_validator("rates", mode="after")
    @classmethod
    def _known_rates(cls, rates: Mapping[str, float]) -> Mapping[str, float]:
        for fault in rates:
            Fault.parse(fault)
        return rates


class Dice:
    """Which fault the next create meets."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._chance = random.Random(script.seed)
        self._creates = 0

    def next_fault(self, prompt: str) -> Fault | None:
        """By number, then by words, then by chance."""
        number, self._creates = self._creates, self._creates + 1
        if number < len(self._script.faults):
            fault = self._script.faults[number]
            return Fault.parse(fault) if fault else None
        for words, fault in self._script.words.items():
            if words in prompt:
                return Fault.parse(fault)
        return self._by_chance()

    def _by_chance(self) -> Fault | None:
        drawn = self._chance.random()
        for name, share in self._script.rates.items():
            if drawn < share:
                return Fault.parse(name)
            drawn -= share
        return None
