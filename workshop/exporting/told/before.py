"""What people need before the meeting: the agenda, the run sheet, what each side owes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from workshop.exporting.actions import everything
from workshop.exporting.digest import Minutes, Source
from workshop.exporting.digest.rows import ActionRow
from workshop.model.agenda import Segment
from workshop.model.meeting import Meeting
from workshop.model.teams import SIDES


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of an exercise at its time of the clock."""

    at: time
    say: str
    do: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A segment at its time of the clock."""

    start: time
    segment: Segment
    minutes: int
    steps: tuple[PlannedStep, ...] = ()

    @property
    def floor(self) -> int:
        """Fewest minutes it may be cut to."""
        return self.segment.floor


def agenda(source: Source, minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """The segments with clock times, what to bring, what was promised until then."""
    rows = tuple(_plan(source.meeting))
    return {
        "plan": rows,
        "ends": _ends(source.meeting),
        "bring": {"sales": (), "marketing": (), "guests": ()},
        "promised": _promised(minutes),
    }


def runsheet(source: Source, _minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """The same with words to say and how far each segment may be cut."""
    return {"plan": tuple(_plan(source.meeting)), "ends": _ends(source.meeting)}


def brief(source: Source, minutes: Minutes, side: str) -> Mapping[str, Any]:
    """What one side leads, promised and is asked for."""
    owners = [row for row in _promised(minutes) if row.owner and row.owner.team == side]
    other = next(team for team in SIDES if team != side)
    lead = tuple(row for row in _plan(source.meeting) if side in row.segment.leads)
    warned = tuple(row for row in minutes.programmes if row.warnings)
    asked = tuple(row for row in minutes.needs if row.team == other and row.answer in ("", "later"))
    return {
        "side": side,
        "bring": (),
        "leads": lead,
        "promised": tuple(owners),
        "asked": asked,
        "programmes": warned,
    }


def _plan(meeting: Meeting) -> Iterator[Planned]:
    at = datetime.combine(meeting.on, meeting.start)
    for item in meeting.items:
        yield Planned(at.time(), item.segment, item.minutes)
        at += timedelta(minutes=item.minutes)


def _ends(meeting: Meeting) -> time:
    total = timedelta(minutes=sum(item.minutes for item in meeting.items))
    return (datetime.combine(meeting.on, meeting.start) + total).time()


def _promised(minutes: Minutes) -> tuple[ActionRow, ...]:
    return tuple(row for row in everything(minutes) if row.status in ("open", "blocked"))
