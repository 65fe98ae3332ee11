import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import psutil
import pytest

from otehon.engines.base import Frames
from otehon.engines.pool import ProcessPool, WorkerDied, WorkFailed
from tests.integration import pool_work

ROOT = Path(__file__).parents[2]
OWNER = """
import asyncio
from otehon.engines.pool import ProcessPool
from tests.integration import pool_work
def tell(number):
    print(int(number), flush=True)
async def main():
    pool = ProcessPool(1)
    await pool.run(pool_work.sleep, 60, progress=tell)
if __name__ == "__main__":
    asyncio.run(main())
"""


def unheard(done: float | Frames) -> None:
    del done


@pytest.fixture
def pool() -> Generator[ProcessPool]:
    pool = ProcessPool(1)
    yield pool
    pool.close()


def is_gone(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


async def test_it_works_elsewhere_and_tells_its_progress(pool: ProcessPool) -> None:
    told: list[float | Frames] = []
    assert await pool.run(pool_work.double, 21, progress=told.append) == 42
    assert told == [0.5]
    assert await pool.run(pool_work.own_id, progress=unheard) != os.getpid()


async def test_a_process_that_dies_or_stumbles_is_told_and_the_pool_lives_on(pool: ProcessPool) -> None:
    with pytest.raises(WorkerDied):
        await pool.run(pool_work.die, progress=unheard)
    with pytest.raises(WorkFailed, match="no such pose"):
        await pool.run(pool_work.stumble, progress=unheard)
    assert await pool.run(pool_work.double, 1, progress=unheard) == 2


async def test_canceling_kills_the_work(pool: ProcessPool) -> None:
    pids: list[float | Frames] = []
    working = asyncio.create_task(pool.run(pool_work.sleep, 60, progress=pids.append))
    while not pids:
        await asyncio.sleep(0.05)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert isinstance(pids[0], float)
    assert is_gone(int(pids[0]))
    assert await pool.run(pool_work.double, 1, progress=unheard) == 2


def test_processes_end_with_their_parent_even_when_it_is_killed() -> None:
    command = [sys.executable, "-c", OWNER]
    owner = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout is not None
    child = int(owner.stdout.readline())
    os.kill(owner.pid, signal.SIGKILL)
    owner.communicate()
    assert is_gone(child)
