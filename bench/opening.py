"""Opening a workspace, and starting a meeting in it: does it cost more after ten years?"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import time as clock_time
from functools import partial
from pathlib import Path

from bench.figures import Times, rows, timed
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
    yield from rows([(name, timed(partial(Workspace, path), TIMES)) for name, path in workspaces.all()])
    yield "Opening it and starting the meeting that is planned"
    yield from rows([(name, _starting(path)) for name, path in workspaces.copies()])


def _starting(path: Path) -> Times:
    Workspace(path).do(PlanMeeting(TEMPLATE, datetime.now(UTC).date(), clock_time(9)))
    planned = (path / JOURNAL).stat().st_size
    found = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        Workspace(path).do(Start())
        found.append(time.perf_counter() - begin)
        os.truncate(path / JOURNAL, planned)
        dismiss(path)
    return Times(tuple(found))
