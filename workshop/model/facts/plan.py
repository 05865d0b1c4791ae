"""Facts about people, the plan and who was there."""

from __future__ import annotations

from datetime import date, time

from workshop.model.agenda import Segment
from workshop.model.meeting import Mode, Presence
from workshop.model.state import Duty
from workshop.model.teams import Team
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class PersonAdded:
    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class TeamChanged:
    person: str
    team: Team


@dataclass(frozen=True, slots=True)
class DutyGiven:
    duty: Duty
    person: str


@dataclass(frozen=True, slots=True)
class PersonForgotten:
    """That somebody was forgotten; not who."""


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    meeting: int
    title: str
    template: str
    on: date
    start: time
    zone: str
    segments: tuple[Segment, ...]
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class MeetingChanged:
    """Title, date, place and end as they are from now on."""

    title: str
    on: date
    start: time
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The segments of a planned meeting as they are from now on."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class HeldAsPreparation:
    """One team alone: no joint figures, no sign-off, not counted as an exchange."""


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    why: str


@dataclass(frozen=True, slots=True)
class MinutesImported:
    """Minutes of a meeting that was held in another workspace; they can be read and never changed."""

    meeting: int
    title: str
    template: str
    on: date
    document: str
    """The whole JSON document, as it was attached to the PDF."""


@dataclass(frozen=True, slots=True)
class AttendanceNoted:
    person: str
    team: Team
    presence: Presence
    joined: time | None = None
    left: time | None = None
    remark: str = ""
