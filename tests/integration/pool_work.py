"""What the pool's tests let its processes do."""

import os
import signal
import time
from collections.abc import Callable

from otehon.engines.base import Progress
from otehon.generation.checks.decode import check


def double(number: int, progress: Callable[[float], None]) -> int:
    progress(0.5)
    return number * 2


def own_id(progress: Callable[[float], None]) -> int:
    return os.getpid()


def die(progress: Callable[[float], None]) -> None:
    os._exit(3)


def stumble(progress: Callable[[float], None]) -> None:
    raise ValueError("no such pose")


def sleep(seconds: float, progress: Callable[[float], None]) -> None:
    progress(float(os.getpid()))
    time.sleep(seconds)


def crash_at_films_of_fake(source: str, target: str, label: str, progress: Progress) -> str:
    if "made by fake" in label:
        os.kill(os.getpid(), signal.SIGSEGV)
    return check(source, target, label, progress)
