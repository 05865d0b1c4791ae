"""Opening a workspace, and starting a meeting in it: does it cost more after ten years?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from bench.figures import rows, timed
from bench.history import TEMPLATE
from bench.workspaces import Workspaces
from workshop.model.commands import PlanMeeting, Start
from workshop.store.chain import JOURNAL
from workshop.store.witness import dismiss
from workshop.workspace import Workspace

TIMES = 40


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    yield f"Opening a workspace, {TIMES} times"
    yield from rows(timed({name: partial(Workspace, path) for name, path in workspaces.all()}, TIMES))
    yield "Opening it and starting the meeting that is planned"
    yield from rows(timed({name: _starting(path) for name, path in workspaces.copies()}, TIMES))


def _starting(path: Path) -> Callable[[], object]:
    Workspace(path).do(PlanMeeting(TEMPLATE, datetime.now(UTC).date(), time(9)))
    planned = (path / JOURNAL).stat().st_size

    def start() -> None:
        # Back to before the start; a cut costs a few microseconds.
        os.truncate(path / JOURNAL, planned)
        dismiss(path)
        Workspace(path).do(Start())

    return start
