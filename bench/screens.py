"""The room on a terminal beside a bare Textual program: first frame, key to paint, and what it costs to stand still."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import pexpect

from bench.figures import Times, shown
from bench.workspaces import Workspaces
from workshop.line.script_workspace import script_session

ROWS = 60
"""In the list of either program."""
STARTS, KEYS, IDLE = 15, 60, 20.0
"""First frames, keys, seconds of standing still."""
SIZE = (24, 80)
ENVIRONMENT = {
    "TERM": "xterm-256color", "COLORTERM": "truecolor",
    "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "workshop-bench-pyc"),
}  # fmt: skip
"""Both are compiled once, whatever this machine usually does with compiled modules."""
MARK = b"What customer"
"""Stands in the list of either program: what it was opened for is on the screen."""
FRAME = b"Commands"
"""Stands last in the footer of the room: its frame is there, the line has the focus and takes what is typed."""
LETTER, BACKSPACE = "ß", "\x7f"
LOOK = 0.05
"""Seconds that somebody looks at one of them while both stand still."""
QUIET = 0.15
"""Seconds without output after which a program has settled."""
FIRST, PAINT, STILL = 1.5, 1.2, 1.5
"""What the room may cost, as a multiple of the bare program."""


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    directory = str(_running(workspaces.folder / "room"))
    bare = [sys.executable, str(Path(__file__).with_name("bare.py")), str(ROWS)]
    room = [sys.executable, "-m", "workshop", "-w", directory, "run"]
    opened = {
        "bare": (bare, MARK), "bare, after opening a workspace": ([*bare, directory], MARK),
        "room": (room, FRAME), "room, with its entries": (room, MARK),
    }  # fmt: skip
    programs = {"bare": bare, "room": room}
    yield f"The room, {ROWS} entries, beside a bare Textual program with a line and a list as long, {SIZE[1]}x{SIZE[0]}"
    yield f"First frame, {STARTS} times, in turn"
    yield from _compared(_first(opened), FIRST)
    yield f"Key to paint, {KEYS} letters, in turn"
    yield from _compared(_keys(programs), PAINT)
    yield f"Standing still for {IDLE:.0f} s, both at once, processor time of a second"
    yield from _compared(_still(programs), STILL)


def _running(directory: Path) -> Path:
    """A meeting that runs now, with entries in its segment."""
    session = script_session(directory, issue=False)
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M}"
    people = [f"/person Person Number{n}; {'sales' if n % 2 else 'marketing'}" for n in range(1, 11)]
    entries = [f"n: What customer {n} said about delivery time" for n in range(1, ROWS + 1)]
    for line in (f"/at {now}", *people, f"/meeting sync-30 {now}", "/here all", "/start", *entries):
        for _ in session.feed(line):
            pass
    return directory


class _Shown:
    """A program in a pseudo-terminal, looked at through the bytes that it draws."""

    def __init__(self, words: Sequence[str], mark: bytes = MARK) -> None:
        environment = {**os.environ, **ENVIRONMENT}
        begin = time.perf_counter()
        self._program = pexpect.spawn(words[0], list(words[1:]), dimensions=SIZE, env=environment)
        self._program.delaybeforesend = None
        self._until(mark)
        self.first = time.perf_counter() - begin
        """Seconds until it showed its mark."""
        self._settle()

    def _until(self, mark: bytes) -> None:
        drawn = b""
        while mark not in drawn:
            drawn += self._program.read_nonblocking(1 << 16, timeout=60)

    def _settle(self) -> None:
        """Reads until nothing more is drawn for a moment."""
        while self._read(QUIET):
            pass

    def _read(self, seconds: float) -> bytes:
        try:
            return bytes(self._program.read_nonblocking(1 << 16, timeout=seconds))
        except pexpect.TIMEOUT:
            return b""

    def key(self) -> float:
        """Seconds until a letter that stands nowhere else on the screen is drawn; then it is taken away again."""
        begin = time.perf_counter()
        self._program.send(LETTER)
        self._until(LETTER.encode())
        taken = time.perf_counter() - begin
        self._settle()
        self._program.send(BACKSPACE)
        self._settle()
        return taken

    def look(self) -> None:
        """Takes in what is drawn, so that it never waits for whoever reads it."""
        self._read(LOOK)

    def spent(self) -> float:
        """Processor seconds so far, of all its threads (Linux: the first field of `schedstat`, in ns)."""
        threads = Path(f"/proc/{self._program.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def close(self) -> None:
        """Ends it."""
        self._program.close(force=True)


def _first(programs: dict[str, tuple[list[str], bytes]]) -> dict[str, Times]:
    """Start by start in turn; the very first of each warms the disk and does not count."""
    found: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(STARTS + 1):
        for name, (words, mark) in programs.items():
            with closing(_Shown(words, mark)) as program:
                found[name].append(program.first)
    return {name: Times(tuple(seconds[1:])) for name, seconds in found.items()}


def _keys(programs: dict[str, list[str]]) -> dict[str, Times]:
    """Letter by letter in turn, so that whatever else this machine does falls on both alike."""
    with ExitStack() as stack:
        opened = {name: stack.enter_context(closing(_Shown(words))) for name, words in programs.items()}
        found: dict[str, list[float]] = {name: [] for name in opened}
        for _ in range(KEYS):
            for name, program in opened.items():
                found[name].append(program.key())
    return {name: Times(tuple(seconds)) for name, seconds in found.items()}


def _still(programs: dict[str, list[str]]) -> dict[str, Times]:
    """What a second in which nobody does anything costs: the same seconds for both."""
    with ExitStack() as stack:
        opened = {name: stack.enter_context(closing(_Shown(words))) for name, words in programs.items()}
        before, begin = {name: program.spent() for name, program in opened.items()}, time.perf_counter()
        while (gone := time.perf_counter() - begin) < IDLE:
            for program in opened.values():
                program.look()
        return {name: Times(((program.spent() - before[name]) / gone,)) for name, program in opened.items()}


def _compared(found: dict[str, Times], most: float) -> Iterator[str]:
    """A line for each, with the multiple of the first and whether it stays under what it may be."""
    first = found["bare"].median
    for name, times in found.items():
        ratio = times.median / first if first else 0.0
        held = "" if name != "room" else f"  {'under' if ratio <= most else 'OVER'} x{most}"
        yield f"  {name:<34} median {shown(times.median):>9}  p99 {shown(times.p99):>9}  x{ratio:.2f}{held}"
