"""Matters arising: every old action with its state, and which promises were kept (rule of follow-through)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from workshop.followup.between import as_it_stood, due_then, group_then, old_actions
from workshop.model.entries import Action
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.teams import GROUPS, Group
from workshop.model.values import dataclass

Standing = Literal["overdue", "due", "done late", "done", "not yet due", "dropped"]
"""`due` is open and due on the day itself; `done` is done by its date, or without one."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True, slots=True)
class Matter:
    """One old action on the day of the meeting."""

    action: Action
    """As it stood at the end of the meeting."""
    due: date | None
    """The date it had when the meeting opened."""
    standing: Standing
    days: int
    """Days overdue, or days late; 0 otherwise."""
    group: Group
    """Of its owner."""


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """Promises that were due by the day of the meeting; dropped ones are left out."""

    due: int
    by_date: int
    """Done on or before their date."""
    done: int
    """Done at all."""

    @property
    def kept(self) -> Fraction | None:
        """Done by due / due (E10 action follow-through); None where nothing was due."""
        return Fraction(self.by_date, self.due) if self.due else None

    @property
    def done_share(self) -> Fraction | None:
        """Done at all / due; None where nothing was due."""
        return Fraction(self.done, self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class Matters:
    """Everything that was promised before, overdue first, then by date and number."""

    items: tuple[Matter, ...]
    total: FollowThrough
    sales: FollowThrough
    marketing: FollowThrough
    others: FollowThrough

    def of(self, *standings: Standing) -> tuple[Matter, ...]:
        """Those that stand so, in the same order."""
        return tuple(matter for matter in self.items if matter.standing in standings)


@dataclass(frozen=True, slots=True)
class OpenActions:
    """What is open when the meeting ends (I2.7)."""

    carried: tuple[Action, ...]
    """Due by the day at the opening, and left unfinished."""
    not_due: tuple[Action, ...]
    new: tuple[Action, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return len(self.carried) + len(self.not_due) + len(self.new)


def matters(state: State, meeting: Meeting) -> Matters:
    """The old actions of a meeting and its follow-through (rules of follow-through and carry-over)."""
    found = tuple(_matter(action, state, meeting) for action in old_actions(state, meeting))
    by_group = {group: _kept((m for m in found if m.group == group), meeting.on) for group in GROUPS}
    return Matters(
        tuple(sorted(found, key=_in_order)),
        _kept(found, meeting.on),
        by_group["sales"],
        by_group["marketing"],
        by_group["others"],
    )


def open_after(state: State, meeting: Meeting) -> OpenActions:
    """The open actions at the end of the meeting: carried, not yet due, new."""
    old = [action for action in old_actions(state, meeting) if action.live]
    carried = tuple(action for action in old if _due_by(due_then(action, meeting), meeting.on))
    made = (as_it_stood(action, meeting) for action in state.actions if action.meeting == meeting.number)
    return OpenActions(
        carried,
        tuple(action for action in old if action not in carried),
        tuple(action for action in made if action.live),
    )


def _matter(action: Action, state: State, meeting: Meeting) -> Matter:
    due = due_then(action, meeting)
    standing, days = _standing(action, due, meeting.on)
    return Matter(action, due, standing, days, group_then(action.owner, state, meeting))


def _standing(action: Action, due: date | None, day: date) -> tuple[Standing, int]:
    if action.status == "dropped":
        return "dropped", 0
    if action.status == "done":
        late = (action.closed_on - due).days if action.closed_on and due else 0
        return ("done late", late) if late > 0 else ("done", 0)
    if due is None or due > day:
        return "not yet due", 0
    return ("overdue", (day - due).days) if due < day else ("due", 0)


def _due_by(due: date | None, day: date) -> bool:
    return due is not None and due <= day


def _kept(found: Iterable[Matter], day: date) -> FollowThrough:
    due = [matter for matter in found if _due_by(matter.due, day) and matter.standing != "dropped"]
    by_date = sum(1 for matter in due if matter.standing == "done")
    return FollowThrough(len(due), by_date, by_date + sum(1 for m in due if m.standing == "done late"))


def _in_order(matter: Matter) -> tuple[int, date, int]:
    """By standing, then by date, then by number. Who speaks first in the room has no part in it."""
    return STANDINGS.index(matter.standing), matter.due or date.max, matter.action.number
