"""Facts about the clock: opening, segments, pauses, re-timings, the floor."""

from __future__ import annotations

from workshop.model.meeting import Retiming, Scope
from workshop.model.teams import Side, Team
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    lead: Side


@dataclass(frozen=True, slots=True)
class SegmentBegan:
    segment: int


@dataclass(frozen=True, slots=True)
class SegmentSkipped:
    segment: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClockPaused:
    scope: Scope


@dataclass(frozen=True, slots=True)
class ClockResumed:
    pass


@dataclass(frozen=True, slots=True)
class BeganEarlier:
    """The segment on screen began so many minutes before it was said."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Retimed:
    retiming: Retiming


@dataclass(frozen=True, slots=True)
class FloorGiven:
    team: Team
