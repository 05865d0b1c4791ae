"""What people need before the next meeting, as lines for the terminal."""

from __future__ import annotations

from workshop.errors import Refused
from workshop.workspace.core import Workspace
from workshop.workspace.issuing import source


def next_planned(workspace: Workspace) -> int:
    """Number of the meeting that runs, or of the next one planned. Raises Refused."""
    if workspace.state.running is not None:
        return workspace.state.running.number
    planned = sorted(
        (m for m in workspace.state.meetings if m.status == "planned"), key=lambda m: (m.on, m.start)
    )
    if not planned:
        raise Refused("No meeting is planned.", fix="workshop new kickoff-120 --on today --at 09:00")
    return planned[0].number


def brief(workspace: Workspace, number: int, side: str) -> tuple[str, ...]:
    """What one side owes and brings. Raises NotFound."""
    from workshop.exporting.told.lines import brief_lines

    return brief_lines(source(workspace, number), side)


def run_sheet(workspace: Workspace, number: int) -> tuple[str, ...]:
    """Clock times and words to say. Raises NotFound."""
    from workshop.exporting.told.lines import runsheet_lines

    return runsheet_lines(source(workspace, number))


def bring_list(workspace: Workspace, number: int) -> tuple[str, ...]:
    """What each side brings. Raises NotFound."""
    from workshop.exporting.told.lines import bring_lines

    return bring_lines(source(workspace, number))
