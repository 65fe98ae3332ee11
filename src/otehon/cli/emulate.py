"""`otehon emulate`: video providers that cost nothing, to try the whole flow without a key."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from otehon.errors import OtehonError

STARTS = """The Videos protocol:  OTEHON_ENGINES=openai-videos,studio
                      OTEHON_OPENAI_VIDEOS__BASE_URL={address}/v1 OTEHON_OPENAI_VIDEOS__MODEL=emulated
Gemini Omni:          OTEHON_ENGINES=gemini-omni,studio
                      OTEHON_GEMINI_OMNI__BASE_URL={address} GEMINI_API_KEY=any
What was accepted:    {address}/emulator/jobs"""


if TYPE_CHECKING:
    from otehon.emulator.script import Script


class WrongScript(OtehonError):
    """The script is not one."""

    exit_code = 2


def emulate(
    port: Annotated[int, typer.Option(help="Where it listens.", min=1, max=65535)] = 8016,
    host: Annotated[str, typer.Option(help="Address that it listens on.")] = "127.0.0.1",
    seconds: Annotated[float, typer.Option(help="What a clip takes.", min=0)] = 20,
    dialect: Annotated[str, typer.Option(help="Whose /v1/videos it speaks.")] = "openai",
    script: Annotated[
        Path | None, typer.Option(help="A JSON file with faults; see docs/cloud.md. Wins over the others.")
    ] = None,
) -> None:
    """Play the video providers on this machine: both protocols, no key, no cost."""
    from otehon.emulator.app import run_emulator

    plays = _script(script, seconds, dialect)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(STARTS.format(address=f"http://{host}:{port}"), markup=False)
    run_emulator(plays, host, port)


def _script(file: Path | None, seconds: float, dialect: str) -> "Script":
    from otehon.emulator.dialects import DIALECTS
    from otehon.emulator.script import Script

    try:
        plays = (
            Script.model_validate_json(file.read_bytes())
            if file
            else Script(seconds=seconds, dialect=dialect)
        )
    except (OSError, ValidationError) as error:
        raise WrongScript(f"{file} is no script: {error}.", "docs/cloud.md shows one.") from error
    if plays.dialect not in DIALECTS:
        raise WrongScript(f"There is no dialect {plays.dialect!r}.", f"There are {', '.join(DIALECTS)}.")
    return plays
