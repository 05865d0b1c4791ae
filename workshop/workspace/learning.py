"""What earlier meetings teach about the minutes of a plan; read from the register, so that no old meeting is read."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.errors import NotFound, Refused
from workshop.followup.durations import Learned, Timed, learned
from workshop.model.meeting import Meeting
from workshop.workspace.core import Workspace
from workshop.workspace.rows import rows


def history(workspace: Workspace) -> tuple[Timed, ...]:
    """Every segment that was held in a meeting of both teams; a reading of files."""
    return tuple(_timed(workspace))


def _timed(workspace: Workspace) -> Iterator[Timed]:
    for meeting in rows(workspace, "meetings"):
        if meeting["status"] not in ("closed", "approved") or meeting["preparation"]:
            continue
        for segment in meeting["segments"]:
            if segment["real_ms"] is not None:
                yield Timed(
                    meeting["id"], meeting["template"], segment["title"], segment["exercise"] or "",
                    segment["part"] or "", segment["real_ms"],
                )  # fmt: skip


def usual(workspace: Workspace, meeting: Meeting) -> tuple[Learned, ...]:
    """What the segments of a planned meeting usually take; nothing before three meetings tell."""
    return learned(history(workspace), meeting.template, (item.segment for item in meeting.items))


def planned(workspace: Workspace, number: int = 0) -> Meeting:
    """The planned meeting of that number, or the next one. Raises NotFound, Refused."""
    if number:
        found = workspace.state.meeting(number)
        if found is None:
            raise NotFound(f"There is no meeting M-{number} at hand.", fix="workshop list shows all.")
        if found.status != "planned":
            fix = "While it runs: /extend, /retime, /skip." if found.status == "running" else ""
            raise Refused(f"M-{number} is {found.status}; its plan is no longer changed.", fix=fix)
        return found
    waiting = [meeting for meeting in workspace.state.meetings if meeting.status == "planned"]
    if not waiting:
        raise Refused("No meeting is planned.", fix="Plan one: workshop new kickoff-120, or /meeting.")
    return min(waiting, key=lambda meeting: (meeting.on, meeting.start))
