"""A meeting as its record stands at a moment: agenda on the clock, attendance, entries, closing."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from workshop.model.agenda import Segment
from workshop.model.entries import Entry
from workshop.model.teams import Group, Side, Team
from workshop.model.values import dataclass

Status = Literal["planned", "running", "closed", "approved", "cancelled"]
Mode = Literal["in person", "remote", "mixed"]
Presence = Literal["present", "late", "apologies"]
Scope = Literal["item", "meeting"]
ItemState = Literal["ahead", "running", "done", "skipped", "dropped"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch on the workspace's timeline, milliseconds; end None while it lasts."""

    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A segment on the clock."""

    segment: Segment
    """As planned when the meeting opened: `segment.minutes` are the planned minutes."""
    minutes: int
    """Minutes it has now, after extensions and re-timings."""
    visits: tuple[Span, ...] = ()
    """When it was on screen; several after going back."""
    pauses: tuple[Span, ...] = ()
    """Pauses of this item while the meeting's clock ran on."""
    state: ItemState = "ahead"
    why: str = ""
    """Why it was skipped or dropped."""

    @property
    def number(self) -> int:
        """The segment's number."""
        return self.segment.number


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one meeting, with the team of that day."""

    person: str
    team: Team
    presence: Presence = "present"
    joined: time | None = None
    left: time | None = None
    remark: str = ""
    gone: bool = False
    """Noted as gone while it runs, and not back since: nobody waits for what they would give."""

    @property
    def here(self) -> bool:
        """Took part, if only for a while."""
        return self.presence != "apologies"


Counts = tuple[int, int, int, int, int]
"""How often 1, 2, 3, 4 and 5 were given."""


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """What is kept of one group's answers in confidence: how many, and their sum where a split may be shown."""

    group: Group
    n: int
    total: int | None = None
    """None where the sum would let somebody be seen through (rule 3)."""


@dataclass(frozen=True, slots=True)
class Roti:
    """Return on time: was it worth it? (building block `roti`). Totals only; no answer can be told from them."""

    counts: Counts = (0, 0, 0, 0, 0)
    """Over everybody."""
    groups: tuple[GroupTotal, ...] = ()
    """Groups that answered."""
    change: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @property
    def revealed(self) -> bool:
        """Whether it was asked and the totals are known."""
        return any(self.counts)


@dataclass(frozen=True, slots=True)
class Retiming:
    """One change of the plan while the meeting ran."""

    cause: str
    """`+5 Promises kept?`, `back to plan`, `to 45 minutes`."""
    changes: tuple[tuple[int, int, int], ...]
    """Segment number, minutes before, minutes after."""
    dropped: tuple[int, ...] = ()
    short: int = 0
    """Minutes still missing after everything that may give has given."""
    total: int | None = None
    """Minutes that the whole meeting was given by this re-timing; None where the end stayed what it was."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who held the floor, from when (U13)."""

    team: Team
    span: Span


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction to the record: before approval it enters the re-issued minutes, after it stands as a note."""

    number: int
    """Counted over the workspace."""
    ref: str
    text: str
    target: int
    """Meeting whose minutes are corrected."""
    made_in: int | None
    """Meeting in which it was made; None between meetings."""
    on: date
    after_approval: bool = False
    original: str = ""
    """The words as they stood; empty where the record is from long ago."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who said that the minutes are right, where and when."""

    by: str
    """Person id, or words; empty where the meeting itself approved."""
    made_in: int | None
    on: date
    where: str = ""
    """Outside a meeting: how it was said (by mail, by telephone)."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """A closed meeting was opened again."""

    who: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next meeting, or why there is none."""

    on: date | None = None
    template: str = ""
    start: time | None = None
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """How far the closing has come."""

    read_back: bool = False
    unsaid_asked: bool = False
    credits_asked: bool = False
    next_date: NextDate | None = None
    early: str = ""
    """Why it closed with points left open; empty for a full close."""
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting. Times marked `ms` lie on the workspace's timeline."""

    number: int
    title: str
    template: str
    on: date
    start: time
    zone: str
    """IANA zone, from the workspace at the time of planning."""
    items: tuple[Item, ...]
    place: str = ""
    mode: Mode = "in person"
    hard_end: time | None = None
    status: Status = "planned"
    lead: Side | None = None
    """The team that speaks first."""
    opened_at: datetime | None = None
    opened: int | None = None
    """ms"""
    closed_at: datetime | None = None
    closed: int | None = None
    """ms"""
    pauses: tuple[Span, ...] = ()
    """Pauses of the whole meeting."""
    turns: tuple[Turn, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    entries: tuple[Entry, ...] = ()
    retimings: tuple[Retiming, ...] = ()
    roti: Roti = Roti()
    closing: Closing = Closing()
    corrections: tuple[Correction, ...] = ()
    """Corrections to this meeting's minutes, wherever they were made."""
    approval: Approval | None = None
    reopenings: tuple[Reopening, ...] = ()
    due_at_opening: tuple[tuple[int, date], ...] = ()
    """Actions that were alive when it opened and had a date, with that date (the basis of follow-through)."""
    topics_at_opening: tuple[str, ...] = ()
    """Ids of the parked topics and missed segments that were up again when it opened."""
    carried: tuple[str, ...] = ()
    """Ids of the actions and topics that were due at its opening and left unfinished at its close."""
    preparation: bool = False
    """Held by one team alone as a preparation: no joint figures, no sign-off, no exchange."""
    clock_notes: tuple[str, ...] = ()
    """Disagreements of the two clocks, as sentences."""

    @property
    def current(self) -> Item | None:
        """The item on screen."""
        return next((item for item in self.items if item.state == "running"), None)

    @property
    def last(self) -> int:
        """The highest number of a segment: `8/11`, also where one in front was left out of the plan."""
        return max((item.number for item in self.items), default=0)

    def item(self, number: int) -> Item | None:
        """The item of that segment number."""
        return next((item for item in self.items if item.number == number), None)

    def person(self, person: str) -> Attendance | None:
        """How somebody attended."""
        return next((row for row in self.attendance if row.person == person), None)

    @property
    def here(self) -> tuple[Attendance, ...]:
        """Everybody who took part."""
        return tuple(row for row in self.attendance if row.here)

    @property
    def expected(self) -> tuple[Attendance, ...]:
        """Everybody who takes part and has not gone."""
        return tuple(row for row in self.here if not row.gone)
