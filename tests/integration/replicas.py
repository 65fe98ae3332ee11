"""Replicas of a service that do one thing with every request, and count them."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

Habit = Literal["answers", "is starting", "hangs up"]

ANSWERS: dict[Habit, bytes] = {
    "answers": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere",
    "is starting": b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!",
    "hangs up": b"",
}


@dataclass
class Replica:
    """One of them.

    Args:
        habit: what it does.
        listener: where it listens.
        bodies: what was sent to it.
    """

    habit: Habit
    listener: socket.socket
    bodies: list[bytes] = field(default_factory=list[bytes])

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.listener.getsockname()[1]

    def serve(self) -> None:
        """Until the listener is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                with connection:
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        request = connection.makefile("rb")
        length = 0
        while (line := request.readline()) not in (b"\r\n", b""):
            name, _, value = line.lower().partition(b": ")
            length = int(value) if name == b"content-length" else length
        self.bodies.append(request.read(length))
        connection.sendall(ANSWERS[self.habit])


@contextmanager
def replica(habit: Habit) -> Generator[Replica]:
    """Let one serve."""
    one = Replica(habit, socket.create_server(("127.0.0.1", 0)))
    thread = threading.Thread(target=one.serve)
    thread.start()
    try:
        yield one
    finally:
        one.listener.shutdown(socket.SHUT_RDWR)
        one.listener.close()
        thread.join()
