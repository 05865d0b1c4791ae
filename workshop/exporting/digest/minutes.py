"""The minutes as facts ready to show: one frozen tree that every paper, file and list is made from."""

from __future__ import annotations

from datetime import date, datetime, time

from workshop.exporting.digest.readings import (
    Airtime,
    Changed,
    CorrectionRow,
    ExerciseRow,
    Headline,
    Matters,
    MetricRow,
    OpenPoint,
    ParkedRow,
    RetimingRow,
    RotiRow,
    SegmentRow,
    SideCount,
    StillOpen,
)
from workshop.exporting.digest.rows import (
    ActionRow,
    DecisionRow,
    DisputeRow,
    EntryRow,
    Here,
    NeedRow,
    ProgrammeRow,
    TeamHere,
    Theme,
    Who,
)
from workshop.model.results import Table
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """The shared goal."""

    id: str
    text: str
    meeting: int
    """Meeting in which it was told."""


@dataclass(frozen=True, slots=True)
class When:
    """Date and times; local times of the meeting's zone."""

    on: date
    start: time
    """As planned."""
    zone: str
    stamp: datetime
    """Close, or opening, or planned start, in UTC: the date that files of these minutes carry."""
    opened: time | None = None
    closed: time | None = None
    hard_end: time | None = None
    planned: int = 0
    """Minutes."""
    real: int | None = None
    """Minutes, pauses left out; null before the start."""
    real_ms: int = 0


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next date, or why there is none."""

    on: date | None = None
    start: time | None = None
    title: str = ""
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Approved:
    """Who said that the minutes are right."""

    on: date
    by: str = ""
    made_in: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closed meeting was opened again."""

    who: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LastTime:
    """What to change and to keep, from the return on time of the meeting before."""

    meeting: int
    change: tuple[str, ...]
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything the papers show. Empty means: does not apply, and no section is made of it."""

    firm: str
    number: int
    title: str
    template: str
    locale: str
    """As Babel writes it: `en_GB`."""
    currency: str
    status: str
    """`planned`, `running`, `closed`, `approved`, `cancelled`."""
    audience: str
    """Whose copy this is: `internal` for both teams, `sales`, `marketing`."""
    when: When
    place: str
    mode: str
    lead: str = ""
    """The team that spoke first."""
    preparation: bool = False
    goal: Goal | None = None
    attendance: tuple[TeamHere, ...] = ()
    absent: tuple[str, ...] = ()
    """Sides of which nobody was there: no joint figures then."""
    apologies: tuple[Here, ...] = ()
    previous: str = ""
    """What became of the minutes before."""
    decisions: tuple[DecisionRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    """Made in this meeting."""
    still_open: StillOpen | None = None
    """Old actions that were due and are carried over; null where there are none."""
    changed: tuple[Changed, ...] = ()
    last_time: LastTime | None = None
    next: NextMeeting | None = None
    agreements: tuple[EntryRow, ...] = ()
    """In force."""
    matters: Matters | None = None
    segments: tuple[SegmentRow, ...] = ()
    exercises: tuple[ExerciseRow, ...] = ()
    """In the order of the agenda."""
    headlines: tuple[Headline, ...] = ()
    """What the exercises came to, one line each, for page one."""
    programmes: tuple[ProgrammeRow, ...] = ()
    programme_news: tuple[EntryRow, ...] = ()
    """Changes told in this meeting; already worked into the calendar."""
    themes: tuple[Theme, ...] = ()
    quotes: tuple[EntryRow, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    disputes: tuple[DisputeRow, ...] = ()
    scoreboard: tuple[MetricRow, ...] = ()
    parking: tuple[ParkedRow, ...] = ()
    questions: tuple[EntryRow, ...] = ()
    """Asked in this meeting and still open."""
    open_points: tuple[OpenPoint, ...] = ()
    glossary: tuple[EntryRow, ...] = ()
    credits: tuple[EntryRow, ...] = ()
    roti: RotiRow | None = None
    sides: tuple[SideCount, ...] = ()
    balance: str = ""
    """Fewer entries of one side over those of the other."""
    freshness: str = ""
    """Median age of field entries, with n."""
    exchanges: str = ""
    """How often the two teams met, against what was agreed."""
    new_actions: tuple[SideCount, ...] = ()
    """By the team of the owner."""
    airtime: tuple[Airtime, ...] = ()
    retimings: tuple[RetimingRow, ...] = ()
    early: str = ""
    left_open: tuple[str, ...] = ()
    clock_notes: tuple[str, ...] = ()
    corrections: tuple[CorrectionRow, ...] = ()
    later_notes: tuple[CorrectionRow, ...] = ()
    """Corrections made here to minutes of earlier meetings."""
    approved: Approved | None = None
    reopenings: tuple[Reopened, ...] = ()
    distribution: tuple[Who, ...] = ()
    signatures: tuple[str, ...] = ()
    withheld: int = 0
    """Records kept out of this copy."""

    @property
    def results(self) -> tuple[ExerciseRow, ...]:
        """Exercises that papers have something to show of."""
        return tuple(row for row in self.exercises if row.shown)

    @property
    def needs_in_results(self) -> bool:
        """Whether every need stands in a table of an exercise, so that no section of its own has to tell it again."""
        tables = (
            found for row in self.exercises for found in row.outcome.results if isinstance(found, Table)
        )
        return {need.id for need in self.needs} <= {row.source for table in tables for row in table.rows}

    @property
    def mark(self) -> str:
        """`APPROVED`, or what the minutes are until then."""
        return {"approved": "Approved", "planned": "Plan", "cancelled": "Cancelled"}.get(self.status, "Draft")
