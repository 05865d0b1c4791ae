"""The meeting a command belongs to: its line in the journal carries that number."""

from __future__ import annotations

from workshop.facilitation.deciding import finding
from workshop.model.commands import Attend, CancelMeeting, ChangeMeeting, Command, Reopen, SetAgenda
from workshop.model.facts import AgendaSet, AttendanceNoted, Fact, MeetingOpened, MeetingPlanned
from workshop.model.state import State

BEFORE_THE_START = (MeetingOpened, AttendanceNoted, AgendaSet)
"""Facts about the next planned meeting where none runs."""


def home(state: State, command: Command, facts: tuple[Fact, ...]) -> int | None:
    """The meeting's number; None between meetings."""
    for fact in facts:
        if isinstance(fact, MeetingPlanned):
            return fact.meeting
    if isinstance(command, (ChangeMeeting, SetAgenda, CancelMeeting, Attend)) and command.meeting:
        return command.meeting
    if isinstance(command, Reopen):
        return command.meeting or finding.last_closed(state)
    if state.running is not None:
        return state.running.number
    if isinstance(command, Attend) or any(isinstance(fact, BEFORE_THE_START) for fact in facts):
        return _planned(state, getattr(command, "meeting", 0))
    return None


def _planned(state: State, number: int) -> int | None:
    if number:
        return number
    planned = sorted((m for m in state.meetings if m.status == "planned"), key=lambda m: (m.on, m.start))
    return planned[0].number if planned else None
