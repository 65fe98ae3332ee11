"""What the settings say about a server of `/v1/videos`, checked."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from pydantic import SecretStr

from otehon.engines.openai_videos_profiles import PROFILES, Profile, Transport
from otehon.settings import Settings

OPENAI = "api.openai.com"
NO_KEY = "none"
OWN = "OTEHON_OPENAI_VIDEOS__"


@dataclass(frozen=True)
class Server:
    """One server.

    Args:
        secret: its key; none where it asks for none.
        lacks_key: no key is set, and it is not said that none is needed.
    """

    base_url: str
    model: str
    secret: SecretStr | None
    lacks_key: bool
    profile: Profile
    transport: Transport
    frame_transport: Transport
    seconds: tuple[float, ...]
    sizes: tuple[str, ...]
    takes_frame: bool
    idempotent: bool
    lists_at_once: bool
    max_bytes: int
    max_seconds: float

    @property
    def key(self) -> str:
        """The key, or nothing."""
        return self.secret.get_secret_value() if self.secret else ""

    @property
    def key_name(self) -> str:
        """The variable that a person should set."""
        return "OPENAI_API_KEY" if is_openai(self.base_url) else f"{OWN}API_KEY"

    def missing(self) -> str | None:
        """The variables that are not set, or what is wrong with one."""
        if self.base_url and not is_web_address(self.base_url):
            return f"{OWN}BASE_URL is no web address, as https://videos.example/v1"
        names = [] if self.base_url else [f"{OWN}BASE_URL"]
        names += [] if self.model else [f"{OWN}MODEL"]
        names += [self.key_name] if self.lacks_key else []
        return f"{', '.join(names)} not set" if names else None

    @property
    def lacks_only_key(self) -> bool:
        """Whether all else is there."""
        return self.lacks_key and bool(self.model) and is_web_address(self.base_url)

    def content_url(self, job_id: str) -> str:
        """Where a job's clip is."""
        return f"{self.base_url.rstrip('/')}/videos/{self.quoted(job_id)}/content"

    def quoted(self, job_id: object) -> str:
        """An id as one part of a path."""
        return quote(str(job_id), safe="")


def server_of(settings: Settings) -> Server:
    """The server that the settings name."""
    own = settings.openai_videos
    profile = PROFILES[own.profile]
    base_url = own.base_url or ""
    secret = own.api_key or (settings.openai_api_key if is_openai(base_url) else None)
    needs_none = (secret is not None and secret.get_secret_value() == NO_KEY) or is_local(base_url)
    return Server(
        base_url=base_url,
        model=own.model or "",
        secret=None if secret and secret.get_secret_value() == NO_KEY else secret,
        lacks_key=secret is None and not needs_none,
        profile=profile,
        transport=own.transport or profile.transport,
        frame_transport=own.transport or profile.frame_transport or profile.transport,
        seconds=tuple(float(word) for word in own.seconds.split(",") if word.strip()) or profile.seconds,
        sizes=tuple(word.strip() for word in own.sizes.split(",") if word.strip()) or profile.sizes,
        takes_frame=own.reference and profile.first_frame != "none",
        idempotent=own.idempotent,
        lists_at_once=own.lists_at_once and profile.lists,
        max_bytes=own.max_bytes,
        max_seconds=own.max_seconds,
    )


def is_web_address(url: str) -> bool:
    """Whether a text is the address of a server."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_openai(base_url: str) -> bool:
    """Whether a base URL is OpenAI's own, which alone gets OPENAI_API_KEY."""
    parts = urlsplit(base_url if is_web_address(base_url) else "")
    return parts.scheme == "https" and parts.hostname == OPENAI


def is_local(base_url: str) -> bool:
    """Whether it is on this machine, where servers seldom ask for a key."""
    return is_web_address(base_url) and urlsplit(base_url).hostname in ("127.0.0.1", "localhost", "::1")
