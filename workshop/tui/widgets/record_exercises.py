"""Exercises in the record: every run with what it made that lives on, and what one of them came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.content import Content

from workshop.line.wording import Wording
from workshop.tui.widgets.exercise import beside, board
from workshop.workspace import Workspace
from workshop.workspace.exercises import outcome_in
from workshop.workspace.history import standing
from workshop.workspace.rows import rows
from workshop.workspace.sheets import sheets


def exercise_rows(workspace: Workspace) -> Iterator[Mapping[str, Any]]:
    """Documents of the register with title and, where this run made the version that holds, what lives on of it."""
    living = {
        (each.exercise, f"M-{each.meeting}"): f"{each.name} v{each.version}" for each in sheets(workspace)
    }
    for row in rows(workspace, "runs"):
        exercise = workspace.exercise(row["exercise"])
        typed = ", ".join(f"{count} {slug}" for slug, count in row["rows"].items())
        yield {
            **row, "title": exercise.title if exercise else row["exercise"], "rows": typed,
            "living": living.get((row["exercise"], row["meeting"]), ""),
        }  # fmt: skip


def came_to(workspace: Workspace, slug: str, meeting: int, say: Wording, cells: int) -> Content:
    """Results of a run as they were in its meeting. Raises NotFound; an old meeting is read from the journal."""
    found = standing(workspace, meeting)
    outcome = outcome_in(workspace, found.state, found.meeting, slug)
    lines = board(outcome.results, cells)
    follows = list(beside(outcome, say, cells))
    return Content("\n").join([*lines, *([Content("")] if lines and follows else []), *follows])
