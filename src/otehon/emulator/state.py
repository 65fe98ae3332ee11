"""What the emulator's routes share."""

from dataclasses import dataclass, field
from typing import Any, cast

from fastapi import Request

from otehon.emulator.dialects import DIALECTS, Dialect
from otehon.emulator.jobs import Jobs
from otehon.emulator.script import Dice, Script


@dataclass
class State:
    """The script that plays, and what was accepted."""

    script: Script
    jobs: Jobs = field(default_factory=Jobs)
    requests: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def __post_init__(self) -> None:
        self.dice = Dice(self.script)

    def play(self, script: Script) -> None:
        """Go on with another script; what was accepted stays."""
        self.script, self.dice = script, Dice(script)

    @property
    def dialect(self) -> Dialect:
        """The server that `/v1/videos` plays."""
        return DIALECTS[self.script.dialect]

    def note(self, request: Request, body: object) -> None:
        """Keep what came in, without its key, for tests."""
        shown = {"method": request.method, "path": request.url.path, "body": body}
        self.requests.append({**shown, "content_type": request.headers.get("content-type", "")})

    def lets_in(self, key: str) -> bool:
        """Whether a key is right."""
        return self.script.key is None or key == self.script.key


def key_of(request: Request) -> str:
    """The key that came with a request, in either protocol."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    return bearer or request.headers.get("x-goog-api-key", "")


def state_of(request: Request) -> State:
    """The state of the application that answers."""
    return cast(State, request.app.state.emulator)
