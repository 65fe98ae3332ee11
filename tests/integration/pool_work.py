"""What the pool's tests let its processes do."""

import os
import time
from collections.abc import Callable


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
