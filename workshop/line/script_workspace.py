"""The workspace a script plays into: begun if it is not there, with a clock that the script moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workshop.errors import NotUnderstood
from workshop.line.session import Session
from workshop.settings import FILE, Settings
from workshop.store import ManualClock
from workshop.workspace import Workspace

BEFORE = datetime(2000, 1, 1, tzinfo=UTC)
"""What a script's clock shows until its first /at."""


def script_session(directory: Path, *, speed: str = "max", issue: bool = True) -> Session:
    """A session for scripts. `speed`: how many times faster than it happened, or `max`."""
    pace = _pace(speed)
    if not (directory / FILE).exists():
        Workspace.create(directory, Settings(name=directory.resolve().name))
    last = Workspace(directory).state.reading
    clock = ManualClock(last.at if last else BEFORE)
    return Session(Workspace(directory, clock.read), clock=clock, pace=pace, issue=issue)


def _pace(speed: str) -> Callable[[float], None] | None:
    """How long to wait for so many seconds of the script; None for not at all."""
    if speed == "max":
        return None
    try:
        factor = float(speed)
    except ValueError:
        factor = 0.0
    if factor <= 0:
        raise NotUnderstood(f"'{speed}' is no speed.", fix="--speed 60, or --speed max")
    return lambda seconds: time.sleep(seconds / factor)
