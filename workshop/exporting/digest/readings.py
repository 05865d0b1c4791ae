"""What is read from the records: shares, segments, figures, corrections, what waits."""

from __future__ import annotations

from datetime import date

from workshop.exporting.digest.rows import ActionRow, EntryRow, GroupVote, Pair
from workshop.model.results import Outcome
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Some of several, as a share."""

    label: str
    count: int
    of: int
    percent: str


@dataclass(frozen=True, slots=True)
class Matters:
    """Matters arising: every old action and how promises were kept, in all and by team."""

    rows: tuple[ActionRow, ...]
    by_due: Share | None = None
    at_all: Share | None = None
    teams: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class StillOpen:
    """Actions that the meeting leaves open: those that were due, and how many there are of each sort."""

    rows: tuple[ActionRow, ...]
    """Due by the day, and carried over."""
    carried: int
    not_due: int
    new: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.carried + self.not_due + self.new


@dataclass(frozen=True, slots=True)
class Told:
    """Entries of one kind that stand in a section of their own."""

    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One segment of the agenda as it went."""

    number: int
    title: str
    lead: str
    planned: int
    real: int | None
    """Whole minutes, half away from zero; null where it was not on screen."""
    real_ms: int
    state: str
    why: str = ""
    entries: tuple[EntryRow, ...] = ()
    """Entries without a section of their own."""
    elsewhere: tuple[Told, ...] = ()
    made: tuple[str, ...] = ()
    """Decisions, actions and disputes made here."""
    coverage: str = ""
    """Cards of its report that were touched: `5/7 cards`."""


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """What one exercise of the meeting came to."""

    segment: int
    """Segment in which it was opened; 0 outside of the agenda."""
    heading: str
    """Title of that segment."""
    outcome: Outcome

    @property
    def shown(self) -> bool:
        """Whether papers have something to show of it; figures alone are for programs."""
        return bool(self.outcome.results or self.outcome.moved or self.outcome.notes)


@dataclass(frozen=True, slots=True)
class Headline:
    """What one exercise came to, in a line."""

    exercise: str
    title: str
    verdict: str
    """Empty where it has none."""
    text: str
    """The reason of the verdict, or the first sentence; empty where it is long."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value in the series of a number."""

    meeting: int
    period: str
    value: str
    number: float | None


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One number both teams look at."""

    name: str
    value: str
    parts: str
    """The parts it was worked out from, as typed."""
    number: float | None
    """The value unrounded; a share is between 0 and 1."""
    period: str = ""
    few: bool = False
    """Few cases: read with care."""
    second: str = ""
    """A second figure from the same parts: `with no-decision 24.0 %`."""
    previous: str = ""
    previous_period: str = ""
    unequal: bool = False
    """The two periods are not the same."""
    trend: str = ""
    """`better`, `worse`, `as before`; empty where that cannot be said."""
    pairs: tuple[Pair, ...] = ()
    detail: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    correction: int | None = None
    audience: str = ""
    target: str = ""
    """As typed with the value, or as the shelf has it."""
    status: str = ""
    """`green`, `amber`, `red`; empty without a target and a direction."""
    series: tuple[Point, ...] = ()
    """The last six values, the oldest first; one value alone makes none."""
    aim: float | None = None
    """The target unrounded, in the unit of the value."""

    @property
    def line(self) -> tuple[tuple[float | None, str], ...]:
        """The series as numbers and words."""
        return tuple((point.number, point.value) for point in self.series)


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A parked topic and what becomes of it."""

    ref: str
    text: str
    by: str
    disposition: str
    on: date | None
    carried: int
    cleared: str
    meeting: int
    """Meeting in which it was parked."""
    detail: str = ""
    tags: tuple[str, ...] = ()
    audience: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something the record still lacks."""

    id: str
    text: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a small chart."""

    label: str
    count: int
    width: int
    """Per cent of the longest."""


@dataclass(frozen=True, slots=True)
class RotiRow:
    """Return on time: totals only."""

    n: int
    mean: str
    bars: tuple[Bar, ...]
    """From 5 down to 1."""
    split: tuple[GroupVote, ...] = ()
    """By group, where nobody can be recognised; no single values."""
    why_no_split: str = ""
    previous: str = ""
    """Mean of the meeting before."""
    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    open_round: bool = False
    """Asked aloud, as a team was too small for answers in confidence."""

    @property
    def how(self) -> str:
        """How it was asked."""
        return "in an open round" if self.open_round else "in confidence"


@dataclass(frozen=True, slots=True)
class Airtime:
    """How long a team held the floor."""

    team: str
    ms: int
    minutes: int
    percent: str


@dataclass(frozen=True, slots=True)
class SideCount:
    """Entries by the speaker's team."""

    team: str
    count: int


@dataclass(frozen=True, slots=True)
class RetimingRow:
    """A change of the plan while the meeting ran."""

    cause: str
    changes: tuple[str, ...]
    dropped: tuple[str, ...]
    short: int


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A numbered correction; the words it replaces stay visible."""

    number: int
    ref: str
    text: str
    original: str
    minutes: int
    """Meeting whose minutes are corrected."""
    on: date
    made_in: int | None
    after_approval: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """You said - we changed."""

    id: str
    """The action that was done."""
    said: str
    by: str
    said_on: date | None
    changed: str
    done_on: date | None
    source: str
