"""The stretch from one meeting to the next: when it began and ended, and how an action stood in it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import get_args

from workshop.model.entries import Action, ActionStatus
from workshop.model.meeting import Meeting
from workshop.model.state import Exchange, State
from workshop.model.teams import Group, group_of

_STILL_AHEAD = sys.maxsize
"""ms; for a meeting that is not opened or not closed yet."""


def opened(meeting: Meeting) -> int:
    """Its opening, in ms on the timeline; far ahead for one that is only planned."""
    return meeting.opened if meeting.opened is not None else _STILL_AHEAD


def ended(meeting: Meeting) -> int:
    """Its close, in ms on the timeline; far ahead while it lasts."""
    return meeting.closed if meeting.closed is not None else _STILL_AHEAD


def previous(state: State, meeting: Meeting) -> Exchange | None:
    """The last meeting that was closed before this one opened; None for the first."""
    before = (
        told for told in state.exchanges if told.meeting != meeting.number and told.closed <= opened(meeting)
    )
    return max(before, key=lambda told: told.closed, default=None)


def closed_before(action: Action, t: int) -> bool:
    """Done or dropped at or before that ms of the timeline."""
    return action.status in ("done", "dropped") and action.closed_at <= t


def as_it_stood(action: Action, meeting: Meeting) -> Action:
    """The action at the end of that meeting: what was closed later was open then."""
    if action.live or closed_before(action, ended(meeting)):
        return action
    return replace(action, status="open", closed_on=None, closed_at=0)


def due_then(action: Action, meeting: Meeting) -> date | None:
    """The date an action had when the meeting opened; a date given during the meeting does not count in it.

    What was done before the opening, even if it was taken up again since, has the date it was done under.
    `due at the next meeting` means this one.
    """
    noted = next((day for number, day in meeting.due_at_opening if number == action.number), None)
    known = noted is not None or (action.live and meeting.opened is not None)
    if known and not _taken_up_again(action, meeting):
        return noted
    return action.due or (meeting.on if action.at_next else None)


def _taken_up_again(action: Action, meeting: Meeting) -> bool:
    """Done or dropped when the meeting opened, and opened again in it: nobody's date was noted then."""
    before = takewhile(lambda step: step.meeting != meeting.number, action.history)
    statuses = [step.what for step in before if step.what in get_args(ActionStatus)]
    return action.live and statuses[-1:] in (["done"], ["dropped"])


def old_actions(state: State, meeting: Meeting) -> tuple[Action, ...]:
    """The actions a meeting has to look at, as they stood at its end.

    On the list before it opened, and not settled before the previous one closed.
    """
    last = previous(state, meeting)
    open_since = -1 if last is None else last.closed
    return tuple(
        as_it_stood(action, meeting)
        for action in state.actions
        if _on_the_list(action, state, meeting) and not closed_before(action, open_since)
    )


def _on_the_list(action: Action, state: State, meeting: Meeting) -> bool:
    """Added on an earlier day; or on the same day, and known to be there when the meeting opened."""
    if action.struck or action.meeting == meeting.number:
        return False
    return (
        action.added < meeting.on
        or any(number == action.number for number, _ in meeting.due_at_opening)
        or closed_before(action, opened(meeting))
        or any(told.meeting == action.meeting and told.closed <= opened(meeting) for told in state.exchanges)
    )


def group_then(person: str, state: State, meeting: Meeting) -> Group:
    """The group of a person: the team of that day, or today's for somebody who was not expected."""
    row = meeting.person(person)
    return group_of(row.team if row else state.team(person))
