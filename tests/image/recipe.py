"""A Dockerfile as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import dockerfile


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction.

    Args:
        name: `RUN`, `COPY` …
        words: its arguments; of a `RUN` in shell form the one line.
        flags: `--from=build` …
    """

    name: str
    words: tuple[str, ...]
    flags: tuple[str, ...]

    def flag(self, name: str) -> str | None:
        """What stands behind `--name=`."""
        return next((flag.partition("=")[2] for flag in self.flags if flag.startswith(f"--{name}=")), None)


@dataclass(frozen=True, slots=True)
class Stage:
    """From one `FROM` to the next.

    Args:
        name: as other stages call it.
        base: an image, or an earlier stage.
    """

    name: str
    base: str
    steps: Sequence[Step]


def stages(file: Path) -> list[Stage]:
    """The stages of a Dockerfile, in order."""
    found: list[Stage] = []
    for command in cast(Any, dockerfile).parse_file(str(file)):
        step = Step(command.cmd.upper(), tuple(command.value), tuple(command.flags))
        if step.name == "FROM":
            base, *called = step.words
            found.append(Stage(called[-1] if called else base, base, []))
        else:
            cast(list[Step], found[-1].steps).append(step)
    return found


def allowed(ignore_file: Path) -> list[str]:
    """What a .dockerignore that begins with `*` sends to the builder after all."""
    return [line[1:] for line in ignore_file.read_text().splitlines() if line.startswith("!")]
