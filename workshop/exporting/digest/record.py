"""The minutes as a document: what became of the ones before, corrections, approval, who gets them, who signs."""

from __future__ import annotations

from workshop.exporting.days import plural
from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.minutes import Approved, Reopened
from workshop.exporting.digest.readings import CorrectionRow
from workshop.exporting.digest.rows import Who
from workshop.followup.between import previous
from workshop.model import ids
from workshop.model.meeting import Correction, Meeting
from workshop.model.teams import SIDES

NOTHING_BEFORE = "No earlier minutes on record."


def previous_minutes(desk: Desk) -> str:
    """What became of the minutes of the meeting before."""
    last = previous(desk.source.state, desk.meeting)
    if last is None:
        return NOTHING_BEFORE
    name = ids.show("M", last.meeting)
    before = desk.source.state.meeting(last.meeting)
    if before is None:
        return f"Minutes of {name} are in the archive."
    if before.approval is None:
        return f"Minutes of {name} are a draft, not approved yet{_corrected(before)}."
    done = before.approval
    where = f" in {ids.show('M', done.made_in)}" if done.made_in else f" {done.where}".rstrip()
    by = f" by {desk.name(done.by)}" if done.by else ""
    return f"Minutes of {name} approved on {desk.full_day(done.on)}{where}{by}{_corrected(before)}."


def _corrected(meeting: Meeting) -> str:
    count = sum(1 for correction in meeting.corrections if not correction.after_approval)
    return f", with {plural(count, 'correction')}" if count else ""


def corrections(desk: Desk) -> tuple[CorrectionRow, ...]:
    """Corrections worked into these minutes."""
    found = (row for row in desk.meeting.corrections if not row.after_approval)
    return tuple(_correction(row, desk.meeting.number) for row in found)


def later_notes(desk: Desk) -> tuple[CorrectionRow, ...]:
    """Corrections made in this meeting, or since the one before, to minutes of earlier ones."""
    last = previous(desk.source.state, desk.meeting)
    notes = [
        (meeting.number, row)
        for meeting in desk.source.state.meetings
        for row in meeting.corrections
        if _told_here(desk, meeting, row, last.on if last else "")
    ]
    return tuple(_correction(row, target) for target, row in sorted(notes, key=lambda note: note[1].number))


def _told_here(desk: Desk, meeting: Meeting, row: Correction, last: str) -> bool:
    here = desk.meeting
    if row.made_in == here.number:
        return meeting.number != here.number or row.after_approval
    between = row.made_in is None and last < row.on.isoformat() <= here.on.isoformat()
    return between and meeting.number < here.number


def _correction(row: Correction, target: int) -> CorrectionRow:
    return CorrectionRow(
        row.number, row.ref, row.text, row.original, row.target or target, row.on, row.made_in,
        row.after_approval,
    )  # fmt: skip


def approved(desk: Desk) -> Approved | None:
    """Who said that the minutes are right."""
    done = desk.meeting.approval
    return Approved(done.on, desk.name(done.by), done.made_in, done.where) if done else None


def reopenings(desk: Desk) -> tuple[Reopened, ...]:
    """Who opened the meeting again after its close, and why."""
    return tuple(Reopened(desk.name(row.who), row.why, row.at) for row in desk.meeting.reopenings)


def distribution(desk: Desk) -> tuple[Who, ...]:
    """Everybody invited, whether there or not, and the sponsors."""
    invited = [row.person for row in desk.meeting.attendance]
    gone = {member.person for member in desk.source.state.members if member.forgotten}
    sponsors = [
        person.id for person in desk.source.people if person.team == "sponsor" and person.id not in gone
    ]
    return tuple(who for who in map(desk.who, dict.fromkeys((*invited, *sponsors))) if who)


def signatures(desk: Desk) -> tuple[str, ...]:
    """The sides that sign; a preparation is not signed."""
    if desk.meeting.preparation or desk.meeting.status not in ("closed", "approved"):
        return ()
    teams = {row.team for row in desk.meeting.here}
    return tuple(side for side in SIDES if side in teams)
