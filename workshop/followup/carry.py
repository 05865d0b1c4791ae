"""What an opening brings back: open actions, parked topics, segments not reached (carry-over, U14)."""

from __future__ import annotations

from datetime import date

from workshop.followup.between import opened
from workshop.model import ids
from workshop.model.entries import Action
from workshop.model.state import Parked, State
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Carried:
    """What waits on a day; each action and topic holds its own carry count."""

    due: tuple[Action, ...]
    """Open actions due by the day, the oldest date first."""
    later: tuple[Action, ...]
    """Open actions with a later date or none."""
    topics: tuple[Parked, ...]
    segments: tuple[Parked, ...]
    """Segments that were skipped or not reached (`M-1/8`)."""


def carried(state: State, day: date) -> Carried:
    """What the opening of a meeting on `day` brings; what a running meeting made itself stays out.

    A topic comes back when its date is empty or reached, unless it was dropped or handed on.
    """
    running = state.running
    waits = [a for a in state.actions if a.live and not (running and a.meeting == running.number)]
    due = [action for action in waits if _is_due(action, day)]
    topics = [t for t in state.parked if _waits(t, day) and not (running and t.since >= opened(running))]
    return Carried(
        tuple(sorted(due, key=lambda action: (action.due or day, action.number))),
        tuple(action for action in waits if action not in due),
        tuple(topic for topic in topics if ids.read(topic.ref)),
        tuple(topic for topic in topics if not ids.read(topic.ref)),
    )


def _is_due(action: Action, day: date) -> bool:
    return action.at_next or (action.due is not None and action.due <= day)


def _waits(topic: Parked, day: date) -> bool:
    reached = not topic.date or date.fromisoformat(topic.date) <= day
    return reached and not topic.settled and topic.disposition != "drop"
