"""Page one: the goal, who was there, what changed since last time, when the teams meet next."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from workshop.errors import NotFound
from workshop.exporting.days import clock
from workshop.exporting.digest.desk import TEAM_NAMES, Desk
from workshop.exporting.digest.minutes import Goal, LastTime, NextMeeting, When
from workshop.exporting.digest.readings import Changed
from workshop.exporting.digest.rows import Here, TeamHere
from workshop.exporting.digest.said import corrected_text
from workshop.facilitation.clock import meeting_time, whole_minutes
from workshop.followup import changed as followup
from workshop.followup.between import opened, previous
from workshop.model import ids
from workshop.model.entries import Entry
from workshop.model.meeting import Attendance, Meeting
from workshop.model.teams import SIDES, TEAMS


def goal(desk: Desk) -> Goal | None:
    """The goal told in this meeting, or the last one known."""
    told = _goals(desk.meeting.entries)
    earlier = (
        entry
        for meeting in desk.source.state.meetings
        if opened(meeting) < opened(desk.meeting)
        for entry in _goals(meeting.entries)
    )
    found = max(told or earlier, key=lambda entry: entry.number, default=None)
    if found is None:
        return None
    ref = ids.show("N", found.number)
    return Goal(ref, corrected_text(desk, ref, found.said.text, found.meeting)[0], found.meeting)


def _goals(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if entry.said.kind == "goal"]


def when(desk: Desk) -> When:
    """Date and times as they were."""
    meeting = desk.meeting
    ms = meeting_time(meeting, desk.source.state.moment)
    return When(
        meeting.on, meeting.start, meeting.zone, meeting.closed_at or meeting.opened_at or _planned(meeting),
        desk.local(meeting.opened_at) if meeting.opened_at else None,
        desk.local(meeting.closed_at) if meeting.closed_at else None,
        meeting.hard_end, sum(item.segment.minutes for item in meeting.items),
        whole_minutes(ms) if meeting.opened is not None else None, ms,
    )  # fmt: skip


def _planned(meeting: Meeting) -> datetime:
    return datetime.combine(meeting.on, meeting.start, ZoneInfo(meeting.zone)).astimezone(UTC)


def attendance(desk: Desk) -> tuple[TeamHere, ...]:
    """Those who took part, by the team of that day."""
    rows = (
        (team, tuple(_here(desk, row) for row in desk.meeting.here if row.team == team)) for team in TEAMS
    )
    return tuple(TeamHere(team, TEAM_NAMES[team], people) for team, people in rows if people)


def absent(desk: Desk) -> tuple[str, ...]:
    """The sides of which nobody took part in a meeting that was held."""
    teams = {row.team for row in desk.meeting.here}
    return tuple(side for side in SIDES if side not in teams) if desk.meeting.opened is not None else ()


def apologies(desk: Desk) -> tuple[Here, ...]:
    """Those who sent apologies, with their remark."""
    return tuple(_here(desk, row) for row in desk.meeting.attendance if not row.here)


def _here(desk: Desk, row: Attendance) -> Here:
    who = desk.who(row.person)
    if who is None:
        raise NotFound("The attendance holds a line without a person.")
    notes = (
        f"from {clock(row.joined)}" if row.joined else "late" if row.presence == "late" else "",
        f"until {clock(row.left)}" if row.left else "",
        row.remark,
    )
    return Here(who, desk.role(row.person), ", ".join(note for note in notes if note))


def changed(desk: Desk) -> tuple[Changed, ...]:
    """You said - we changed."""
    found = followup.changed(desk.source.state, desk.meeting)
    return tuple(_changed(desk, row) for row in found if row.said is not None)


def _changed(desk: Desk, row: followup.Changed) -> Changed:
    said = row.said
    text, by = (said.text, desk.by(said)) if said else ("", "")
    action = row.action
    ref = ids.show("A", action.number)
    done, _ = corrected_text(desk, ref, action.said.text, action.meeting)
    return Changed(ref, text, by, row.on, done, action.closed_on, row.ref)


def last_time(desk: Desk) -> LastTime | None:
    """What the return on time of the meeting before asked to change and to keep."""
    last = previous(desk.source.state, desk.meeting)
    before = desk.source.state.meeting(last.meeting) if last else None
    if before is None or not (before.roti.change or before.roti.keep):
        return None
    return LastTime(before.number, before.roti.change, before.roti.keep)


def next_meeting(desk: Desk) -> NextMeeting | None:
    """The next date, with the name of its agenda."""
    told = desk.meeting.closing.next_date
    if told is None:
        return None
    return NextMeeting(told.on, told.start, _title(desk, told.template), told.why_none)


def _title(desk: Desk, template: str) -> str:
    try:
        return desk.source.library.agenda(template).title if template else ""
    except NotFound:
        return template
