"""The exercise on screen, looked at once after each change, in the thread that reads files; screens only paint it."""

from __future__ import annotations

from workshop.facilitation.exercises import OnScreen
from workshop.line.answering import Waiting, expected, others, waiting
from workshop.line.exercises import Script, script, shows_here
from workshop.line.wording import Wording
from workshop.model.results import Outcome, Result
from workshop.model.teams import Group
from workshop.model.values import dataclass
from workshop.tui.exercise_rows import exercise_rows
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.rows import Row
from workshop.workspace import Workspace
from workshop.workspace.exercises import current, on_board, outcome_of


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything the room paints of it."""

    found: OnScreen
    script: Script
    minutes: tuple[int, int]
    """From which minute of the segment to which the step goes."""
    group: Group | None
    """Whose answers come next; None where nothing is collected."""
    others: tuple[Group, ...]
    """The other teams that are asked."""
    waiting: Waiting | None
    rows: tuple[Row, ...]
    """What came in of the step's inputs."""
    other: tuple[Row, ...]
    """Of inputs of other steps."""
    board: tuple[Result, ...]
    """What this step shows."""


def looked(workspace: Workspace, say: Wording, glyphs: Glyphs, last: str, cells: int) -> Looked | None:
    """None where no exercise is on screen; `last`: the team whose answers came last; `cells`: of a row."""
    found, meeting = current(workspace), workspace.state.running
    item = meeting.current if meeting else None
    if found is None or item is None:
        return None
    group = expected(workspace, found, last)
    return Looked(
        found, script(workspace, found), found.minutes(item.minutes), group, others(found, group or last),
        waiting(workspace, found), *exercise_rows(workspace, found, say, glyphs, cells),
        on_board(workspace, found, here) if (here := shows_here(found)) else (),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Results:
    """What an exercise has come to so far."""

    title: str
    now: tuple[Result, ...]
    """What the step on screen shows."""
    other: tuple[Result, ...]
    """Everything else that is for the room."""
    outcome: Outcome
    waiting: Waiting | None


def results(workspace: Workspace) -> Results | None:
    """None where no exercise is on screen."""
    found = current(workspace)
    if found is None:
        return None
    now = shows_here(found)
    rest = tuple(show.slug for show in found.exercise.shows if show.slug not in now)
    return Results(
        found.exercise.title, on_board(workspace, found, now) if now else (),
        on_board(workspace, found, rest) if rest else (), outcome_of(workspace, found.exercise.slug),
        waiting(workspace, found),
    )  # fmt: skip
