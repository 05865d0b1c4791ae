"""A second process that lays pages out: it has the toolkit loaded, and this one goes on with its work meanwhile.

Run as a program it is that process. It does not give way to others on the machine: it works only when nobody types, and
somebody may wait for what it makes. Both speak through its standard streams, so that it ends when they are closed,
however the other process ended; nothing of a page is written anywhere else.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock, Timer
from typing import IO, TypeVar

from msgspec import msgpack

from workshop.exporting.pdf.glyphs import watched
from workshop.exporting.pdf.toolkit import Work, press
from workshop.model.values import dataclass

LIMIT = 30.0
"""Seconds after which it is given up."""
SIZE = 8
"""Bytes that say how long a message is."""
MOST = 1 << 30
"""Bytes of the longest; what says more is no message."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A PDF, and the letters that no font of this machine has."""

    content: bytes
    undrawn: tuple[str, ...] = ()


class Beside:
    """The process, seen from here. One that ended by itself is not begun again: it would end again."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._turn = Lock()

    def start(self) -> None:
        """Begins it, unless it was begun; ready in about a second."""
        if self._process is not None or not sys.executable:
            return
        # -P: a file of the folder somebody happens to stand in is not taken for a part of the program.
        command = [sys.executable, "-P", "-m", __name__]
        with suppress(OSError):  # no room for another process: whoever asks it does the work himself
            self._process = Popen(  # noqa: S603 - our own program
                command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
            )

    def press(self, work: Work) -> Pressed | None:
        """The PDF; None where there is no process, or it ended, or takes too long."""
        with self._turn:
            process = self._process
            if process is None or process.stdin is None or process.stdout is None:
                return None
            limit = Timer(LIMIT, process.kill)
            limit.start()
            try:
                _write(process.stdin, work)
                return _read(process.stdout, Pressed)
            except (OSError, ValueError):  # it ended, or somebody ended it
                return None
            finally:
                limit.cancel()

    def close(self) -> None:
        """Ends it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):  # what it was not told any more
                if stream is not None:
                    stream.close()


def _write(stream: IO[bytes], message: Work | Pressed) -> None:
    content = msgpack.encode(message)
    stream.write(len(content).to_bytes(SIZE, "big") + content)
    stream.flush()


def _read(stream: IO[bytes], kind: type[T]) -> T | None:
    """The next message; None when there is none any more."""
    size = int.from_bytes(stream.read(SIZE), "big")
    content = stream.read(size) if size < MOST else b""
    return msgpack.decode(content, type=kind) if content and len(content) == size else None


def serve(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    """Presses what comes in until nothing comes any more."""
    while (work := _read(inbox, Work)) is not None:
        with watched() as undrawn:
            content = press(work)
        _write(outbox, Pressed(content, tuple(undrawn.letters)))
        gc.collect()  # now nobody waits


def _begin() -> None:
    from datetime import UTC, datetime

    gc.disable()
    press(Work("<p>", "", (), datetime.fromtimestamp(0, UTC)))  # loads everything that the first page needs
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    _begin()
