"""Processes for work that would hold up the event loop. They end with their parent, however it ends."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from otehon.engines.base import Progress

Work = Callable[..., Any]
"""A module's function that a child process calls with its arguments and, last, a `Progress`."""


class WorkerDied(Exception):
    """The process ended in the middle of its work."""


class WorkFailed(Exception):
    """The work raised; the message carries the kind and the words of its error."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any = None
    error: Exception | None = None


class ProcessPool:
    """Up to `size` processes, started when first needed and kept.

    Started by spawn: a forked child would keep the parent's listening socket after a kill -9 (measured).

    Args:
        size: how many work at once.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._slots = asyncio.Semaphore(size)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="otehon-pool")
        self._idle: list[_Child] = []
        self._busy: set[_Child] = set()

    async def run(self, work: Work, *arguments: object, progress: Progress) -> Any:
        """Do the work in a process; canceling this kills that process.

        Raises:
            WorkerDied: the process ended, killed or crashed.
            WorkFailed: the work raised an error that cannot travel; others are raised as they are.
        """
        async with self._slots:
            loop = asyncio.get_running_loop()
            child = self._idle.pop() if self._idle else _Child()
            self._busy.add(child)
            try:
                outcome = await loop.run_in_executor(self._threads, child.call, work, arguments, progress)
            except BaseException:
                child.kill()
                raise
            finally:
                self._busy.discard(child)
            self._idle.append(child)
            if outcome.error is not None:
                raise outcome.error
            return outcome.result

    def close(self) -> None:
        """End every process."""
        for child in (*self._idle, *self._busy):
            child.kill()
        self._idle.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Child:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, far_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(far_end,), daemon=True)
        self._process.start()
        far_end.close()

    def call(self, work: Work, arguments: tuple[object, ...], progress: Progress) -> _Outcome:
        """Send the work and wait for its end. Blocks."""
        try:
            self._connection.send((work, arguments))
            while True:
                message = self._connection.recv()
                if isinstance(message, _Outcome):
                    return message
                progress(message)
        except (EOFError, OSError) as error:
            raise WorkerDied("the process ended in the middle of its work") from error

    def kill(self) -> None:
        """End the process at once. Its call ends with `WorkerDied`."""
        self._process.kill()
        self._process.join(timeout=5)


def _serve(connection: Connection) -> None:
    # What the terminal or a supervisor sends to the whole group is for the parent to act on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            work, arguments = connection.recv()
        except EOFError:
            return
        connection.send(_outcome(connection, work, arguments))


def _outcome(connection: Connection, work: Work, arguments: tuple[object, ...]) -> _Outcome:
    try:
        return _Outcome(result=work(*arguments, connection.send))
    except OSError as error:
        return _Outcome(error=error)
    except Exception as error:  # noqa: BLE001  told to the parent, whatever it is
        return _Outcome(error=WorkFailed(f"{type(error).__name__}: {error}"))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
