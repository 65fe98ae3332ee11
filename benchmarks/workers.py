"""What a second studio worker brings, each worker on one core of its own.

    python -m benchmarks.workers [clips] [rounds]

Clips of different doses, so that each is drawn anew. One worker and two draw in turns, the idle one stopped
by SIGSTOP, so that a busy machine shows in both. A core that others use too gives a worker less than a
second of processor time a second: what the workers had is printed beside what they did.
"""

import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from subprocess import Popen

import httpx2
import psutil

from benchmarks.processes import Site, free_port, percentile, site, tell, verdict, wait_ready

DRILLS = ("スクワット {}回", "プランク {}秒", "もも上げ {}回", "カーフレイズ {}回")


@dataclass(frozen=True)
class Drawn:
    """One turn.

    Args:
        clips: how many were drawn.
        seconds: from the first request to the last clip.
        processor: seconds of processor time that the workers and their children had.
    """

    clips: int
    seconds: float
    processor: float

    @property
    def rate(self) -> float:
        """Clips a second."""
        return self.clips / self.seconds

    @property
    def cores(self) -> float:
        """Of how many cores the workers had the use."""
        return self.processor / self.seconds


def draw(client: httpx2.Client, workers: Sequence[Popen[bytes]], first_run: int, count: int) -> Drawn:
    """Have clips drawn by these workers."""
    begin, used = time.monotonic(), sum(map(processor_time, workers))
    for i in range(count):
        text = DRILLS[i % len(DRILLS)].format(10 + first_run // 100 * 7 + i // len(DRILLS))
        body = {"run_id": first_run + i, "prompt_text": text, "duration": 5}
        client.post("/generate", json=body).raise_for_status()
    waiting = set(range(first_run, first_run + count))
    while waiting:
        time.sleep(0.1)
        for run_id in sorted(waiting)[:4]:
            if client.get(f"/status/{run_id}").json()["generation_status"] == "completed":
                waiting.discard(run_id)
    return Drawn(count, time.monotonic() - begin, sum(map(processor_time, workers)) - used)


def processor_time(worker: Popen[bytes]) -> float:
    """Seconds of processor time of a worker and the processes that draw for it."""
    times = [process.cpu_times() for process in family(worker)]
    return sum(one.user + one.system for one in times)


def family(worker: Popen[bytes]) -> list[psutil.Process]:
    """A worker and the processes that draw for it."""
    process = psutil.Process(worker.pid)
    return [process, *process.children(recursive=True)]


def worker(place: Site, client: httpx2.Client, core: int, first_run: int) -> Popen[bytes]:
    """One more worker, warm: it has drawn something."""
    process = place.start("worker", "--concurrency", "1", core=core)
    draw(client, [], first_run, 4)
    while (used := processor_time(process)) < 4 or not idle(process, used):
        time.sleep(1)
    return process


def idle(worker: Popen[bytes], before: float) -> bool:
    """Whether it stopped warming up."""
    time.sleep(2)
    return processor_time(worker) - before < 0.3


def send(worker: Popen[bytes], number: signal.Signals) -> None:
    """Stop a worker with all that draws for it, or let it go on."""
    for process in family(worker):
        process.send_signal(number)


def main() -> None:
    """Run it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    port = free_port()
    alone: list[Drawn] = []
    both: list[Drawn] = []
    # A stopped worker is no dead one: nobody may take over from it.
    with site(OTEHON_ENGINES="studio", OTEHON_STALLED_AFTER=3600) as place:
        place.start("serve", "--port", str(port), "--no-work")
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            wait_ready(client, "/livez")
            while client.get("/status/1").status_code == 503:
                time.sleep(0.1)
            workers = [worker(place, client, core, 1 + core * 100) for core in (0, 1)]
            for turn in range(rounds):
                send(workers[1], signal.SIGSTOP)
                alone.append(draw(client, workers[:1], 1000 + turn * 200, count))
                send(workers[1], signal.SIGCONT)
                both.append(draw(client, workers, 1100 + turn * 200, count))
                tell(f"one: {alone[-1].rate:.2f} clips/s of {alone[-1].cores:.2f} cores; ")
                tell(f"two: {both[-1].rate:.2f} clips/s of {both[-1].cores:.2f} cores")
    report(alone, both)


def report(alone: Sequence[Drawn], both: Sequence[Drawn]) -> None:
    """Print the turns together, and leave."""
    for name, turns in (("one worker", alone), ("two workers", both)):
        rate, cores = sum(t.rate for t in turns) / len(turns), sum(t.cores for t in turns) / len(turns)
        cost = sum(t.processor for t in turns) / sum(t.clips for t in turns)
        print(f"{name:<12} {rate:.2f} clips/s, {cores:.2f} cores, {cost:.2f} s of processor a clip")
    ratio = percentile([b.rate / a.rate for a, b in zip(alone, both, strict=True)], 0.5)
    raise SystemExit(0 if verdict("two workers against one (median)", ratio, 1.6, "at least") else 1)


if __name__ == "__main__":
    main()
