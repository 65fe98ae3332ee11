"""The short benchmarks one after the other, and every bar with whether it is met: `python -m benchmarks`.

`python -m benchmarks NAME…` runs some of them. Ends with 1 where a bar is missed or a benchmark fails. What
they print in whole comes on stderr as it is said, the bars at the end on stdout.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.processes import MET, MISSED, tell


@dataclass(frozen=True, slots=True)
class Short:
    """A benchmark in a size that takes some minutes at most.

    Args:
        command: module and arguments after `python -m`.
    """

    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called by."""
        return self.command[0].rpartition(".")[2]


SHORT = (
    Short(("benchmarks.advice",)),
    Short(("benchmarks.studio",)),
    Short(("benchmarks.first_clip", "4")),
    Short(("benchmarks.status", "2")),
    Short(("benchmarks.waiting", "400")),
    Short(("benchmarks.workers", "12", "2")),
    Short(("benchmarks.chaos", "5", "30")),
    Short(("benchmarks.paid", "30", "4")),
    Short(("benchmarks.catalogue", "--every", "12")),
    Short(("benchmarks.gateway", "4")),
    Short(("benchmarks.rolling", "1", "6")),
    Short(("benchmarks.migration", "10000")),
    Short(("benchmarks.soak", "--minutes", "1")),
)


def main() -> None:
    """Run them."""
    wanted = sys.argv[1:] or [short.name for short in SHORT]
    lines: list[str] = []
    for short in SHORT:
        if short.name in wanted:
            lines += run(short)
    print("\n".join(lines))
    raise SystemExit(any(line.endswith(MISSED) for line in lines))


def run(short: Short) -> Sequence[str]:
    """Run one; its bars, and a line of its own where it fails beside them."""
    tell(f"--- {' '.join(short.command)}")
    command = [sys.executable, "-m", *short.command]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said: list[str] = []
        for line in process.stdout:
            tell(line.rstrip())
            said.append(line.rstrip())
    bars = [f"{short.name:<11}{line}" for line in said if line.endswith((MET, MISSED))]
    if process.returncode and not any(line.endswith(MISSED) for line in bars):
        bars.append(f"{short.name:<11}ended with {process.returncode}   {MISSED}")
    return bars


if __name__ == "__main__":
    main()
