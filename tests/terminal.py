"""The real program in a real pseudo-terminal: keys go in, the screen is read as somebody sees it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds after which something that has to appear is given up; nothing waits that long when all is well."""
MANY = 1 << 17
"""Bytes taken in before somebody looks at the screen."""
KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "F1": "\x1bOP", "F2": "\x1bOQ", "F6": "\x1b[17~", "F9": "\x1b[20~", "ctrl+q": "\x11",
    "down": "\x1b[B",
}  # fmt: skip
"""What a terminal sends for a key that is no letter."""


class Terminal:
    """One program on one screen."""

    def __init__(self, *words: str | Path, size: tuple[int, int] = (80, 24)) -> None:
        """`words`: as typed behind `workshop`; `size`: columns and rows."""
        self.columns, self.rows = size
        self._screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self._screen)
        self._program = pexpect.spawn(
            sys.executable,
            ["-m", "workshop", *map(str, words)],
            dimensions=(self.rows, self.columns),
            env=_environment(),
        )
        self._program.delaybeforesend = None  # a person at a password is not waited for here

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    # Keys ----------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Keys by name, letters as they are."""
        self._program.send("".join(KEYS.get(key, key) for key in keys))

    def type(self, text: str) -> None:
        """Text, as fast as the terminal takes it."""
        self._program.send(text)

    def enter(self, line: str, told: str) -> None:
        """A line and enter; returns when the status line says this."""
        self.type(line)
        self.press("enter")
        self.until_said(told)

    def kill(self) -> None:
        """The program is gone at once, with no chance to put anything in order."""
        if self._program.isalive():
            self._program.kill(signal.SIGKILL)
        self._program.close()

    def ended(self) -> int:
        """Waits for the program's own end; its exit code."""
        self.until(lambda: not self._program.isalive(), "the end of the program")
        self._program.close()
        code = self._program.exitstatus
        assert isinstance(code, int)
        return code

    # The screen ----------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """What is on the screen, row by row."""
        return [self.line(row) for row in range(self.rows)]

    def line(self, row: int) -> str:
        """One row, from 0; hard spaces are spaces to the eye."""
        cells = self._screen.buffer[row % self.rows]
        told = "".join(cells[column].data for column in range(self.columns))
        return told.rstrip().replace("\N{NO-BREAK SPACE}", " ")

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    def row(self, pattern: str) -> int:
        """The row, from 0, in which this stands."""
        return next(place for place, line in enumerate(self.lines) if re.search(pattern, line))

    def wait(self, *parts: str, gone: str = "") -> None:
        """Reads until all parts are on the screen and `gone` is not."""
        what = " and ".join(repr(part) for part in parts) + (f" without {gone!r}" if gone else "")
        self.until(lambda: self._shows(parts, gone), what)

    def _shows(self, parts: tuple[str, ...], gone: str) -> bool:
        text = self.text
        return all(part in text for part in parts) and not (gone and gone in text)

    def until_said(self, told: str) -> None:
        """Reads until the status line, the last but one, begins with this."""
        self.until(lambda: self.line(-2).strip().startswith(told), f"{told!r} in the status line")

    def until(self, held: Callable[[], bool], what: str) -> None:
        """Reads until it holds; `what` names it for whoever waits in vain."""
        deadline = time.monotonic() + PATIENCE
        while not held():
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} did not come in {PATIENCE:.0f} s:\n{self.text}")
            self._read()

    def _read(self) -> None:
        """Takes in all that was drawn; waits a moment for the first of it."""
        drawn, patience = b"", 0.1
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            while len(drawn) < MANY:
                drawn += self._program.read_nonblocking(MANY, timeout=patience)
                patience = 0
        self._stream.feed(drawn)


def _environment() -> dict[str, str]:
    """The machine's, without what would change the looks."""
    ours = ("WORKSHOP_", "TEXTUAL", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "WORKSHOP_CALM": "1"}
