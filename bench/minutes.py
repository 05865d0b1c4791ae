"""Minutes: from Enter behind /close to a PDF on the disk, and the same asked for later from a shell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Times, cold, rows, timed
from bench.workspaces import Workspaces
from workshop.line.script_workspace import script_session

KICKOFF = Path(__file__).parents[1] / "workshop" / "sample" / "kickoff.txt"
TIMES = 3
FORMATS = ("pdf", "html", "md", "json", "csv")


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    closed = [_closing(workspaces.folder / f"kickoff-{number}") for number in range(TIMES)]
    yield "Closing the kickoff of twelve people: stored, minutes in PDF on the disk (the first loads the PDF library)"
    yield from rows([("/close", Times(tuple(closed[1:]))), ("/close, the first", Times((closed[0],)))])
    yield "Exporting it from a shell"
    where = ("-w", str(workspaces.folder / "kickoff-0"), "export", "M-1", "--to")
    target = workspaces.folder / "minutes"
    yield from rows(timed({form: cold(*where, f"{target}.{form}") for form in FORMATS}, TIMES))


def _closing(folder: Path) -> float:
    session = script_session(folder)
    *lines, close = KICKOFF.read_text(encoding="utf-8").splitlines()
    for line in lines:
        list(session.feed(line))
    begin = time.perf_counter()
    list(session.feed(close))
    return time.perf_counter() - begin
