"""Facts about people, the plan and who was there."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from workshop.facilitation.applying.stamp import Stamp, change_meeting, changed
from workshop.model.agenda import Segment
from workshop.model.facts import (
    AgendaSet,
    AttendanceNoted,
    DutyGiven,
    HeldAsPreparation,
    MeetingCancelled,
    MeetingChanged,
    MeetingPlanned,
    MinutesImported,
    PersonAdded,
    TeamChanged,
)
from workshop.model.meeting import Attendance, Item, Meeting
from workshop.model.state import Imported, Member, State


def person_added(state: State, fact: PersonAdded, _: Stamp) -> State:
    others = tuple(member for member in state.members if member.person != fact.person)
    return replace(state, members=(*others, Member(fact.person, fact.team)))


def team_changed(state: State, fact: TeamChanged, _: Stamp) -> State:
    return replace(
        state,
        members=changed(
            state.members, lambda m: m.person == fact.person, lambda m: replace(m, team=fact.team)
        ),
    )


def duty_given(state: State, fact: DutyGiven, _: Stamp) -> State:
    if fact.duty == "arbiter":
        return replace(state, arbiter=fact.person)
    return replace(state, liaison=fact.person)


def _items(segments: tuple[Segment, ...]) -> tuple[Item, ...]:
    return tuple(Item(segment, segment.minutes) for segment in segments)


def meeting_planned(state: State, fact: MeetingPlanned, _: Stamp) -> State:
    meeting = Meeting(
        fact.meeting, fact.title, fact.template, fact.on, fact.start, fact.zone, _items(fact.segments),
        place=fact.place, mode=fact.mode, hard_end=fact.hard_end,
    )  # fmt: skip
    counters = replace(state.counters, meeting=max(state.counters.meeting, fact.meeting))
    return replace(state, meetings=(*state.meetings, meeting), counters=counters)


def minutes_imported(state: State, fact: MinutesImported, _: Stamp) -> State:
    kept = Imported(fact.meeting, fact.title, fact.template, fact.on.isoformat())
    counters = replace(state.counters, meeting=max(state.counters.meeting, fact.meeting))
    return replace(state, imported=(*state.imported, kept), counters=counters)


def meeting_changed(state: State, fact: MeetingChanged, stamp: Stamp) -> State:
    return change_meeting(
        state,
        stamp.meeting,
        lambda meeting: replace(
            meeting, title=fact.title, on=fact.on, start=fact.start, place=fact.place,
            mode=fact.mode, hard_end=fact.hard_end,
        ),
    )  # fmt: skip


def agenda_set(state: State, fact: AgendaSet, stamp: Stamp) -> State:
    return change_meeting(state, stamp.meeting, lambda meeting: replace(meeting, items=_items(fact.segments)))


def held_as_preparation(state: State, _fact: HeldAsPreparation, stamp: Stamp) -> State:
    return change_meeting(state, stamp.meeting, lambda meeting: replace(meeting, preparation=True))


def meeting_cancelled(state: State, _fact: MeetingCancelled, stamp: Stamp) -> State:
    return change_meeting(state, stamp.meeting, lambda meeting: replace(meeting, status="cancelled"))


def _gone(fact: AttendanceNoted, meeting: Meeting, stamp: Stamp) -> bool:
    """Whether the time they leave had come when it was noted; one that lies ahead is a plan."""
    clock = stamp.at.astimezone(ZoneInfo(meeting.zone)).time()
    return meeting.status == "running" and fact.left is not None and fact.left <= clock


def attendance_noted(state: State, fact: AttendanceNoted, stamp: Stamp) -> State:
    def note(meeting: Meeting) -> Meeting:
        row = Attendance(
            fact.person, fact.team, fact.presence, fact.joined, fact.left, fact.remark, _gone(fact, meeting, stamp)
        )  # fmt: skip
        if meeting.person(fact.person):
            rows = changed(meeting.attendance, lambda old: old.person == fact.person, lambda _: row)
            return replace(meeting, attendance=rows)
        return replace(meeting, attendance=(*meeting.attendance, row))

    return change_meeting(state, stamp.meeting, note)
