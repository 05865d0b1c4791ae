"""Programs for the durability tests: sessions that can be killed, and the real command line behind pipes."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from durability.rooms import everything, journal

from workshop.workspace import Workspace
from workshop.workspace.checking import problems

FORKING = Path(__file__).with_name("forking.py")


def now() -> int:
    """The machine's running clock, ms."""
    return time.monotonic_ns() // 1_000_000


class Killable:
    """A session in a program of its own."""

    def __init__(self, address: tuple[str, int], *, outside: bool = False) -> None:
        self._connection = socket.create_connection(address)
        self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._replies = self._connection.makefile("rb")
        self.send(outside=outside)
        self.pid = int(self.receive()["pid"])

    def send(self, **request: object) -> None:
        """Asks, without waiting for the reply."""
        self._connection.sendall(json.dumps(request).encode() + b"\n")

    def receive(self) -> dict[str, Any]:
        """The next reply; empty where the program is gone."""
        try:
            line = self._replies.readline()
        except ConnectionResetError:  # killed before it had read all that was asked
            return {}
        reply: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {}
        return reply

    def ask(self, **request: object) -> dict[str, Any]:
        """Asks, and waits for the reply."""
        self.send(**request)
        return self.receive()

    def type(self, line: str) -> list[str]:
        """One line, and what is said once it is stored."""
        reply = self.ask(line=line)
        assert "said" in reply, reply
        said: list[str] = reply["said"]
        return said

    def answered_within(self, seconds: float) -> bool:
        """Whether a reply, or the end of the program, came by then."""
        return bool(select.select([self._connection], [], [], seconds)[0])

    def kill(self) -> list[dict[str, Any]]:
        """Kills it where it stands; the replies it had sent before. Nobody runs any more when this returns."""
        os.kill(self.pid, signal.SIGKILL)
        return self.last_replies()

    def last_replies(self) -> list[dict[str, Any]]:
        """Every reply up to the end of the program."""
        replies = []
        while reply := self.receive():
            replies.append(reply)
        self.close()
        return replies

    def close(self) -> None:
        """Lets go; the program leaves by itself."""
        self._replies.close()
        self._connection.close()


Launch = Callable[..., Killable]
"""Starts one session after the other in the same workspace."""


@contextmanager
def launching(directory: Path) -> Iterator[Launch]:
    """One Python that forks a session for each call."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        descriptor = listener.fileno()
        program = subprocess.Popen(
            [sys.executable, FORKING, str(descriptor), directory], pass_fds=[descriptor]
        )
        try:
            yield lambda **how: Killable(listener.getsockname(), **how)
        finally:
            program.kill()
            program.wait()


class LineMode:
    """`workshop run --plain` behind pipes, as a person or a script runs it."""

    def __init__(self, directory: Path, *words: str) -> None:
        command = [sys.executable, "-m", "workshop", "-w", str(directory), "run", "--plain", *words]
        self._program: subprocess.Popen[str] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> LineMode:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.communicate()

    def send(self, line: str) -> None:
        """Types a line, without waiting for what is said."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{line}\n")
        self._program.stdin.flush()

    def until(self, part: str) -> str:
        """What is said up to the line that holds this; that line."""
        assert self._program.stdout is not None
        heard = []
        for said in self._program.stdout:
            heard.append(said)
            if part in said:
                return said
        raise AssertionError(f"{part!r} was not said: {heard}")

    def kill(self) -> str:
        """Kills it where it stands; what it had said and nobody had read."""
        self._program.kill()
        return self._program.communicate()[0]

    def limit_files(self, size: int | None) -> None:
        """Lets no file of the program grow beyond so many bytes, as if the disk were full there; None lifts it."""
        largest = resource.RLIM_INFINITY
        resource.prlimit(
            self._program.pid, resource.RLIMIT_FSIZE, (largest if size is None else size, largest)
        )

    def leave(self) -> tuple[int, str]:
        """The end of the input: exit code, and what was said on stderr."""
        _, told = self._program.communicate()
        return self._program.returncode, told


def killed_at_the_reveal(
    directory: Path, box: str, lines: Iterable[str], command: str, late: str, refused: str
) -> None:
    """Killed when the totals are stored and the box is still there, it opens well, the box is gone, and a `late` answer
    is `refused`."""
    with launching(directory) as launch:
        program = launch()
        for line in lines:
            program.type(line)
        program.ask(die="box")
        program.send(line="/reveal")
        assert program.last_replies() == []
        assert journal(directory)[-1]["command"] == command
        assert box in everything(directory)
        program = launch()
        assert box not in everything(directory)
        assert program.ask()["problems"] == []
        assert refused in program.ask(line=late)["refused"]
        program.close()
    assert list(problems(Workspace(directory))) == []
