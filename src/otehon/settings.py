"""What can be configured: environment variables `OTEHON_…` (and the plain `DATABASE_URL`), and `./.env`."""

import os
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT_HOME = Path("/var/lib/otehon")

Words = Annotated[list[str], NoDecode]
"""A list that the environment gives as words parted by commas."""

Numbers = Annotated[dict[str, int], NoDecode]
"""Whole numbers by name, which the environment gives as `name=4` parted by commas."""


def default_home() -> Path:
    """The platform's data directory; for root a system directory, whose parents are open already."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ROOT_HOME
    return platformdirs.user_data_path("otehon", appauthor=False)


class _Group(BaseModel):
    """Settings of one part; in the environment `OTEHON_<PART>__<NAME>`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenaiVideosSettings(_Group):
    """A server of the protocol `POST /v1/videos`."""

    base_url: str | None = Field(default=None, description="Where the server is, up to `/v1`. Needed.")
    model: str | None = Field(default=None, description="The server's name of the model. Needed.")
    api_key: SecretStr | None = Field(
        default=None, description="The server's key, wins over OPENAI_API_KEY; `none` where it asks for none."
    )
    profile: Literal["openai", "vllm-omni", "sglang", "litellm", "openrouter"] = Field(
        default="openai", description="Whose habits the server has; see docs/cloud.md."
    )
    transport: Literal["form", "json"] | None = Field(
        default=None, description="How a create is sent; the profile's own way when not set."
    )
    seconds: str = Field(default="", description="Lengths that it makes, as `4,8,12`; else the profile's.")
    sizes: str = Field(default="", description="Sizes that it makes, as `1280x720`; else the profile's.")
    reference: bool = Field(default=True, description="Whether the coach's first frame is sent as a picture.")
    idempotent: bool = Field(default=False, description="Whether the server honours `Idempotency-Key`.")
    lists_at_once: bool = Field(
        default=False,
        description="Whether `GET /videos` has every job as soon as it is taken; see docs/costs.md.",
    )
    max_bytes: int = Field(default=200_000_000, ge=1_000, description="Largest clip that is taken, in bytes.")
    max_seconds: float = Field(default=60, gt=0, description="Longest clip that is taken, in seconds.")


class GeminiOmniSettings(_Group):
    """Gemini Omni through Google's Interactions API."""

    model: str = Field(default="gemini-omni-1.2-flash", description="Google's name of the model.")
    base_url: str | None = Field(default=None, description="Another place than Google's, up to the version.")
    resolution: Literal["360p", "720p", "1080p", "4k"] = Field(
        default="720p", description="What is paid for."
    )
    reference: bool = Field(default=True, description="Whether first and last frame are sent as pictures.")
    max_bytes: int = Field(default=200_000_000, ge=1_000, description="Largest clip that is taken, in bytes.")
    max_seconds: float = Field(default=60, gt=0, description="Longest clip that is taken, in seconds.")


class LibrarySettings(_Group):
    """A customer's own clips."""

    url: str | None = Field(
        default=None, description="Folder or bucket with `index.json` and the clips; see docs/cloud.md."
    )


class PromptsSettings(_Group):
    """A language model for the free words of prompts. Off by default."""

    model: str | None = Field(default=None, description="The model; without it templates write everything.")
    base_url: str | None = Field(default=None, description="Another server of the Responses API.")
    api_key: SecretStr | None = Field(default=None, description="That server's key.")


class Settings(BaseSettings):
    """Every setting of the service. Each has a default: nothing is needed to start."""

    model_config = SettingsConfigDict(
        env_prefix="OTEHON_",
        env_file=".env",
        env_nested_delimiter="__",
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    home: Path = Field(default_factory=default_home, description="Where Otehon keeps its data.")
    database_url: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("DATABASE_URL", "OTEHON_DATABASE_URL", "database_url"),
        description="PostgreSQL 14 or later. Without it a private PostgreSQL runs under the home.",
    )
    host: str = Field(default="127.0.0.1", description="Address that `otehon serve` listens on.")
    port: int = Field(default=8006, ge=0, le=65535, description="Port of `otehon serve`; 0 picks a free one.")
    metrics_port: int | None = Field(
        default=None,
        ge=1,
        le=65535,
        description="Port on `OTEHON_HOST` where `otehon worker` answers `/metrics`; off when not set.",
    )

    api_token: SecretStr | None = Field(
        default=None, description="When set, writes need `Authorization: Bearer …` or the page's cookie."
    )
    protect_reads: bool = Field(
        default=False, description="With a token set: reads by run_id and video_id need it too."
    )
    allowed_hosts: Words = Field(
        default=["localhost", "127.0.0.1", "[::1]", "video_generation"],
        description="Names under which browsers may reach the service to write; `*` allows any.",
    )
    cors_origins: Words = Field(default=[], description="Foreign origins whose pages may call the API.")
    embed_origins: Words = Field(
        default=[], description="Origins whose pages may show `/embed/{id}` in a frame; `*` allows any."
    )
    max_body_bytes: int = Field(default=1_000_000, ge=1_000, description="Largest request body, in bytes.")

    max_streams: int = Field(
        default=800,
        ge=0,
        description="Event streams that one `otehon serve` keeps open; who finds no place polls instead.",
    )
    max_streams_per_client: int = Field(
        default=50, ge=0, description="The same of one address, as the gateway's `X-Real-IP` names it."
    )

    engines: Words = Field(
        default=["studio"],
        description="Engines by preference, best first; the studio's clip shows until a better one is there.",
    )
    clip_size: Literal["1280x720", "720x1280", "960x720", "720x720", "640x360", "480x360"] = Field(
        default="960x720", description="Size of the studio clip that `video_url` plays."
    )
    clip_text: Literal["none", "burned"] = Field(
        default="none", description="Whether that clip has its words burned in, for players without ours."
    )
    clip_lang: Literal["ja", "en"] = Field(default="ja", description="Language of burned-in words.")
    clip_deadline: float = Field(default=1800, gt=0, description="Seconds an engine has for one clip.")
    render_processes: int = Field(
        default_factory=lambda: max(1, os.cpu_count() or 1),
        ge=1,
        le=64,
        description="CPU processes that render studio clips, in one service process.",
    )
    engine_concurrency: int = Field(
        default=8, ge=1, le=64, description="Steps of other engines that run at once in one service process."
    )
    engine_at_once: Numbers = Field(
        default={}, description="Most clips that an engine works on at once, in all: `gemini-omni=4,…`."
    )
    engine_per_minute: Numbers = Field(
        default={}, description="Most paid calls of an engine within a minute, in all: `gemini-omni=10,…`."
    )
    pay_for_unknown_drills: bool = Field(
        default=False, description="Whether a drill without a movement may go to a paid engine, unchecked."
    )
    budget_day: float | None = Field(
        default=None, ge=0, description="Most US dollars that paid engines may cost in a day (UTC)."
    )
    budget_month: float | None = Field(default=None, ge=0, description="The same in a month.")
    budget_run: float | None = Field(default=None, ge=0, description="The same for one run.")
    prices: Path | None = Field(
        default=None, description="File with prices that come before ours; see docs/costs.md."
    )
    alert_url: SecretStr | None = Field(
        default=None, description="Where an alert of a budget is sent, as a signed webhook."
    )
    alert_secret: SecretStr | None = Field(
        default=None, description="Signs the alerts (Standard Webhooks, `whsec_…`); needed with the address."
    )
    fake_script: str = Field(
        default="{}", description="What the `fake` engine plays, as JSON; see docs/service.md."
    )

    openai_api_key: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("OPENAI_API_KEY", "openai_api_key"),
        description="Key of OpenAI; goes to no other host.",
    )
    gemini_api_key: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("GEMINI_API_KEY", "gemini_api_key"),
        description="Key of Google's Gemini API.",
    )
    openai_videos: OpenaiVideosSettings = Field(
        default_factory=OpenaiVideosSettings, description="The engine `openai-videos`."
    )
    gemini_omni: GeminiOmniSettings = Field(
        default_factory=GeminiOmniSettings, description="The engine `gemini-omni`."
    )
    library: LibrarySettings = Field(default_factory=LibrarySettings, description="The engine `library`.")
    prompts: PromptsSettings = Field(
        default_factory=PromptsSettings, description="Who writes the free words of prompts."
    )

    media_url: str | None = Field(
        default=None,
        description="Folder or bucket for media (`s3://…`, `file:///…`); else in the home.",
    )
    media_redirect: bool = Field(
        default=True,
        description="A bucket's videos and posters: send players there by presigned links.",
    )
    media_ttl: float = Field(default=86_400, gt=0, description="Seconds that media live.")
    media_max_bytes: int = Field(
        default=4_000_000_000, ge=1, description="Bytes above which the oldest media go."
    )
    link_ttl: float = Field(default=3_600, ge=2, description="Seconds that a link to media is valid.")
    link_secret: SecretStr | None = Field(
        default=None, description="Signs links and cookies; generated and kept in the home when not given."
    )

    min_free_disk: int = Field(
        default=200_000_000, ge=0, description="Free bytes under the home below which `/readyz` says no."
    )
    shutdown_grace: float = Field(
        default=6, ge=0, le=60, description="Seconds that running steps get to finish when asked to stop."
    )
    stalled_after: float = Field(
        default=12,
        ge=3,
        description="Seconds without heartbeat until a worker's steps are taken over.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="Least severe log entry that is written."
    )
    log_format: Literal["text", "json"] = Field(default="text", description="Form of the log on stderr.")

    @field_validator("allowed_hosts", "cors_origins", "embed_origins", "engines", mode="before")
    @classmethod
    def _split_words(cls, value: object) -> object:
        return (
            [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value
        )

    @field_validator("engine_at_once", "engine_per_minute", mode="before")
    @classmethod
    def _read_numbers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [word.partition("=") for word in value.split(",") if word.strip()]
        return {name.strip(): number.strip() for name, _, number in pairs}

    @field_validator("home", mode="after")
    @classmethod
    def _absolute_home(cls, value: Path) -> Path:
        return value.expanduser().resolve()


PLAIN = ("database_url", "openai_api_key", "gemini_api_key")
"""Fields whose variables have no prefix: everybody knows them by these names."""


def environment_name(*path: str) -> str:
    """The environment variable that sets a field of `Settings`, or one of a group of it."""
    return path[0].upper() if path[0] in PLAIN else f"OTEHON_{'__'.join(path).upper()}"


def setting_names() -> list[str]:
    """Every environment variable that is read."""
    names: list[str] = []
    for name, field in Settings.model_fields.items():
        group = field.annotation
        if isinstance(group, type) and issubclass(group, BaseModel):
            names += [environment_name(name, inner) for inner in group.model_fields]
        else:
            names.append(environment_name(name))
    return names
