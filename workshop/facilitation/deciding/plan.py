"""People, the plan, attendance."""

from __future__ import annotations

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.house import House
from workshop.model.commands import (
    AddPerson,
    Attend,
    CancelMeeting,
    ChangeMeeting,
    GiveDuty,
    ImportMinutes,
    PlanMeeting,
    Prepare,
    SetAgenda,
)
from workshop.model.facts import (
    AgendaSet,
    AttendanceNoted,
    DutyGiven,
    Fact,
    HeldAsPreparation,
    MeetingCancelled,
    MeetingChanged,
    MeetingPlanned,
    MinutesImported,
    PersonAdded,
    TeamChanged,
)
from workshop.model.meeting import Attendance, Meeting
from workshop.model.state import State
from workshop.model.teams import SIDES, TEAMS


def add_person(state: State, command: AddPerson, house: House) -> tuple[Fact, ...]:
    """Somebody new, or a new team for somebody known."""
    team = state.team(command.person)
    if not team:
        return (PersonAdded(command.person, command.team),)
    if team == command.team:
        raise Refused(f"{house.name(command.person)} is in {team} already.")
    return (TeamChanged(command.person, command.team),)


def give_duty(state: State, command: GiveDuty, house: House) -> tuple[Fact, ...]:
    """Name the arbiter (R60) or the liaison (R62)."""
    return (DutyGiven(command.duty, finding.person(state, house, command.person)),)


def plan_meeting(state: State, command: PlanMeeting, house: House) -> tuple[Fact, ...]:
    """A meeting from a template."""
    agenda = house.agenda(command.template)
    if command.on < house.today:
        raise Refused(f"{command.on.isoformat()} has passed.", fix="Give today or a later day.")
    if command.hard_end is not None and command.hard_end <= command.start:
        raise Refused(f"The end {command.hard_end:%H:%M} lies before the start {command.start:%H:%M}.")
    return (
        MeetingPlanned(
            state.counters.meeting + 1, command.title or agenda.title, agenda.slug, command.on, command.start,
            house.zone, agenda.segments, command.place, command.mode, command.hard_end,
        ),
    )  # fmt: skip


def change_meeting(state: State, command: ChangeMeeting, _house: House) -> tuple[Fact, ...]:
    """Title, day, start, place or end of a meeting that is not over."""
    meeting = finding.meeting(state, command.meeting)
    if meeting.status not in ("planned", "running"):
        raise Refused(
            f"M-{meeting.number} is {meeting.status}.", fix="Its minutes are corrected with /correct."
        )
    return (
        MeetingChanged(
            meeting.title if command.title is None else command.title,
            meeting.on if command.on is None else command.on,
            meeting.start if command.start is None else command.start,
            meeting.place if command.place is None else command.place,
            meeting.mode if command.mode is None else command.mode,
            None if command.open_end else command.hard_end or meeting.hard_end,
        ),
    )


def set_agenda(state: State, command: SetAgenda, _house: House) -> tuple[Fact, ...]:
    """New segments for a planned meeting."""
    meeting = finding.meeting(state, command.meeting)
    if meeting.status != "planned":
        raise Refused(
            f"M-{meeting.number} is {meeting.status}.", fix="While it runs: /extend, /retime, /skip."
        )
    return (AgendaSet(command.segments),)


def cancel_meeting(state: State, command: CancelMeeting, _house: House) -> tuple[Fact, ...]:
    """Call a planned meeting off, with a reason."""
    meeting = finding.meeting(state, command.meeting)
    if meeting.status != "planned":
        raise Refused(f"M-{meeting.number} is {meeting.status}; only a planned meeting is called off.")
    return (MeetingCancelled(command.why),)


def prepare(state: State, _command: Prepare, _house: House) -> tuple[Fact, ...]:
    """One team alone may hold the meeting as a preparation."""
    meeting = finding.running(state)
    if meeting.preparation:
        raise Refused(f"M-{meeting.number} is a preparation already.")
    if not missing_sides(meeting):
        raise Refused("Both teams are here; a preparation is for one team alone.")
    return (HeldAsPreparation(),)


def missing_sides(meeting: Meeting) -> tuple[str, ...]:
    """The teams of which nobody takes part."""
    return tuple(side for side in SIDES if not any(row.team == side for row in meeting.here))


def attend(state: State, command: Attend, house: House) -> tuple[Fact, ...]:
    """Who is here, late, leaving early, or sent apologies; before the start or while it runs."""
    meeting = _attended(state, command.meeting)
    return tuple(_noted(state, meeting, person, command, house) for person in command.people)


def _attended(state: State, number: int) -> Meeting:
    """The meeting of that number; without one, the meeting that runs or comes next."""
    if number:
        meeting = finding.meeting(state, number)
        if meeting.status not in ("planned", "running"):
            raise Refused(
                f"M-{number} is {meeting.status}; who was there stands in its minutes.",
                fix=f"/correct M-{number} and what is right.",
            )
        return meeting
    if state.running is not None:
        return state.running
    planned = sorted((m for m in state.meetings if m.status == "planned"), key=lambda m: (m.on, m.start))
    if not planned:
        raise NotFound("There is no meeting to be at.", fix="Plan one first: workshop new, or /meeting.")
    return planned[0]


def _noted(state: State, meeting: Meeting, person: str, command: Attend, house: House) -> Fact:
    team = next((team for team in TEAMS if team == state.team(person)), None)
    if team is None:
        raise NotFound(
            f"{house.name(person)} is not among the people.", fix="/person Name; team; role adds them."
        )
    old = meeting.person(person) or Attendance(person, team)
    away = old.presence == "apologies"
    if away and command.everybody:
        return AttendanceNoted(person, team, old.presence, old.joined, old.left, old.remark)
    came = away and command.presence is not None and command.presence != "apologies"
    back = old.gone and command.presence is not None and not command.everybody
    return AttendanceNoted(
        person,
        team,
        command.presence or old.presence,
        command.joined or (None if command.presence == "present" else old.joined),
        command.left or (None if back else old.left),
        command.remark
        or ("" if came else old.remark),  # why somebody is away says nothing once they are here
    )


def import_minutes(state: State, command: ImportMinutes, _house: House) -> tuple[Fact, ...]:
    """Minutes of elsewhere keep their number, so it has to be free here."""
    if command.meeting <= state.counters.meeting:
        raise Refused(
            f"M-{command.meeting} is a meeting of this workspace already, and imported minutes keep their number.",
            fix="Begin an empty workspace for them: workshop init received",
        )
    return (
        MinutesImported(command.meeting, command.title, command.template, command.on, command.document),
    )  # fmt: skip
