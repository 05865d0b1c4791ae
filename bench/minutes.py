"""Minutes: from Enter behind /close to a PDF on the disk, and the same asked for later from a shell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

from bench.figures import Times, cold, rows, timed
from bench.workspaces import Workspaces
from workshop.exporting.pdf.beside import Beside
from workshop.line.script_workspace import script_session
from workshop.line.session import Session
from workshop.workspace.ahead import Ahead

KICKOFF = Path(__file__).parents[1] / "workshop" / "sample" / "kickoff.txt"
LAST = "credit: The field sheet came on the day it was promised @lena to=sales"
"""Said after everything else was dealt with."""
AGAIN = "credit: So did the price list @lena to=sales"
"""Said while minutes are made that lack it."""
UNDER_WAY = 1.0
"""Seconds that they are being made by then."""
TIMES = 5
FORMATS = ("pdf", "html", "md", "json", "csv")


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    closings = Closings(workspaces.folder)
    first = closings.here()
    works = {
        "/close, the minutes lie ready": closings.ready,
        "changed just before, made beside": closings.changed,
        "changed while they were made": closings.overtaken,
        "made here, the library loaded": closings.here,
    }
    found = {name: Times(tuple(work() for _ in range(TIMES))) for name, work in works.items()}
    yield "Closing the kickoff of twelve people: stored, minutes in PDF on the disk"
    yield from rows([*found.items(), ("made here, the library to load", Times((first,)))])
    yield "Exporting it from a shell"
    where = ("-w", str(closings.last), "export", "M-1", "--to")
    target = workspaces.folder / "minutes"
    yield from rows(timed({form: cold(*where, f"{target}.{form}") for form in FORMATS}, TIMES))


class Closings:
    """Kickoffs played up to their close, and closed; gives back the seconds of the last line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.last = folder
        """The workspace of the last one."""

    def here(self) -> float:
        """In this process."""
        session, close = self._open()
        return _taken(session, close)

    def ready(self) -> float:
        """Some seconds after the last line."""
        with closing(Beside()) as beside:
            session, close = self._open()
            _looked_ahead(session, beside)
            return _taken(session, close)

    def changed(self) -> float:
        """With one more line said since, and no time to make minutes of it."""
        with closing(Beside()) as beside:
            session, close = self._open()
            _looked_ahead(session, beside)
            list(session.feed(LAST))
            return _taken(session, close)

    def overtaken(self) -> float:
        """With one more line said while minutes are made that lack it."""
        with closing(Beside()) as beside:
            session, close = self._open()
            _looked_ahead(session, beside)
            list(session.feed(LAST))
            ahead = Ahead(session.workspace, beside)
            session.workspace.press = ahead.press
            ahead.look()
            making = Thread(target=ahead.look)
            making.start()
            time.sleep(UNDER_WAY)
            list(session.feed(AGAIN))
            taken = _taken(session, close)
            making.join()
            return taken

    def _open(self) -> tuple[Session, str]:
        self._count += 1
        self.last = self._folder / f"kickoff-{self._count}"
        session = script_session(self.last)
        *lines, close = KICKOFF.read_text(encoding="utf-8").splitlines()
        for line in lines:
            list(session.feed(line))
        return session, close


def _looked_ahead(session: Session, beside: Beside) -> None:
    ahead = Ahead(session.workspace, beside)
    ahead.look()
    ahead.look()
    session.workspace.press = ahead.press


def _taken(session: Session, close: str) -> float:
    begin = time.perf_counter()
    list(session.feed(close))
    return time.perf_counter() - begin
