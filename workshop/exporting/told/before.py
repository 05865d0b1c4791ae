"""What people need before the meeting: the agenda, the run sheet, what each side owes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from workshop.exporting.actions import everything
from workshop.exporting.digest import Minutes, Source
from workshop.exporting.digest.rows import ActionRow
from workshop.model.agenda import Segment
from workshop.model.exercises import Step
from workshop.model.meeting import Item, Meeting
from workshop.model.teams import SIDES
from workshop.model.values import dataclass


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
    bring = {side: _brings(source, side) for side in ("sales", "marketing", "guests")}
    return {
        "plan": tuple(_plan(source)), "ends": _ends(source.meeting), "bring": bring, "promised": _promised(minutes)
    }  # fmt: skip


def runsheet(source: Source, _minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """The same with words to say and how far each segment may be cut."""
    return {"plan": tuple(_plan(source)), "ends": _ends(source.meeting)}


def brief(source: Source, minutes: Minutes, side: str) -> Mapping[str, Any]:
    """What one side brings, leads, promised and is asked for."""
    other = next(team for team in SIDES if team != side)
    return {
        "side": side,
        "bring": _brings(source, side),
        "leads": tuple(row for row in _plan(source) if side in row.segment.leads),
        "promised": tuple(row for row in _promised(minutes) if row.owner and row.owner.team == side),
        "asked": tuple(row for row in minutes.needs if row.team == other and row.answer in ("", "later")),
        "programmes": tuple(row for row in minutes.programmes if row.warnings),
    }


def _plan(source: Source) -> Iterator[Planned]:
    """Every segment at its time; the steps of its exercise stretched to the minutes it has."""
    at = datetime.combine(source.meeting.on, source.meeting.start)
    for item in source.meeting.items:
        yield Planned(at.time(), item.segment, item.minutes, tuple(_steps(source, item, at)))
        at += timedelta(minutes=item.minutes)


def _steps(source: Source, item: Item, at: datetime) -> Iterator[PlannedStep]:
    exercise = source.library.exercise(item.segment.exercise) if item.segment.exercise else None
    if exercise is None:
        return
    part = exercise.part(item.segment.part)
    script = tuple(_onward(exercise.script(item.segment.part)))
    first, last = (script[0].minute, script[-1].minute) if script else (0, 0)
    lasts = max(part.minutes if part and part.minutes else exercise.minutes, last - first + 1)
    for step in script:
        after = (step.minute - first) * item.minutes // lasts
        yield PlannedStep((at + timedelta(minutes=after)).time(), step.say, step.do)


def _onward(script: tuple[Step, ...]) -> Iterator[Step]:
    """The steps up to where the clock begins anew: what follows there is another part."""
    at = 0
    for step in script:
        if step.minute < at:
            return
        at = step.minute
        yield step


def _brings(source: Source, side: str) -> tuple[str, ...]:
    """What the exercises of the plan ask a side to have ready, each once."""
    slugs = dict.fromkeys(item.segment.exercise for item in source.meeting.items if item.segment.exercise)
    exercises = (source.library.exercise(slug) for slug in slugs)
    told = (getattr(one.brings, side) for one in exercises if one)
    return tuple(dict.fromkeys(text for text in told if text))


def _ends(meeting: Meeting) -> time:
    total = timedelta(minutes=sum(item.minutes for item in meeting.items))
    return (datetime.combine(meeting.on, meeting.start) + total).time()


def _promised(minutes: Minutes) -> tuple[ActionRow, ...]:
    """What earlier meetings left open, by number: what this one promises is for the next."""
    old = (row for row in everything(minutes) if row.meeting != minutes.number)
    return tuple(row for row in old if row.status in ("open", "blocked"))
