"""How much was loaded on whom: the soft cap, and new actions by team (rule of the soft cap, R74)."""

from __future__ import annotations

from collections import Counter

from workshop.model.entries import Action
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.teams import TEAMS, Team
from workshop.model.values import dataclass

CAP = 2
"""New actions for one person in one meeting; more is said, not refused."""


@dataclass(frozen=True, slots=True)
class Load:
    """New actions of one person."""

    person: str
    actions: int


def over_cap(state: State, meeting: Meeting) -> tuple[Load, ...]:
    """Persons with more than two new actions in a meeting, in the order in which they were first named."""
    counts = Counter(action.owner for action in _new(state, meeting) if action.owner)
    return tuple(Load(person, count) for person, count in counts.items() if count > CAP)


def new_by_team(state: State, meeting: Meeting) -> tuple[tuple[Team, int], ...]:
    """New actions by the team of the owner (I1.40); actions without owner are left out."""
    counts = Counter(_team(action, state, meeting) for action in _new(state, meeting))
    return tuple((team, counts[team]) for team in TEAMS if counts[team])


def _new(state: State, meeting: Meeting) -> tuple[Action, ...]:
    return tuple(
        action
        for action in state.actions
        if action.meeting == meeting.number and not action.struck and action.status != "dropped"
    )


def _team(action: Action, state: State, meeting: Meeting) -> str:
    row = meeting.person(action.owner)
    return row.team if row else state.team(action.owner)
