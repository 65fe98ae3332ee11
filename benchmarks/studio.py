"""How fast the studio is, against the encoder alone on the same frames: `python -m benchmarks.studio`.

In one warm process every case is made in whole, from the movement to the file, and its frames are encoded
alone, in turns, ROUNDS times; the medians are compared. Before that whole `otehon render` processes are
started, with the time and memory that each took; the first finds an empty page cache where we may empty it.
"""

import contextlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.processes import verdict
from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.studio.clip import make_clip, words_of
from otehon.studio.directing import direction_of
from otehon.studio.encoder import Encoder
from otehon.studio.look import Look
from otehon.studio.order import Order
from otehon.studio.planes import Planes
from otehon.studio.rehearsal import rehearsed
from otehon.studio.shoot import shoot
from otehon.studio.shot import Shot
from otehon.studio.staging import Cut, Wish, cut_for, stage
from otehon.studio.take import Take

FRAMES, ROUNDS = 240, 7
LOOK = Look()
# A file is playable from its second fragment's start on: the first is then complete.
FRAGMENT = b"moof"


@dataclass(frozen=True)
class Case:
    """A drill, how its eight seconds are cut, and the bar for total against encoder."""

    name: str
    drill: str
    bar: float
    unique: bool = False


CASES = (
    Case("cyclic", "high_knees", 1.3),
    Case("jump, rope", "jump_rope", 1.3),
    Case("hold, lying", "plank", 1.3),
    Case("squat as it is", "squat", 1.6),
    Case("240 unique, standing", "squat", 1.6, unique=True),
    Case("240 unique, lying", "plank", 1.8, unique=True),
)


def shot_of(case: Case) -> Shot:
    """Everything that comes before the first frame; solved movements and scenes are cached by the studio
    itself."""
    drill = catalogue().get(case.drill)
    movement = drill.movement
    assert movement is not None
    order = Order(drill.names.ja, drill, drill.dose or Dose(), seconds=FRAMES / 30)
    performance = rehearsed(movement, "both")
    wish = Wish(order.dose, order.seconds)
    cut = Cut(1, FRAMES) if case.unique else cut_for(performance, order.seconds)
    take = stage(performance, direction_of(movement, LOOK.size), wish, cut)
    return Shot(each_anew(take) if case.unique else take, words_of(order, drill, "ja"), LOOK)


def each_anew(take: Take) -> Take:
    """The same frames, each painted as a pose of its own: a movement rests, and goes back the way it came."""
    return replace(take, bones=take.bones[take.shown], shown=np.arange(take.frames, dtype=np.int32))


def make(case: Case, target: io.BytesIO) -> Iterator[None]:
    """One clip, whole; yields after each frame."""
    shot = shot_of(case)
    with Encoder(target, LOOK.size, "fragments") as encoder:
        for _ in shoot(shot, encoder.canvas):
            encoder.write()
            yield


def encode(frames: list[Planes]) -> None:
    """The same frames, already painted."""
    with Encoder(io.BytesIO(), LOOK.size, "fragments") as encoder:
        for frame in frames:
            # Handing over a finished frame is part of encoding it.
            for ours, theirs in zip(frame, encoder.canvas, strict=True):
                theirs[:] = ours
            encoder.write()


def seconds_of(work: Callable[[], object]) -> float:
    """How long it took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def first_fragment(case: Case) -> float:
    """Seconds until the first fragment can be played."""
    target = io.BytesIO()
    start = time.perf_counter()
    for _ in make(case, target):
        if target.getvalue().count(FRAGMENT) >= 1:
            return time.perf_counter() - start
    return time.perf_counter() - start


def measure(case: Case) -> bool:
    """Print its lines; whether the bars are met."""
    shot = shot_of(case)
    canvas = Planes.empty(*LOOK.size)
    frames = [canvas.copied() for _ in shoot(shot, canvas)]
    total, alone = list[float](), list[float]()
    for _ in range(ROUNDS):
        alone.append(seconds_of(lambda: encode(frames)))
        total.append(seconds_of(lambda: list(make(case, io.BytesIO()))))
    fragment = min(first_fragment(case) for _ in range(3))
    middle, best = statistics.median(total) / statistics.median(alone), min(total) / min(alone)
    print(
        f"{case.name:21} {len(frames)} frames, {len(shot.take.bones):3} poses"
        f"   encoder {statistics.median(alone):.3f} s   total {statistics.median(total):.3f} s"
        f"   of the fastest {best:.2f}"
    )
    ratio = verdict(f"{case.name}: total against the encoder", middle, case.bar)
    return verdict(f"{case.name}: first fragment, s", fragment, 0.3) and ratio


def peak_of(process: subprocess.Popen[bytes]) -> int:
    """Wait for the process; its largest memory, MB. (What wait4 gives would count this process's memory
    too.)"""
    peak = 0
    while process.poll() is None:
        with contextlib.suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            peak = max(peak, next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024)
        time.sleep(0.01)
    return peak


def run_process(drill: str) -> bool:
    """Print what a whole `otehon render` process takes, warmed, against the encoder alone on its frames."""
    shown = catalogue().get(drill)
    canvas = Planes.empty(*LOOK.size)
    clip = make_clip(Order(shown.names.ja, shown, shown.dose or Dose()), LOOK)
    frames = [canvas.copied() for _ in clip.play(canvas)]
    times, alone, peaks = list[float](), list[float](), list[int]()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "otehon", "render", "--drill", drill, "-o", f"{folder}/x.mp4"]
        for _ in range(5):
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            peaks.append(peak_of(process))
            times.append(time.perf_counter() - start)
            assert process.returncode == 0, f"{command} failed"
            alone.append(seconds_of(lambda: encode(frames)))
    whole, encoder = statistics.median(times), statistics.median(alone)
    print(f"process, {drill:13} {len(frames):4} frames   encoder {encoder:.3f} s   whole {whole:.2f} s")
    ratio = verdict(f"process, {drill}: whole against the encoder", whole / encoder, 4)
    return verdict(f"process, {drill}: peak, MB", max(peaks), 500) and ratio


def page_cache_emptied() -> bool:
    """Whether the kernel let go of the files that it holds in memory: only root may ask for it."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("1")
    except OSError:
        return False
    return True


def run_cold() -> bool:
    """Print what the first `otehon render` after `make setup` takes: caches filled, files not in memory."""
    cold = page_cache_emptied()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "otehon", "render", "--drill", "high_knees", "-o", f"{folder}/x.mp4"]
        taken = seconds_of(lambda: subprocess.run(command, check=True, capture_output=True))
    return verdict(f"cold start, page cache {'emptied' if cold else 'as it is'}, s", taken, 3)


def main() -> None:
    """Print all figures."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    met = [run_cold()]
    met += [run_process(drill) for drill in ("high_knees", "plank", "squat")]
    met += [measure(case) for case in CASES]
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
