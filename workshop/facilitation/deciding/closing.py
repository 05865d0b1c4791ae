"""The end of a meeting: gate steps, return on time, next date, close, approve, reopen."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.gate import gate
from workshop.facilitation.house import House
from workshop.measures.roti import totals
from workshop.model.commands import (
    Approve,
    Close,
    GiveRoti,
    PassGate,
    Reopen,
    Row,
    SetNextDate,
)
from workshop.model.facts import (
    Fact,
    GateStepDone,
    MeetingClosed,
    MeetingReopened,
    MinutesApproved,
    NextDateSet,
    RotiNoted,
    RotiRevealed,
)
from workshop.model.meeting import Meeting, NextDate
from workshop.model.state import State
from workshop.model.teams import GROUPS, group_of

LOW, HIGH = 1, 5


def note_roti(state: State, command: GiveRoti, _house: House) -> tuple[Fact, ...]:
    """The two lists; the rows themselves go into the box and are checked by `check_rows`."""
    finding.running(state)
    return (RotiNoted(command.change, command.keep),)


def check_rows(state: State, rows: Iterable[Row], held: Iterable[Row]) -> None:
    """Refuses rows out of range or more answers than people, before anything is kept."""
    meeting = finding.running(state)
    if meeting.roti.revealed:
        raise Refused("Return on time is revealed already; it is asked once.")
    both = [*held, *rows]
    for group in GROUPS:
        values = [value for row in both if row.group == group for value in row.values]
        off = next((value for value in values if not LOW <= value <= HIGH), None)
        if off is not None:
            raise Refused(f"{group}: {off} is not between {LOW} and {HIGH}.")
        here = sum(1 for row in meeting.here if group_of(row.team) == group)
        if meeting.here and len(values) > here:
            raise Refused(
                f"{group}: {len(values)} answers, {here or 'no'} {'person is' if here == 1 else 'people are'} here.",
                fix="Count again; /collect empties the box, so that you can begin anew.",
            )


def reveal(state: State, rows: Iterable[Row]) -> tuple[Fact, ...]:
    """Totals by group of what was given in confidence."""
    meeting = finding.running(state)
    if meeting.roti.revealed:
        raise Refused("Return on time is revealed already.")
    given = [(row.group, value) for row in rows for value in row.values]
    if not given:
        raise Refused("Nothing was given in confidence yet.", fix="roti: sales 5x1 4x3 marketing 5x2 4x2")
    return (RotiRevealed(*totals(given)),)


def pass_gate(state: State, command: PassGate, _house: House) -> tuple[Fact, ...]:
    """The room was read to, or asked."""
    finding.running(state)
    return (GateStepDone(command.step),)


def set_next_date(state: State, command: SetNextDate, house: House) -> tuple[Fact, ...]:
    """The next date and its type, or none, because."""
    meeting = finding.running(state)
    if command.on is None and not command.why_none:
        raise Refused("No next date, because?", fix="/nextdate none and why")
    if command.on is not None and command.on < meeting.on:
        raise Refused(
            f"{command.on.isoformat()} lies before this meeting ({meeting.on.isoformat()}).",
            fix="/nextdate and a later day",
        )
    if command.template:
        house.agenda(command.template)
    return (NextDateSet(NextDate(command.on, command.template, command.start, command.why_none)),)


def close(state: State, command: Close, house: House) -> tuple[Fact, ...]:
    """The gate, then the end. An early close is a recorded choice."""
    meeting = finding.running(state)
    points = gate(state, meeting, house)
    if points and not command.early:
        listed = "\n".join(f"- {point.sentence}\n    {point.fix}" for point in points)
        count = "One point is" if len(points) == 1 else f"{len(points)} points are"
        raise Refused(
            f"{count} open before M-{meeting.number} can close:\n{listed}", fix="\nOr: /close early and why"
        )
    return (MeetingClosed(command.early, tuple(point.sentence for point in points)),)


def approve(state: State, command: Approve, house: House) -> tuple[Fact, ...]:
    """Minutes are approved in a later meeting, or elsewhere with who and where."""
    meeting = finding.meeting(state, command.meeting)
    _check_approvable(meeting)
    if command.by and command.made_in:
        return (MinutesApproved(meeting.number, command.by, None, house.today, command.made_in),)
    running = state.running
    if running is None or running.number == meeting.number:
        raise Refused(
            "Outside a meeting minutes are approved by somebody, somewhere.",
            fix=f"/approve M-{meeting.number} by=NAME; in=by mail",
        )
    return (MinutesApproved(meeting.number, command.by, running.number, house.today),)


def _check_approvable(meeting: Meeting) -> None:
    if meeting.status == "approved":
        raise Refused(f"The minutes of M-{meeting.number} are approved already.")
    if meeting.status != "closed":
        raise Refused(f"M-{meeting.number} is {meeting.status}; minutes are approved after the close.")


def reopen(state: State, command: Reopen, _house: House) -> tuple[Fact, ...]:
    """A closed meeting opens again, with who and why; an approved one never does."""
    last = finding.last_closed(state)
    number = command.meeting or last
    if not number:
        raise NotFound("No meeting is closed yet.")
    meeting = finding.meeting(state, number)
    if meeting.status == "approved":
        raise Refused(
            f"The minutes of M-{number} are approved; they stay as they are.",
            fix="/correct N-3 makes a note in the next minutes.",
        )
    if meeting.status != "closed":
        raise Refused(f"M-{number} is {meeting.status}; only a closed meeting opens again.")
    if number != last:
        raise Refused(
            f"M-{last} was held since.",
            fix=f"Correct the minutes of M-{number}: /correct N-3 and the right words.",
        )
    if state.running is not None:
        raise Refused(f"M-{state.running.number} is running.", fix="Close it first.")
    if not command.who.strip() or not command.why.strip():
        raise Refused("Who opens it again, and why?", fix=f"/reopen M-{number} the reason @name")
    return (MeetingReopened(command.who, command.why),)
