"""Storing one line, from Enter to the disk: does it cost more after ten years, and more than a plain file?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

from bench.figures import rows, timed
from bench.history import TEMPLATE
from bench.workspaces import Workspaces
from workshop.line.session import Session
from workshop.model.commands import Add, PlanMeeting, Start
from workshop.model.entries import Said
from workshop.workspace import Workspace

LINES = 200
TEXT = "What the customer said about delivery time and the price of the spare parts"


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    stored = {name: _running(path) for name, path in workspaces.copies()}
    doing = {name: _doing(workspace) for name, workspace in stored.items()}
    plain = {"a plain file: open, write, sync": _plain_file(workspaces.folder / "plain.txt")}
    yield f"Storing a line, {LINES} times: decided, appended, synced, taken into the state"
    yield from rows(timed({**doing, **plain}, LINES))
    yield "The same as somebody types it: read, stored, answered"
    yield from rows(timed({name: _typing(workspace) for name, workspace in stored.items()}, LINES))


def _running(path: Path) -> Workspace:
    workspace = Workspace(path)
    workspace.do(PlanMeeting(TEMPLATE, date.today(), time(9)))  # noqa: DTZ011 - any day will do
    workspace.do(Start())
    return workspace


def _doing(workspace: Workspace) -> Callable[[], object]:
    said = Said("note", TEXT, speaker="P-1", team="sales")
    return lambda: workspace.do(Add(said, ("P-1",)))


def _typing(workspace: Workspace) -> Callable[[], object]:
    session = Session(workspace)
    return lambda: list(session.feed(f'n: {TEXT} @"Person Number1" #food'))


def _plain_file(path: Path) -> Callable[[], object]:
    line = f"{TEXT:<400}\n"

    def append() -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write(line)
            file.flush()
            getattr(os, "fdatasync", os.fsync)(file.fileno())

    return append
