"""How often the teams really meet, and when they meet next (rule of exchanges, R40)."""

from __future__ import annotations

from datetime import date

from workshop.followup.between import opened
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.values import dataclass

WINDOW = 30
"""Days back from the day in question; a meeting exactly so many days ago still counts."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """Exchanges against what was agreed."""

    exchanges: int
    """Meetings of the last 30 days, the one in question included."""
    target: int
    """Exchanges per 30 days that were agreed."""
    since: int | None
    """Days since the previous meeting; None for the first."""
    next_on: date | None
    next_template: str
    next_in: int | None
    """Days until the next meeting; None where there is no date."""

    @property
    def met(self) -> bool:
        """As often as agreed."""
        return self.exchanges >= self.target


def cadence(state: State, day: date, target: int, meeting: Meeting | None = None) -> Cadence:
    """Exchanges up to `day`, the running or closed `meeting` included where one is given."""
    held = _held_before(state, day, meeting)
    here = meeting is not None and not meeting.preparation
    last = max(held, default=None)
    next_on, template = _next(state, day, meeting)
    return Cadence(
        sum(1 for on in held if (day - on).days <= WINDOW) + int(here),
        target,
        (day - last).days if last else None,
        next_on,
        template,
        (next_on - day).days if next_on else None,
    )


def _held_before(state: State, day: date, meeting: Meeting | None) -> tuple[date, ...]:
    told = state.exchanges
    if meeting is not None:
        told = tuple(t for t in told if t.meeting != meeting.number and t.closed <= opened(meeting))
    return tuple(on for on in (date.fromisoformat(t.on) for t in told) if on <= day)


def _next(state: State, day: date, meeting: Meeting | None) -> tuple[date | None, str]:
    """What the meeting agreed; else the nearest plan; between meetings else what the last one agreed."""
    if meeting is not None and meeting.closing.next_date is not None:
        return meeting.closing.next_date.on, meeting.closing.next_date.template
    plans = [(m.on, m.template) for m in state.meetings if m.status == "planned" and m.on >= day]
    if plans:
        return min(plans)
    if meeting is not None:
        return None, ""
    last = max((m for m in state.meetings if m.closed is not None), key=lambda m: m.closed or 0, default=None)
    agreed = last.closing.next_date if last else None
    return (agreed.on, agreed.template) if agreed and agreed.on and agreed.on >= day else (None, "")
