"""The whole catalogue rendered, against the encoder alone on its frames: `python -m benchmarks.catalogue`.

In one warm process each drill's clip is made in whole, from the solved movement to the file in memory, and
its frames, painted beforehand, are encoded alone, in turns. The sums over all drills are compared, by the
clock and by the processor's time. `--every 5` takes every fifth drill, `--rounds 3` the least of three.
"""

import argparse
import io
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.progress import track

from benchmarks.processes import verdict
from benchmarks.studio import encode
from otehon.drills.catalogue import catalogue
from otehon.drills.model import Drill
from otehon.studio.clip import Clip, make_clip
from otehon.studio.encoder import Encoder
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes

LOOK = Look()
BAR = 1.7
SLOWEST = 8
"""So many drills are named at the end."""


@dataclass(frozen=True)
class Spent:
    """Seconds, by the clock and of the processor, all threads."""

    clock: float
    processor: float

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.clock + other.clock, self.processor + other.processor)

    def over(self, other: "Spent") -> tuple[float, float]:
        """How many times the other one, by either."""
        return self.clock / other.clock, self.processor / other.processor


@dataclass(frozen=True)
class Line:
    """One drill's figures."""

    drill: str
    frames: int
    total: Spent
    alone: Spent


def spent_by(work: Callable[[], object]) -> Spent:
    """What it took."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def clip_of(drill: Drill) -> Clip:
    """Its clip as the catalogue shows it; solved movements come from the studio's own cache."""
    return make_clip(Order(drill.names.ja, drill, drill.dose), LOOK)


def make(drill: Drill) -> None:
    """One clip, whole."""
    clip = clip_of(drill)
    with Encoder(io.BytesIO(), LOOK.size, "fragments") as encoder:
        for _ in clip.play(encoder.canvas):
            encoder.write()


def painted(clip: Clip) -> list[Planes]:
    """Its frames."""
    canvas = Planes.empty(*LOOK.size)
    return [canvas.copied() for _ in clip.play(canvas)]


def measure(drill: Drill, rounds: int) -> Line:
    """Both in turns; the least of the rounds. Painting the frames beforehand has filled every cache."""
    frames = painted(clip_of(drill))
    both = [(spent_by(lambda: encode(frames)), spent_by(lambda: make(drill))) for _ in range(rounds)]
    alone, total = (min(found, key=lambda one: one.clock) for found in zip(*both, strict=True))
    return Line(drill.id, len(frames), total, alone)


def measured(every: int, rounds: int) -> Iterator[Line]:
    """A line for every drill that moves."""
    drills = [drill for drill in catalogue() if drill.moves][::every]
    for drill in track(drills, "Rendering", console=Console(stderr=True)):
        yield measure(drill, rounds)


def main() -> None:
    """Print the sums, and where the time goes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="every so many drills")
    parser.add_argument("--rounds", type=int, default=1, help="the least of so many rounds")
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    lines = list(measured(asked.every, asked.rounds))
    for line in sorted(lines, key=lambda line: line.total.over(line.alone)[1])[-SLOWEST:]:
        clock, processor = line.total.over(line.alone)
        print(
            f"{line.drill:24} {line.frames:4} frames"
            f"   {clock:.2f} by the clock, {processor:.2f} by the processor"
        )
    total, alone = (
        sum(found, Spent(0, 0)) for found in ([one.total for one in lines], [one.alone for one in lines])
    )
    clock, processor = total.over(alone)
    print(
        f"{len(lines)} drills, {sum(line.frames for line in lines)} frames: total {total.clock:.1f} s, "
        f"encoder alone {alone.clock:.1f} s; "
        f"ratio {clock:.2f} by the clock"
    )
    raise SystemExit(0 if verdict("all drills, processor against the encoder", processor, BAR) else 1)


if __name__ == "__main__":
    main()
