"""The manual, played: what a page shows as typed is typed into the program, on a clock that the page moves.

A page shows what is typed in blocks marked `text`: `$` in front of a command, `>` in front of a line of a meeting, under
it what the program says, and `...` for what the page leaves out. A comment that begins with `played` holds steps that
readers do not see; there `at 09:05` moves the clock.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from workshop.cli.root import run
from workshop.store import ManualClock
from workshop.workspace import Workspace

BLOCKS = re.compile(r"^```text\n(.*?)^```$|^<!-- played\n(.*?)^-->$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"(\$|>|at) (.*)")
GAP = "..."
HOME = "/home/kim"
"""What pages show in place of the folder that a test plays in."""
ZONE = ZoneInfo("Europe/Berlin")
BEGIN = datetime(2026, 3, 2, 9, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a page does."""

    sign: str
    """`$` a command, `>` a line of a meeting, `at` the clock."""
    line: str
    shown: tuple[str, ...]
    """What the page shows under it."""
    hidden: bool = False


def steps(page: str) -> Iterator[Step]:
    """Everything that a page types, in its order."""
    for block in BLOCKS.finditer(page):
        rows = (block[1] or block[2]).splitlines()
        found = [(at, step) for at, row in enumerate(rows) if (step := STEP.fullmatch(row))]
        ends = [at for at, _ in found[1:]] + [len(rows)]
        for (at, step), end in zip(found, ends, strict=False):
            yield Step(step[1], step[2], tuple(rows[at + 1 : end]), hidden=block[1] is None)


def agrees(shown: Iterable[str], said: str) -> bool:
    """Whether a page shows what was said, however its lines are broken, with gaps where it says so."""
    pieces = [""]
    for row in shown:
        if row.strip() == GAP:
            pieces.append("")
        else:
            pieces[-1] += f" {row}"
    wanted = ".*".join(re.escape(" ".join(piece.split())) for piece in pieces)
    return re.fullmatch(wanted, " ".join(said.split()), re.DOTALL) is not None


class Player:
    """A home folder in which a page is played."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._home = home
        self._patch = monkeypatch
        self._clock = ManualClock(BEGIN)
        self._ahead: list[Step] = []
        self._done: list[tuple[Step, str]] = []
        self._out = io.StringIO()
        monkeypatch.chdir(home)
        monkeypatch.setattr("sys.stdin", self)
        monkeypatch.setattr("workshop.cli.options.Workspace", lambda at: Workspace(at, self._clock.read))

    def play(self, page: Iterable[Step]) -> list[tuple[Step, str]]:
        """Types everything; gives back each step with what was said after it."""
        self._ahead = list(page)
        with redirect_stdout(self._out), redirect_stderr(self._out):
            while self._ahead:
                step = self._ahead.pop(0)
                if step.sign == "at":
                    self._move(step.line)
                else:
                    self._call(step)
        return self._done

    def isatty(self) -> bool:
        """The program reads us as its standard input: a pipe."""
        return False

    def __iter__(self) -> Iterator[str]:
        """The lines of a meeting, up to the next command."""
        while self._ahead and self._ahead[0].sign != "$":
            self._take()
            step = self._ahead.pop(0)
            if step.sign == "at":
                self._move(step.line)
            else:
                self._done.append((step, ""))
                yield step.line

    def _call(self, step: Step) -> None:
        assert step.sign == "$", f"No meeting runs: {step.line}"
        words = shlex.split(step.line, comments=True)
        if words[0] == "cd":
            self._patch.chdir(Path.cwd() / words[1])
            return
        self._done.append((step, ""))
        assert words[0] == "workshop"
        with suppress(SystemExit):
            run(words[1:])
        self._take()

    def _take(self) -> None:
        """What was said since belongs to the last step."""
        step, said = self._done[-1]
        self._done[-1] = step, said + self._out.getvalue().replace(str(self._home), HOME)
        self._out.seek(0)
        self._out.truncate()

    def _move(self, told: str) -> None:
        day, _, clock = told.rpartition(" ")
        today = self._clock.read().at.astimezone(ZONE).date().isoformat()
        self._clock.move_to(datetime.fromisoformat(f"{day or today} {clock}").replace(tzinfo=ZONE))
