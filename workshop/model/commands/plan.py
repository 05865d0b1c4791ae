"""Commands about people, the plan and who is there."""

from __future__ import annotations

from datetime import date, time

from workshop.model.agenda import Segment
from workshop.model.meeting import Mode, Presence
from workshop.model.state import Duty
from workshop.model.teams import Team
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class AddPerson:
    """`person` is the id that people.json gave."""

    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class GiveDuty:
    duty: Duty
    person: str


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    template: str
    on: date
    start: time
    title: str = ""
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class ChangeMeeting:
    """None leaves a thing as it is."""

    meeting: int
    title: str | None = None
    on: date | None = None
    start: time | None = None
    place: str | None = None
    mode: Mode | None = None
    hard_end: time | None = None
    open_end: bool = False
    """Take a hard end away."""


@dataclass(frozen=True, slots=True)
class SetAgenda:
    meeting: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Prepare:
    """Hold the running meeting as a preparation of one team."""


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    meeting: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportMinutes:
    """Keep the minutes of a meeting held elsewhere, to be read."""

    meeting: int
    title: str
    template: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class Attend:
    people: tuple[str, ...]
    presence: Presence | None = None
    """None: only `left` or the remark changes."""
    joined: time | None = None
    left: time | None = None
    remark: str = ""
    meeting: int = 0
    """0 for the one that runs, else the next one planned."""
    everybody: bool = False
    """All who are known: who sent apologies is not here by that."""
