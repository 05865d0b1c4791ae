"""A second process that lays pages out: it has the toolkit loaded, and this one goes on with its work meanwhile.

Run as a program it is that process. It does not give way to others on the machine: it works only when nobody types, and
somebody may wait for what it makes. Both speak through its standard streams, so that it ends when they are closed,
however the other process ended; nothing of a page is written anywhere else.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from typing import IO, TypeVar

from msgspec import msgpack

from workshop.exporting.pdf.glyphs import watched
from workshop.exporting.pdf.toolkit import Work, press
from workshop.model.values import dataclass

LIMIT = 30.0
"""Seconds after which it is given up."""
BEGIN = 1.5
"""Seconds that a fresh process costs. What nobody wants any more, and ends within so long, is not broken off."""
STEP = 0.1
"""Seconds between two questions whether it is still wanted."""
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
        self._aside: TemporaryDirectory[str] | None = None
        """Where it lays files aside, fonts above all: one that is broken off has no time to take them away."""
        self._turn = Lock()
        self._took = 0.0
        """Seconds of the last one; the next takes about as long."""

    def start(self) -> None:
        """Begins it, unless it was begun; ready in about a second."""
        if self._process is not None or not sys.executable:
            return
        # -P: a file of the folder somebody happens to stand in is not taken for a part of the program.
        command = [sys.executable, "-P", "-m", __name__]
        with suppress(OSError):  # no room for another process: whoever asks it does the work himself
            aside = self._aside or TemporaryDirectory(prefix="workshop-", ignore_cleanup_errors=True)
            self._aside = aside
            self._process = Popen(  # noqa: S603 - our own program
                command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True,
                env={**os.environ, "TMPDIR": aside.name},
            )  # fmt: skip

    def press(self, work: Work, wanted: Callable[[], bool] = lambda: True) -> Pressed | None:
        """The PDF; None where there is no process, or it ended, or takes too long, or nobody wants it any more."""
        with self._turn:
            process = self._process
            if process is None or process.stdin is None or process.stdout is None:
                return None
            answered, unwanted = Event(), Event()
            guard = Thread(target=self._guard, args=(process, wanted, answered, unwanted), daemon=True)
            guard.start()
            begun = time.monotonic()
            try:
                found = _asked(process.stdin, process.stdout, work)
            finally:
                answered.set()
                guard.join()
            if unwanted.is_set():  # it is gone, and what is wanted in its place comes soon
                self.close()
                self.start()
            elif found is not None:
                self._took = time.monotonic() - begun
            return found

    def _guard(
        self, process: Popen[bytes], wanted: Callable[[], bool], answered: Event, unwanted: Event
    ) -> None:
        """Ends a process that takes too long, or works on what nobody wants any more and has long to go."""
        begun = time.monotonic()
        while not answered.wait(STEP):
            gone = time.monotonic() - begun
            if abs(self._took - gone) > BEGIN and not wanted():
                unwanted.set()
            if gone > LIMIT or unwanted.is_set():
                process.kill()
                return

    def close(self) -> None:
        """Ends it, and takes away what it laid aside."""
        process, self._process = self._process, None
        aside, self._aside = self._aside, None
        if process is not None:
            _end(process)
        if aside is not None:
            aside.cleanup()


def _end(process: Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what it was not told any more
            if stream is not None:
                stream.close()


def _asked(inbox: IO[bytes], outbox: IO[bytes], work: Work) -> Pressed | None:
    """Its answer; None where it ended, or somebody ended it."""
    try:
        _write(inbox, work)
        return _read(outbox, Pressed)
    except (OSError, ValueError):
        return None


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
